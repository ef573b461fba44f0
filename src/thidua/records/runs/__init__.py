"""Cursors and runs of background work."""
