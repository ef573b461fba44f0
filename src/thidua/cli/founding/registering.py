"""What the units registered: five type for themselves, for the others the secretariat enters from their papers."""

from collections.abc import Callable
from datetime import datetime, timedelta
from fractions import Fraction

from thidua.cli.founding.files import Cast, Event, day, moment, named, rows, table
from thidua.core.actor import Actor, PostKind
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.seasons.actions.commitments import (
    Decided,
    assign_targets,
    enter_commitments_on_behalf,
    save_commitments,
    sign_commitments,
    submit_commitments,
)
from thidua.records.seasons.models import CommitmentSet, Season
from thidua.records.seasons.steps.figures import Figures

DECISION = "Quyết định giao chỉ tiêu"


def events(cast: Cast, season: Season) -> list[Event]:
    """One event a unit that assigns its targets, and one or two by which it registers."""
    happening: list[Event] = []
    opened = moment(table("stages")["stages"]["so-tu-phap"]["registering"]) + timedelta(hours=1)
    for row in rows("registrations"):
        unit, submitted, signed = row["unit"], moment(row["submitted_on"]), moment(row["signed_on"])
        happening.append((opened, _assigned(cast, season, unit, opened)))
        if row["entry"] == "on_behalf":
            happening.append((signed, _on_behalf(cast, season, row, signed)))
        else:
            happening.append((submitted, _submitted(cast, season, unit, submitted)))
            later = max(signed, submitted + timedelta(hours=2))
            happening.append((later, _signed(cast, season, unit, row["signer"], later)))
    return happening


def _sheet(cast: Cast, season: Season, unit: str) -> CommitmentSet:
    return CommitmentSet.objects.get(membership__bloc_season__season=season, membership__unit=cast.units[unit])


def _lines(unit: str) -> dict[str, dict[str, str]]:
    return {row["indicator"]: row for row in rows("commitments") if row["unit"] == unit}


def _figures(sheet: CommitmentSet, unit: str) -> dict[int, Figures]:
    told, met = _lines(unit), table("indicators")["words"]["met"]
    figures = {}
    for line in sheet.lines.select_related("indicator"):
        row = told[line.indicator.code]
        in_words = line.indicator.kind == line.indicator.Kind.JUDGED
        figures[line.pk] = Figures(
            registered=None if in_words else Fraction(row["registered"]),
            met=row["registered"] == met if in_words else None,
            last_year=Fraction(row["last_year"]) if row["last_year"] and not in_words else None,
            reason=row["reason"],
        )
    return figures


def _titles(unit: str) -> dict[str, int]:
    return {row["title"]: int(row["count"]) for row in rows("registered_titles") if row["unit"] == unit}


def _secretary(cast: Cast, at: datetime) -> Actor:
    return cast.actor(table("season")["roles"]["secretariat"][0], at.date())


def _assigned(cast: Cast, season: Season, unit: str, at: datetime) -> Callable[[], object]:
    def assign() -> object:
        sheet, told = _sheet(cast, season, unit), _lines(unit)
        targets = {
            line.pk: (Fraction(row["assigned"]), Decided(DECISION, row["assigned_by"], day(row["assigned_on"])))
            for line in sheet.lines.select_related("indicator")
            if (row := told[line.indicator.code])["assigned"]
        }
        return assign_targets(sheet, targets=targets, by=_secretary(cast, at), at=at, key=named(f"targets:{unit}"))

    return assign


def _on_behalf(cast: Cast, season: Season, row: dict[str, str], at: datetime) -> Callable[[], object]:
    def enter() -> object:
        sheet, signer = _sheet(cast, season, row["unit"]), cast.people[row["signer"]]
        post = next(one for one in rows("people") if one["code"] == row["signer"])["post"]
        paper = SourcePaper(row["paper_title"], row["paper_number"], day(row["paper_date"]), signer.full_name, post)
        unit, by = row["unit"], _secretary(cast, at)
        return enter_commitments_on_behalf(
            sheet,
            figures=_figures(sheet, unit),
            titles=_titles(unit),
            paper=paper,
            by=by,
            at=at,
            key=named(f"registration:{unit}"),
        )

    return enter


def _submitted(cast: Cast, season: Season, unit: str, at: datetime) -> Callable[[], object]:
    def submit() -> object:
        sheet = _sheet(cast, season, unit)
        officer = next(row["code"] for row in rows("people") if row["unit"] == unit and row["kind"] == PostKind.OFFICER)
        by, figures = cast.actor(officer, at.date()), _figures(sheet, unit)
        key = named(f"registration:{unit}")
        saved = save_commitments(
            sheet,
            figures=figures,
            titles=_titles(unit),
            seen_version=sheet.version,
            by=by,
            at=at,
            key=f"{key}:save",
        )
        return submit_commitments(saved, seen_version=saved.version, by=by, at=at, key=f"{key}:submit")

    return submit


def _signed(cast: Cast, season: Season, unit: str, signer: str, at: datetime) -> Callable[[], object]:
    return lambda: sign_commitments(
        [_sheet(cast, season, unit)], by=cast.actor(signer, at.date()), at=at, key=named(f"registration:{unit}:sign")
    )
