"""The reckoning: plain Python that gets text and values and knows no database, web, clock, chance or path."""
