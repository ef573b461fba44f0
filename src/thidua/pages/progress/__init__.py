"""Bảng tiến độ: units × contents, each figure to date beside its target for the same date."""
