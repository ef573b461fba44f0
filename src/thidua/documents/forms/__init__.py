"""Workbooks for units to fill in: how each kind of form is laid out and what stands in it."""
