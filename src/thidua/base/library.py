"""Reads the library's data files once: calendar, rights, titles, campaigns, papers; law and sheets as they come."""

from collections.abc import Mapping
from functools import cache

from thidua.base import places
from thidua.core.campaigns import Commendation, Template, commendations_of, templates_of
from thidua.core.days import Corrections, corrections_of
from thidua.core.marks import Marks, marks_of
from thidua.core.papers import Listed, PaperKind, kind_of, listed_of
from thidua.core.read import Table, read_table
from thidua.core.rights import Grid, grid_of
from thidua.core.titles import Title, titles_of


@cache
def corrections() -> Corrections:
    """What governments have decided beyond the rules, in calendar/viet-nam.yaml."""
    return corrections_of(dict(_table("calendar", "viet-nam")))


@cache
def rights() -> Grid:
    """The grid in rights/grid.yaml. Raises core.read's error with the line, ValueError with the act."""
    return grid_of(dict(_table("rights", "grid")))


@cache
def titles() -> tuple[Title, ...]:
    """The titles and forms in law/titles.yaml. Raises core.read's error with the line."""
    return titles_of(_table("law", "titles"))


@cache
def marks() -> Marks:
    """Marks of state secrets and personal numbers in law/marks.yaml. Raises core.read's error with the line."""
    return marks_of(_table("law", "marks"))


@cache
def commendations() -> Mapping[str, Commendation]:
    """What may be proposed at the end of a campaign, by code, in campaigns/commendations.yaml.

    Raises core.read's error with the line, ValueError for a code that law/titles.yaml does not name.
    """
    return commendations_of(_table("campaigns", "commendations"), titles())


@cache
def campaign_templates() -> Mapping[str, Template]:
    """Campaigns that are opened year after year, by code, in campaigns/templates.yaml."""
    return templates_of(_table("campaigns", "templates"), commendations())


@cache
def paper_kinds() -> Mapping[str, PaperKind]:
    """The papers of a season that the program makes, by code: papers/season/<code>.yaml."""
    return _kinds("papers/season")


@cache
def report_kinds() -> Mapping[str, PaperKind]:
    """The outlines of units' reports, by code: papers/reports/<code>.yaml."""
    return _kinds("papers/reports")


@cache
def listed_papers() -> tuple[Listed, ...]:
    """All papers of a season by its stages, those kept elsewhere among them: papers/season.yaml."""
    return listed_of(_table("papers", "season"), paper_kinds())


def _kinds(folder: str) -> Mapping[str, PaperKind]:
    codes = sorted(file.stem for file in places.library(folder).glob("*.yaml"))
    return {code: kind_of(code, _table(folder, code)) for code in codes}


def _table(folder: str, name: str) -> Table:
    return read_table((places.library(folder) / f"{name}.yaml").read_text(encoding="utf-8"))
