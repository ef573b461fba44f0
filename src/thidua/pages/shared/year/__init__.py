"""Lịch thi đua, the year as one strip: what runs when, where nothing runs, what falls due."""

from thidua.pages.shared.year.layout import Bar, Mark, Row, Year
from thidua.pages.shared.year.strip import YearWords, year_strip

__all__ = ["Bar", "Mark", "Row", "Year", "YearWords", "year_strip"]
