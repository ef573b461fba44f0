"""Files that came back, read against what the records hold: which unit, which row, what would change."""
