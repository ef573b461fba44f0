"""Paper out of records, and papers signed elsewhere read back."""
