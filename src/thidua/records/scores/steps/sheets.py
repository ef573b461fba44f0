"""Writes the row of an adopted sheet."""

from datetime import datetime

from thidua.core.texts import text_hash
from thidua.records.papers.models import Paper
from thidua.records.scores.models import AdoptedSheet
from thidua.records.scores.queries import read_sheet
from thidua.records.seasons.models import BlocSeason


def write_adopted(
    bloc: BlocSeason, text: str, *, number: int = 1, issued_by: Paper | None = None, at: datetime
) -> AdoptedSheet:
    """The bloc's sheet of that number. Raises core.read.ReadError for a faulty text."""
    sheet = read_sheet(text)
    return AdoptedSheet.objects.create(
        bloc_season=bloc, number=number, code=sheet.code, name=str(sheet.name), text=text, text_hash=text_hash(text),
        issued_by=issued_by, adopted_at=at,
    )  # fmt: skip
