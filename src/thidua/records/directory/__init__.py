"""Units and their succession, people and their posts."""
