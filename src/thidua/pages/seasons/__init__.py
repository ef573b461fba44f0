"""Năm thi đua: the seasons one sees, one season, and one bloc with its stages and members."""
