"""Stages and transitions as tables: what may follow what, and who is asked first."""
