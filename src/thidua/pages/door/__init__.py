"""The door: the front page for everybody, signing in and out."""
