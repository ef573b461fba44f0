"""Luật: what the law asks for each award, in which text, from when until when; and why somebody meets it or not."""
