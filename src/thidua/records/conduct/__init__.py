"""What needs all other records: stage changes and the tasks of the day."""
