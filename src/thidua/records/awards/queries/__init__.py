"""Questions to the record of honours."""
