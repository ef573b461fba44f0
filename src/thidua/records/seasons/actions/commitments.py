"""Acts on a unit's commitments: typed and submitted by the officer, signed or returned by the leader."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from thidua.base.days import local_day
from thidua.base.rows import as_text
from thidua.core.actor import Actor
from thidua.core.answer import Answer, refuse, require
from thidua.core.rights.scopes import Scope
from thidua.core.workflow.handing_in import Move, may_enter
from thidua.core.workflow.signing import PactStage
from thidua.records.accounts.queries import signer_of
from thidua.records.desk.steps.entries import SourcePaper, note_on_behalf
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.steps import Shown, papers_of_unit
from thidua.records.seasons import access
from thidua.records.seasons.models import CommitmentSet, Pact
from thidua.records.seasons.steps.figures import Figures, enter_figures, require_all_figures, require_unfixed_text
from thidua.records.seasons.steps.locks import hold_blocs
from thidua.records.seasons.steps.titles import register_titles


@dataclass(frozen=True)
class Decided:
    """The decision by which a target was assigned."""

    title: str
    number: str
    dated_on: date


@act
def save_commitments(
    sheet: CommitmentSet,
    *,
    figures: Mapping[int, Figures],
    titles: Mapping[str, int] | None = None,
    seen_version: int,
    by: Actor,
    at: datetime,
    key: str,
) -> CommitmentSet:
    """The officer types the sheet; `figures` by key of the line, `titles` by key of the title, None as they stand.

    Raises NotPossible if someone has saved since, or naming the decision for a figure below the assigned one.
    """
    sheet = _locked(sheet)
    require(_may(by, "commitments.enter", sheet, at))
    require(may_enter(sheet.handing))
    sheet.expect(seen_version)
    body = {"lines": enter_figures(sheet, figures), "titles": register_titles(sheet, titles)}
    sheet.turn()
    sheet.save(update_fields=["version"])
    record("commitments.saved", by=by, at=at, subjects=_subjects(sheet), body=body)
    return sheet


@act
def submit_commitments(sheet: CommitmentSet, *, seen_version: int, by: Actor, at: datetime, key: str) -> CommitmentSet:
    """The officer submits the sheet for signature. Raises NotPossible naming every line that has no figure."""
    sheet = _locked(sheet)
    require(_may(by, "commitments.submit", sheet, at))
    sheet.expect(seen_version)
    require_all_figures(sheet)
    return _hand(sheet, Move.SUBMIT, "commitments.submitted", by=by, at=at)


@act
def take_back_commitments(sheet: CommitmentSet, *, by: Actor, at: datetime, key: str) -> CommitmentSet:
    """The officer takes a submitted sheet back to mend it, until the leader has signed or returned it."""
    seen, sheet = sheet.version, _locked(sheet)
    require(_may(by, "commitments.submit", sheet, at))
    return _hand(sheet, Move.TAKE_BACK, "commitments.taken_back", seen=seen, by=by, at=at)


@act
def sign_commitments(sheets: list[CommitmentSet], *, by: Actor, at: datetime, key: str) -> list[CommitmentSet]:
    """The leader or a delegate signs, many at once: all or none.

    Raises NotPossible for a sheet that was taken back and submitted anew since the version that `sheets`
    carry, and once a text is fixed in which the unit's figures do not stand.
    """
    require_unfixed_text({sheet.membership.bloc_season_id for sheet in sheets})
    signed, seen = [], {sheet.pk: sheet.version for sheet in sheets}
    for sheet in (_locked(one) for one in sorted(sheets, key=lambda one: one.pk)):
        require(_may(by, "commitments.sign", sheet, at))
        signer = signer_of(by, sheet.membership.unit, Scope.PACT, on=local_day(at))
        sheet.hand(Move.SIGN, by=by, at=at, signer=signer)
        sheet.expect(seen[sheet.pk], or_say="handing.changed_since")
        sheet.turn()
        sheet.save()
        signed.append(sheet)
    subjects = [subject for sheet in signed for subject in _subjects(sheet)]
    record("commitments.signed", by=by, at=at, subjects=subjects, body={"sheets": len(signed)})
    return signed


@act
def return_commitments(sheet: CommitmentSet, *, remark: str, by: Actor, at: datetime, key: str) -> CommitmentSet:
    """The leader returns the sheet to the officer with a remark."""
    seen, sheet = sheet.version, _locked(sheet)
    require(_may(by, "commitments.sign", sheet, at))
    if not remark.strip():
        raise refuse("commitments.needs_remark")
    return _hand(sheet, Move.RETURN, "commitments.returned", seen=seen, by=by, at=at, remark=remark.strip())


@act
def correct_commitments(sheet: CommitmentSet, *, by: Actor, at: datetime, key: str) -> CommitmentSet:
    """A signed sheet is opened again; its figures stand no longer until it is signed anew.

    Raises NotPossible once the signing of the pact has fixed the text in which they stand.
    """
    # The bloc before the sheet: the opening of the signing reads all sheets under the bloc's lock.
    hold_blocs([sheet.membership.bloc_season_id])
    sheet = _locked(sheet)
    require(_may(by, "commitments.enter", sheet, at))
    pact = Pact.objects.filter(bloc_season=sheet.membership.bloc_season_id).first()
    if pact is not None and pact.at_stage is not PactStage.DRAFT:
        raise refuse("commitments.text_is_fixed")
    return _hand(sheet, Move.CORRECT, "commitments.reopened", by=by, at=at)


@act
def enter_commitments_on_behalf(
    sheet: CommitmentSet,
    *,
    figures: Mapping[int, Figures],
    titles: Mapping[str, int] | None = None,
    paper: SourcePaper,
    by: Actor,
    at: datetime,
    key: str,
) -> CommitmentSet:
    """The secretariat enters a unit's sheet from a paper (nhập thay): it counts as signed by the leader named there.

    The entry is marked and the unit told. Raises NotPossible for a line without a figure or below the
    assigned one, if the unit's own sheet is on its way already, or once the pact's text is fixed.
    """
    require_unfixed_text({sheet.membership.bloc_season_id})
    sheet = _locked(sheet)
    require(_may(by, "commitments.enter_on_behalf", sheet, at))
    require(may_enter(sheet.handing))
    changes, registered = enter_figures(sheet, figures), register_titles(sheet, titles)
    require_all_figures(sheet)
    unit = sheet.membership.unit
    entering = by.for_unit(unit.token)
    sheet.hand(Move.SUBMIT, by=entering, at=at)
    sheet.hand(Move.SIGN, by=entering, at=at, signer=paper.signer())
    sheet.turn()
    sheet.save()
    note_on_behalf(sheet, unit, paper, within=sheet.membership.bloc_season, by=by, at=at)
    body = {"lines": changes, "titles": registered, "paper": paper.as_written()}
    record("commitments.entered_on_behalf", by=entering, at=at, subjects=_subjects(sheet), body=body)
    return sheet


def _locked(sheet: CommitmentSet) -> CommitmentSet:
    CommitmentSet.objects.select_for_update().get(pk=sheet.pk)
    return CommitmentSet.objects.select_related("membership__bloc_season__season__cluster", "membership__unit").get(
        pk=sheet.pk
    )


def _may(by: Actor, what: str, sheet: CommitmentSet, at: datetime) -> Answer:
    bloc = sheet.membership.bloc_season
    return access.may(by, what, season=bloc.season, bloc=bloc, unit=sheet.membership.unit, on=local_day(at))


def _subjects(sheet: CommitmentSet) -> list[CommitmentSet]:
    return [sheet, sheet.membership.unit]  # type: ignore[list-item]


def _hand(
    sheet: CommitmentSet, move: Move, kind: str, *, by: Actor, at: datetime, seen: int | None = None, remark: str = ""
) -> CommitmentSet:
    sheet.hand(move, by=by, at=at, remark=remark)
    if seen is not None:
        sheet.expect(seen, or_say="handing.changed_since")
    sheet.turn()
    sheet.save()
    record(kind, by=by, at=at, subjects=_subjects(sheet), body={"remark": remark} if remark else None)
    return sheet


@act
def assign_targets(
    sheet: CommitmentSet, *, targets: Mapping[int, tuple[Fraction, Decided]], by: Actor, at: datetime, key: str
) -> CommitmentSet:
    """Writes down what ministry or province has assigned to a unit by decision; `targets` by key of the line."""
    sheet = _locked(sheet)
    bloc = sheet.membership.bloc_season
    require(access.may(by, "season.plan", season=bloc.season, bloc=bloc, on=local_day(at)))
    body = {}
    lines = list(sheet.lines.select_related("indicator").filter(pk__in=targets))
    decisions = [targets[line.pk][1] for line in lines]
    papers = papers_of_unit(sheet.membership.unit, [Shown(one.title, one.number, one.dated_on) for one in decisions])
    for line, paper in zip(lines, papers, strict=True):
        figure, _ = targets[line.pk]
        line.assigned, line.assigned_by = figure, paper
        line.save(update_fields=["assigned", "assigned_by"])
        body[line.indicator.code] = f"{as_text(figure)} ({line.assigned_by})"
    record("commitments.targets_assigned", by=by, at=at, subjects=_subjects(sheet), body=body)
    return sheet
