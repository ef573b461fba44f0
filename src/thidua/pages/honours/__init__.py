"""The record of honours of a person or a unit, year by year, and its entries."""
