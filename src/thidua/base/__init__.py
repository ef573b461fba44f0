"""What the records stand on: the clock, the places, exact columns, and the words of sentences."""
