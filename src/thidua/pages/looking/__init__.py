"""Xem như: whoever keeps a season looks through a role's eyes, changing nothing."""
