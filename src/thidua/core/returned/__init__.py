"""What comes back in a spreadsheet: plain cells, where the table in them begins, which letters they are written in."""
