"""Conditions: what a standard may ask, one file for each kind."""

from thidua.core.law.conditions.base import Case, Condition, Found, Met
from thidua.core.law.conditions.reading import Place, read_condition

__all__ = ["Case", "Condition", "Found", "Met", "Place", "read_condition"]
