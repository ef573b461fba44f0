"""Giao ước: the pact's text, its signatures, and the signing board for the hall."""
