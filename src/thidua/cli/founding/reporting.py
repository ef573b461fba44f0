"""What the units reported: five hand in for themselves, for the others the secretariat enters from their papers."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from fractions import Fraction

from thidua.cli.founding.files import Cast, Event, day, moment, named, rows, rows_by_indicator, table
from thidua.cli.founding.scans import a_scan
from thidua.core.actor import Actor, PostKind
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.files.models import StoredFile
from thidua.records.papers.steps import Shown
from thidua.records.results.actions import (
    Reached,
    add_evidence,
    correct_on_behalf,
    correct_result,
    enter_report_on_behalf,
    return_report,
    save_report,
    sign_corrections,
    sign_reports,
    submit_report,
)
from thidua.records.results.models import Correction, Report, Result
from thidua.records.seasons.actions.period_targets import give_period_targets
from thidua.records.seasons.models import CommitmentSet, Season

Row = dict[str, str]
LATER_THAT_DAY = timedelta(hours=2)


def events(cast: Cast, season: Season) -> list[Event]:
    """Ways through the year before registration, then each report, return and correction on its day."""
    happening = _ways(cast, season)
    returned = {(row["unit"], row["period"]): row for row in rows("returned")}
    for row in rows("reports"):
        submitted, signed = moment(row["submitted_on"]), moment(row["signed_on"])
        if row["entry"] == "on_behalf":
            happening.append((signed, _on_behalf(cast, season, row, signed)))
            continue
        if back := returned.get((row["unit"], row["period"])):
            happening += _returned(cast, season, row, back)
        happening.append((submitted, _submitted(cast, season, row, submitted)))
        later = max(signed, submitted + LATER_THAT_DAY)
        happening.append((later, _signed(cast, season, row, later)))
    for row in rows("corrections"):
        happening += _corrected(cast, season, row)
    return happening


def _results(unit: str, period: str) -> Mapping[str, Row]:
    return rows_by_indicator("results").get((unit, period), {})


def _first_given(unit: str, period: str) -> Mapping[str, Row]:
    return rows_by_indicator("corrections").get((unit, period), {})


def _report(cast: Cast, season: Season, row: Row) -> Report:
    return Report.objects.select_related("membership").get(
        membership__bloc_season__season=season,
        membership__unit=cast.units[row["unit"]],
        period__slug=row["period"],
    )


def _reached(told: Row, prefix: str = "") -> Reached:
    """A row's figures; `prefix` "first_" for what stood before a correction."""
    number = {
        column: Fraction(told[prefix + column]) if told[prefix + column] else None
        for column in ("numerator", "denominator", "value")
    }
    word = told[prefix + "word"]
    is_met = word == table("indicators")["words"]["met"] if word else None
    return Reached(**number, is_met=is_met, note=told.get("note", ""))


def _figures(report: Report, row: Row, without: Row | None = None) -> dict[int, Reached]:
    """The lines as they were first handed in; `without` names a line that was still empty, and why."""
    told, first = _results(row["unit"], row["period"]), _first_given(row["unit"], row["period"])
    figures = {}
    for line in report.lines.select_related("indicator"):
        code = line.indicator.code
        reached = _reached(first[code], "first_") if code in first else _reached(told[code])
        figures[line.pk] = Reached(**{**vars(reached), "note": told[code]["note"]})
        if without and code == without["first_without"]:
            figures[line.pk] = Reached(note=without["first_note"])
    return figures


def _evidence(report: Report, row: Row, at: datetime, without: Row | None = None) -> dict[int, list[Shown]]:
    """Papers that were there on the day, none twice; with its scan where the indicator asks for a file."""
    told = _results(row["unit"], row["period"])
    added = {code for code, first in _first_given(row["unit"], row["period"]).items() if first["kind"] == "addition"}
    left_out = added | ({without["first_without"]} if without else set())
    has = set(report.lines.filter(evidence__isnull=False).values_list("pk", flat=True))
    return {
        line.pk: [_shown(told[line.indicator.code], a_scan(at) if line.indicator.needs_file else None)]
        for line in report.lines.select_related("indicator")
        if line.indicator.code not in left_out and line.pk not in has
    }


def _shown(told: Row, file: StoredFile | None = None) -> Shown:
    return Shown(told["evidence_title"], told["evidence_number"], day(told["evidence_date"]), file)


def _key(row: Row, what: str) -> str:
    return named(f"report:{row['unit']}:{row['period']}:{what}")


def _secretary(cast: Cast, at: datetime) -> Actor:
    return cast.actor(table("season")["roles"]["secretariat"][0], at.date())


def _officer(cast: Cast, unit: str, at: datetime) -> Actor:
    code = next(row["code"] for row in rows("people") if row["unit"] == unit and row["kind"] == PostKind.OFFICER)
    return cast.actor(code, at.date())


def _paper(cast: Cast, row: Row) -> SourcePaper:
    post = next(one for one in rows("people") if one["code"] == row["signer"])["post"]
    signer = cast.people[row["signer"]].full_name
    return SourcePaper(row["paper_title"], row["paper_number"], day(row["paper_date"]), signer, post)


