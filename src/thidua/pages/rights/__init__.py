"""Ai được làm gì: the grid of rights as a page."""
