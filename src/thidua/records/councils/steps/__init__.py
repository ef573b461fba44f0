"""What acts on conferences change."""
