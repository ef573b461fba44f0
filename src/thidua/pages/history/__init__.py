"""Lịch sử: what was done to one object, line by line from the journal, with before and after."""
