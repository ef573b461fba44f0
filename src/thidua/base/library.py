"""Reads the library's data files once: calendar, grid of rights, titles; law and sheets as they come."""

from functools import cache

from thidua.base import places
from thidua.core.days import Corrections, corrections_of
from thidua.core.read import read_table
from thidua.core.rights import Grid, grid_of
from thidua.core.titles import Title, titles_of


@cache
def corrections() -> Corrections:
    """What governments have decided beyond the rules, in calendar/viet-nam.yaml."""
    return corrections_of(dict(read_table((places.library("calendar") / "viet-nam.yaml").read_text(encoding="utf-8"))))


@cache
def rights() -> Grid:
    """The grid in rights/grid.yaml. Raises core.read's error with the line, ValueError with the act."""
    return grid_of(dict(read_table((places.library("rights") / "grid.yaml").read_text(encoding="utf-8"))))


@cache
def titles() -> tuple[Title, ...]:
    """The titles and forms in law/titles.yaml. Raises core.read's error with the line."""
    return titles_of(read_table((places.library("law") / "titles.yaml").read_text(encoding="utf-8")))
