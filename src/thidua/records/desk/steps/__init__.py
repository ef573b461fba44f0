"""Entries on behalf, notices and letters, written by acts of higher records."""
