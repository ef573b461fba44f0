"""Hôm nay: what is due by me, first thing in the morning."""
