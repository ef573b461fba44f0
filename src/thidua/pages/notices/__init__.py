"""Thông báo: sentences to a person and to the units in which the person has a post."""
