"""Biểu mẫu: forms that go out to units, come back filled in, and become figures of the records."""
