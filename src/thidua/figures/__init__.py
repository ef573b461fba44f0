"""Sums and comparisons across records; reads only."""
