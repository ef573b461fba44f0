"""Parts of the acts on records."""
