"""HTML: one folder per place a person goes; shared/ holds the base page and the components."""
