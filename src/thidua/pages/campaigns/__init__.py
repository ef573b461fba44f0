"""Movements and campaigns: the list of a season, one campaign, its form, its launch and its summing up."""
