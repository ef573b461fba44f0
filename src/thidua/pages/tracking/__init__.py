"""Sổ theo dõi: the secretary's sheet of who owes what, reminders, extended deadlines."""
