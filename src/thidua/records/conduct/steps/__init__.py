"""Steps over several records, for acts of conduct."""
