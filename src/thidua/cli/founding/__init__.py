"""Plays the founding season through the ordinary acts, each on its own day, up to the demo's day: `play.play`."""
