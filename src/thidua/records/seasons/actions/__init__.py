"""What changes seasons, a file per family of acts."""
