"""Plays the founding region's made-up season of 2026: first what became of its units in between, then the year."""

from thidua.cli.y2026.play import play, play_on

__all__ = ["play", "play_on"]
