"""Plays the founding season through the ordinary acts, each on its own day, up to the demo's day."""

from thidua.cli.founding.play import play

__all__ = ["play"]
