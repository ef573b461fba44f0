"""Tests mirror src/thidua; factories, races, journeys and the house have folders of their own."""
