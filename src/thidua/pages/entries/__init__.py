"""Nhập thay: what the secretariat entered for units, and what the units say to it."""
