"""Acts on conferences."""
