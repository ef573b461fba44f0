"""Conferences: what they are about, who comes, who speaks, who sits where, what was concluded."""
