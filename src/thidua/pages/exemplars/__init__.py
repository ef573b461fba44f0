"""Điển hình: from the day someone is spotted to the units that work by the model."""
