"""What units that ended have left open in their seasons, for whoever may read it: the successor's people hand it in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua.core.actor import Actor
from thidua.core.answer import Sentence
from thidua.core.workflow.handing_in import Handing
from thidua.records.directory.models import Reorganisation
from thidua.records.results.models import Report
from thidua.records.seasons.access import visible_seasons
from thidua.records.seasons.models import CommitmentSet
from thidua.records.seasons.queries.succession import BEFORE_SCORING

SHOWN_AT_MOST = 200
BLOC = "membership__bloc_season"


@dataclass(frozen=True)
class Leftover:
    """`place` names the page where it is handed in, `slugs` its address."""

    sentence: Sentence
    place: str
    slugs: tuple[str, ...]


def leftovers_of(row: Reorganisation, actor: Actor, *, on: date) -> list[Leftover]:
    """Sheets and reports of the members that ended with it which nobody has signed; two queries."""
    left = row.undo.get("left", [])
    asked = {
        "membership__in": left,
        f"{BLOC}__season__in": visible_seasons(actor, on=on),
        f"{BLOC}__stage__in": BEFORE_SCORING,
    }
    related = ("membership__unit", f"{BLOC}__bloc", f"{BLOC}__season__cluster")
    sheets = CommitmentSet.objects.filter(**asked).exclude(state=Handing.SIGNED.value).select_related(*related)
    reports = Report.objects.filter(**asked, period__from_on__lt=row.on).exclude(state=Handing.SIGNED.value)
    rows = reports.select_related("period", *related).order_by("period__position", "membership__position", "pk")
    return [*_sheets(sheets[:SHOWN_AT_MOST]), *_reports(rows[:SHOWN_AT_MOST])]


def _sheets(sheets: Iterable[CommitmentSet]) -> Iterator[Leftover]:
    for sheet in sheets:
        member = sheet.membership
        told = Sentence("leftover.commitments", unit=member.name, bloc=member.bloc_season.bloc.name)
        yield Leftover(told, "commitment_sheet", (*member.bloc_season.slugs, member.unit.slug))


def _reports(reports: Iterable[Report]) -> Iterator[Leftover]:
    for report in reports:
        member, period = report.membership, report.period
        told = Sentence("leftover.report", unit=member.name, bloc=member.bloc_season.bloc.name, period=period.name)
        yield Leftover(told, "report", (*member.bloc_season.slugs, period.slug, member.unit.slug))
