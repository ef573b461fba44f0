"""Reports in words as papers: what the records say in them, with its source, and the paper as it stands."""
