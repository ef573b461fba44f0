"""The register of units, one unit, one person, and the search over both."""
