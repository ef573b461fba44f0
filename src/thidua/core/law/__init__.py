"""The law reckoned: texts and their rules, what they ask of a history, and every answer with its article."""