def _on_behalf(cast: Cast, season: Season, row: Row, at: datetime) -> Callable[[], object]:
    def enter() -> object:
        report = _report(cast, season, row)
        return enter_report_on_behalf(
            report,
            figures=_figures(report, row),
            evidence=_evidence(report, row, at),
            note=row["note"],
            paper=_paper(cast, row),
            by=_secretary(cast, at),
            at=at,
            key=_key(row, "on_behalf"),
        )

    return enter


def _submitted(cast: Cast, season: Season, row: Row, at: datetime, without: Row | None = None) -> Callable[[], object]:
    def submit() -> object:
        report, by = _report(cast, season, row), _officer(cast, row["unit"], at)
        saved = save_report(
            report,
            figures=_figures(report, row, without),
            evidence=_evidence(report, row, at, without),
            note=row["note"],
            seen_version=report.version,
            by=by,
            at=at,
            key=_key(row, f"{at.date()}:save"),
        )
        return submit_report(saved, seen_version=saved.version, by=by, at=at, key=_key(row, f"{at.date()}:submit"))

    return submit


def _signed(cast: Cast, season: Season, row: Row, at: datetime) -> Callable[[], object]:
    def sign() -> object:
        by = cast.actor(row["signer"], at.date())
        return sign_reports([_report(cast, season, row)], by=by, at=at, key=_key(row, "sign"))

    return sign


def _returned(cast: Cast, season: Season, row: Row, back: Row) -> list[Event]:
    submitted, returned = moment(back["submitted_on"]), moment(back["returned_on"])

    def give_back() -> object:
        by = cast.actor(back["by"], returned.date())
        report = _report(cast, season, row)
        return return_report(report, remark=back["remark"], by=by, at=returned, key=_key(row, "return"))

    return [(submitted, _submitted(cast, season, row, submitted, back)), (returned, give_back)]


def _corrected(cast: Cast, season: Season, row: Row) -> list[Event]:
    """A unit's officer corrects and its leader signs; for the others the secretariat does, from the same paper."""
    at = moment(row["mended_on"])
    later = at + LATER_THAT_DAY
    told = _results(row["unit"], row["period"])[row["indicator"]]
    handed_in = next(one for one in rows("reports") if (one["unit"], one["period"]) == (row["unit"], row["period"]))
    key = f"{_key(row, 'correction')}:{row['indicator']}"

    def line() -> Result:
        return _report(cast, season, row).lines.get(indicator__code=row["indicator"])

    def correct() -> object:
        by = cast.actor(row["by"], at.date())
        if row["kind"] == "addition":
            shown = vars(_shown(told))
            add_evidence(line(), **shown, by=by, at=at, key=f"{key}:paper")
        return correct_result(line(), reached=_reached(told), reason=row["reason"], by=by, at=at, key=key)

    def sign() -> object:
        waiting = list(Correction.objects.filter(result=line(), state="submitted"))
        by = cast.actor(handed_in["signer"], later.date())
        return sign_corrections(waiting, by=by, at=later, key=f"{key}:sign")

    def on_behalf() -> object:
        paper = _paper(cast, handed_in)
        by = cast.actor(row["by"], at.date())
        return correct_on_behalf(
            line(), reached=_reached(told), reason=row["reason"], paper=paper, by=by, at=at, key=key
        )

    return [(at, on_behalf)] if handed_in["entry"] == "on_behalf" else [(at, correct), (later, sign)]


def _ways(cast: Cast, season: Season) -> list[Event]:
    """A unit gives its way through the year just before it registers."""
    happening: list[Event] = []
    for row in rows("registrations"):
        told = [one for one in rows("period_targets") if one["unit"] == row["unit"]]
        at = moment(row["submitted_on"] if row["entry"] == "own" else row["signed_on"]) - timedelta(minutes=1)
        if told:
            happening.append((at, _way(cast, season, row, told, at)))
    return happening


def _way(cast: Cast, season: Season, row: Row, told: list[Row], at: datetime) -> Callable[[], object]:
    unit = row["unit"]

    def give() -> object:
        sheet = CommitmentSet.objects.get(membership__bloc_season__season=season, membership__unit=cast.units[unit])
        lines = {line.indicator.code: line.pk for line in sheet.lines.select_related("indicator")}
        periods = dict(sheet.membership.bloc_season.periods.values_list("slug", "pk"))
        targets: dict[int, dict[int, Fraction]] = {}
        for one in told:
            way = targets.setdefault(lines[one["indicator"]], {})
            way[periods[one["period"]]] = Fraction(one["target"])
        by = _officer(cast, unit, at) if row["entry"] == "own" else _secretary(cast, at)
        key = named(f"registration:{unit}:ways")
        return give_period_targets(sheet, targets=targets, seen_version=sheet.version, by=by, at=at, key=key)

    return give
