"""Steps of scores: opening cards, filling lines, evidence beside them, locks, the seal of a ranking."""
