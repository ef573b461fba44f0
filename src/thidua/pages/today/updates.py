"""Mới cập nhật: the newest lines of the journal about what the reader has to do with."""

from collections.abc import Collection, Mapping
from typing import Any

from thidua.base.wording import all_words, say
from thidua.core.answer import Sentence
from thidua.figures.whose import lines_of_blocs
from thidua.pages.shared.parts import LedgerLine
from thidua.records.conduct.tasks import Desk
from thidua.records.journal.models import Entry
from thidua.records.journal.queries import body_of, newest_about
from thidua.records.results.models import Report
from thidua.records.seasons.models import Membership

LINES_SHOWN = 6
LINES_READ = 30  # some are about what a unit does in another season
WATCHING = frozenset({"head", "deputy", "secretariat", "observer"})
IN_A_SEASON = ("bloc", "commitments", "pact", "annex", "report", "correction", "sheet", "card", "entry", "ranking")
# Of these kinds only what concerns more than one desk: no draft, no finding before its minutes, no exemplar unasked.
CHOSEN = (
    "inspection.announced", "inspection.visit_moved", "inspection.visit_cancelled", "inspection.reported",
    "inspection.answered", "inspection.answered_on_behalf", "inspection.point_answered", "inspection.point_closed",
    "inspection.closed", "initiative.signed", "initiative.entered_on_behalf", "initiative.received",
)  # fmt: skip
EVENTS = CHOSEN + tuple(
    kind for key in all_words() if (kind := key.removeprefix("event.")) != key and kind.split(".")[0] in IN_A_SEASON
)


def updates(desk: Desk, home: Membership | None) -> list[LedgerLine]:
    """About all units of the blocs that the reader watches, or about the own unit; a fixed number of queries."""
    watched = [bloc for bloc in desk.blocs.values() if desk.roles[bloc.season_id] & WATCHING]
    seen = watched or ([home.bloc_season] if home else [])
    members = Membership.objects.filter(bloc_season__in=watched).select_related("unit") if watched else [home]
    names = {bloc.token: bloc.bloc.name for bloc in seen}
    names |= {member.unit.token: member.short_name for member in members if member is not None}
    lines = newest_about(names, EVENTS, most=LINES_READ) if names else []
    shown = lines_of_blocs(lines, seen)[:LINES_SHOWN]
    periods = _periods(shown)
    return [_line(line, names, periods) for line in shown]


def _periods(lines: Collection[Entry]) -> Mapping[str, str]:
    """The period of each report among the subjects, by the report's token; one query."""
    ids = [token.partition(":")[2] for line in lines for token in line.subjects if token.startswith("report:")]
    if not ids:
        return {}
    reports = Report.objects.filter(public_id__in=ids).select_related("period")
    return {report.token: report.period.name for report in reports}


def _line(line: Entry, names: Mapping[str, str], periods: Mapping[str, str]) -> LedgerLine:
    body = body_of(line)
    about = [periods[token] for token in line.subjects if token in periods]
    about += [names[token] for token in line.subjects if token in names]
    moved = line.kind == "bloc.stage_entered"
    return LedgerLine(
        at=line.at,
        who=body.get("by", {}).get("name", ""),
        what=say(Sentence(f"event.{line.kind}")),
        about=", ".join(dict.fromkeys(about)),
        before=_stage(body["before"]) if moved else "",
        after=_stage(body["after"]) if moved else "",
        why=body.get("remark") or body.get("reason") or body.get("answer") or "",
    )


def _stage(stage: Any) -> str:
    return say(Sentence(f"stage.{stage}"))
