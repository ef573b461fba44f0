"""Khép năm: the evaluation by the level above, and what is carried into the next season."""
