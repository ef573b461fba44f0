"""Participation: the board, a unit's acts, codes and what came by them; the page that a phone opens by a code."""
