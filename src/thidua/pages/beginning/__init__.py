"""Bắt đầu: the first morning of an office, from a list of units to the plan and the letters that ask units in."""
