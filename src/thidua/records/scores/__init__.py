"""Adopted score sheets, score cards with their verification, exclusions, and the ranking once locked."""
