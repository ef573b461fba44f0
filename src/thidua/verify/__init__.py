"""Offline checkers: they need this program, and neither its database nor its settings."""
