"""The records: every table, and the only code that changes it."""
