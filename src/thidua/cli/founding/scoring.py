"""Sheets adopted, cards scored by five units and entered for the others, verified, ranked and locked."""

from collections.abc import Callable
from datetime import datetime, timedelta

from thidua.cli.founding.files import Cast, Event, day, moment, named, rows, table
from thidua.cli.founding.scans import a_scan
from thidua.core.actor import Actor, PostKind
from thidua.core.read import Table
from thidua.core.scoring import Criterion, Given, from_written
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.files.models import StoredFile
from thidua.records.papers.steps import Shown
from thidua.records.scores.actions import (
    adopt_sheet,
    enter_card_on_behalf,
    finish_verification,
    lock_ranking,
    save_card,
    sign_cards,
    submit_card,
    verify_line,
)
from thidua.records.scores.models import ScoreCard
from thidua.records.scores.queries import library_sheets, sheet_of
from thidua.records.seasons.models import BlocSeason, Season

Row = dict[str, str]
NO_CASE = "no_case"
LATER_THAT_DAY = timedelta(hours=2)


def events(cast: Cast, season: Season) -> list[Event]:
    """Each bloc's sheet and lock, each unit's card and its verification, on their days."""
    happening: list[Event] = []
    for slug, told in table("scoring")["blocs"].items():
        happening.append((moment(told["adopted"]), _adopted(cast, season, slug, told)))
        locked = moment(told["ranking_locked"])
        happening.append((locked, _locked(cast, season, slug, locked)))
    for row in rows("score_cards"):
        submitted, signed, verified = (moment(row[day_]) for day_ in ("submitted_on", "signed_on", "verified_on"))
        if row["entry"] == "on_behalf":
            happening.append((signed, _on_behalf(cast, season, row, signed)))
        else:
            happening.append((submitted, _submitted(cast, season, row, submitted)))
            later = max(signed, submitted + LATER_THAT_DAY)
            happening.append((later, _signed(cast, season, row, later)))
        happening.append((verified, _verified(cast, season, row, verified)))
    return happening


def _adopted(cast: Cast, season: Season, slug: str, told: Table) -> Callable[[], object]:
    at, issued = moment(told["adopted"]), told["issued"]
    text = next(one.text for one in library_sheets() if one.code == told["sheet"])
    paper = Shown(issued["title"], issued["number"], day(issued["dated_on"]))
    return lambda: adopt_sheet(
        _bloc(season, slug), text=text, issued=paper, by=_secretary(cast, at), at=at, key=named(f"sheet:{slug}")
    )


def _locked(cast: Cast, season: Season, slug: str, at: datetime) -> Callable[[], object]:
    head = table("season")["roles"]["head"]
    by = head[0] if isinstance(head, list) else head
    return lambda: lock_ranking(_bloc(season, slug), by=cast.actor(by, at.date()), at=at, key=named(f"ranking:{slug}"))


def _bloc(season: Season, slug: str) -> BlocSeason:
    return BlocSeason.objects.get(season=season, bloc__slug=slug)


def _card(cast: Cast, season: Season, row: Row) -> ScoreCard:
    cards = ScoreCard.objects.select_related("membership__bloc_season", "sheet")
    return cards.get(membership__bloc_season__season=season, membership__unit=cast.units[row["unit"]])


def _lines(row: Row) -> list[Row]:
    return [one for one in rows("scores") if one["unit"] == row["unit"]]


def _given(criterion: Criterion, written: str, reason: str) -> Given:
    if written == NO_CASE:
        return Given(not_applicable=True, reason=reason)
    return Given(from_written(criterion.formula.asks, written), reason)


def _inputs(card: ScoreCard, row: Row) -> dict[str, Given]:
    sheet = sheet_of(card.sheet)
    return {
        one["criterion"]: _given(sheet.criterion(one["criterion"]), one["given"], one["reason"])
        for one in _lines(row)
        if one["given"]
    }


def _evidence(card: ScoreCard, row: Row, at: datetime) -> dict[str, list[Shown]]:
    """The papers that are named, with their scan where the sheet asks for a file."""
    sheet = sheet_of(card.sheet)
    return {
        one["criterion"]: [_shown(one, a_scan(at) if sheet.criterion(one["criterion"]).file_required else None)]
        for one in _lines(row)
        if one["evidence_number"]
    }


def _shown(told: Row, file: StoredFile | None) -> Shown:
    return Shown(told["evidence_title"], told["evidence_number"], day(told["evidence_date"]), file)


def _secretary(cast: Cast, at: datetime) -> Actor:
    return cast.actor(table("season")["roles"]["secretariat"][0], at.date())


def _on_behalf(cast: Cast, season: Season, row: Row, at: datetime) -> Callable[[], object]:
    def enter() -> object:
        card, signer = _card(cast, season, row), cast.people[row["signer"]]
        post = next(one for one in rows("people") if one["code"] == row["signer"])["post"]
        paper = SourcePaper(row["paper_title"], row["paper_number"], day(row["paper_date"]), signer.full_name, post)
        return enter_card_on_behalf(
            card,
            inputs=_inputs(card, row),
            evidence=_evidence(card, row, at),
            paper=paper,
            by=_secretary(cast, at),
            at=at,
            key=named(f"card:{row['unit']}"),
        )

    return enter


def _submitted(cast: Cast, season: Season, row: Row, at: datetime) -> Callable[[], object]:
    def submit() -> object:
        unit, card = row["unit"], _card(cast, season, row)
        officer = next(one["code"] for one in rows("people") if one["unit"] == unit and one["kind"] == PostKind.OFFICER)
        by, key = cast.actor(officer, at.date()), named(f"card:{unit}")
        saved = save_card(
            card,
            inputs=_inputs(card, row),
            evidence=_evidence(card, row, at),
            seen_version=card.version,
            by=by,
            at=at,
            key=f"{key}:save",
        )
        return submit_card(saved, seen_version=saved.version, by=by, at=at, key=f"{key}:submit")

    return submit


def _signed(cast: Cast, season: Season, row: Row, at: datetime) -> Callable[[], object]:
    def sign() -> object:
        by = cast.actor(row["signer"], at.date())
        return sign_cards([_card(cast, season, row)], by=by, at=at, key=named(f"card:{row['unit']}:sign"))

    return sign


def _verified(cast: Cast, season: Season, row: Row, at: datetime) -> Callable[[], object]:
    """Every line that verification changed, then the card as a whole."""

    def verify() -> object:
        by, key = cast.actor(row["verified_by"], at.date()), named(f"card:{row['unit']}:verify")
        for one in _lines(row):
            if not one["verified_given"]:
                continue
            card = _card(cast, season, row)
            line = card.lines.get(criterion=one["criterion"])
            criterion = sheet_of(card.sheet).criterion(one["criterion"])
            shown = Shown(one["verified_paper_title"], one["verified_paper_number"], day(one["verified_paper_date"]))
            verify_line(
                line,
                given=_given(criterion, one["verified_given"], ""),
                reason=one["verified_reason"],
                shown=shown,
                seen_version=card.version,
                by=by,
                at=at,
                key=f"{key}:{one['criterion']}",
            )
        card = _card(cast, season, row)
        return finish_verification(card, seen_version=card.version, by=by, at=at, key=key)

    return verify
