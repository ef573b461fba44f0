"""Workbooks that come back: opened without trust, read into plain cells."""
