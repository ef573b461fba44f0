"""Youth chapters: the list, one chapter with what it did, an activity with who was there and its photographs."""
