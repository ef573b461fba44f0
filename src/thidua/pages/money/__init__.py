"""Money of a conference: estimate, contributions, spending, settlement."""
