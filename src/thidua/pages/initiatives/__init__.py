"""Sáng kiến: written by anyone of a unit, signed by its leader, received into the season's book."""
