"""Bàn giao: the season goes to the next head item by item, ticked and signed by both sides."""
