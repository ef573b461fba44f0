"""Who may open and do what, as data, and a season in which everything that an address can name is there."""
