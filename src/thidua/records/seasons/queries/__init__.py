"""Questions about seasons, a file per family."""
