"""Questions about registered titles: those of a sheet, and a bloc's table of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet, Sum

from thidua.base.library import titles as library_titles
from thidua.core.titles import Title, To, conferred_in
from thidua.core.workflow.handing_in import Handing
from thidua.records.seasons.models import BlocSeason, CommitmentSet, RegisteredTitle

SAID_TO = {To.COLLECTIVE.value: "cho tập thể", To.INDIVIDUAL.value: "cho cá nhân"}


@dataclass(frozen=True)
class Offered:
    """A title that the sheet offers, and how many the unit has registered."""

    title: Title
    count: int


def offered_on(sheet: CommitmentSet) -> list[Offered]:
    """Every title conferred in the emulation year, with what stands on the sheet."""
    counts = {row.key: row.count for row in sheet.titles.all()}
    year = sheet.membership.bloc_season.season.emulation_year
    return [Offered(title, counts.get(title.key, 0)) for title in conferred_in(library_titles(), year)]


def sheets_with_titles(bloc: BlocSeason) -> QuerySet[CommitmentSet]:
    """The signed sheets of a bloc's members in protocol order, to be asked with `titles_on`."""
    rows = Prefetch("titles", RegisteredTitle.objects.all(), to_attr="registered")
    sheets = CommitmentSet.objects.filter(membership__bloc_season=bloc, membership__left_on=None)
    signed = sheets.filter(state=Handing.SIGNED.value).select_related("membership__unit").prefetch_related(rows)
    return signed.order_by("membership__position", "pk")


def titles_on(sheet: CommitmentSet) -> list[RegisteredTitle]:
    """The titles of a sheet that `sheets_with_titles` gave; no query."""
    return list(sheet.registered)  # type: ignore[attr-defined]


def registered_in(bloc: BlocSeason) -> list[tuple[RegisteredTitle, int]]:
    """Each title that a signed sheet of the bloc registers, with the sum over the units; one query."""
    rows = RegisteredTitle.objects.filter(
        commitment_set__membership__bloc_season=bloc,
        commitment_set__membership__left_on=None,
        commitment_set__state=Handing.SIGNED.value,
    )
    columns = ("code", "to", "name", "name_en", "position")
    sums = rows.order_by("position", "code", "to").values_list(*columns).annotate(all=Sum("count"))
    return [(RegisteredTitle(code=code, to=to, name=vi, name_en=en), many) for code, to, vi, en, _, many in sums]


def said(titles: Iterable[RegisteredTitle]) -> list[str]:
    """The lines of a pact's text: Vietnamese in every language, because they are part of what is signed."""
    titles = list(titles)
    lines = []
    for to, words in SAID_TO.items():
        if named := [f"{row.name} ({row.count})" for row in titles if row.to == to]:
            lines.append(f"- Danh hiệu, hình thức khen thưởng đăng ký {words}: {'; '.join(named)}")
    return lines
