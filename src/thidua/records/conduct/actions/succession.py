"""Acts on the order of units: merged, split, dissolved by a decision, with all that hangs on them; and annulled."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse, require
from thidua.core.workflow.stages import Stage
from thidua.records.accounts.steps import end_letters, restore_letters
from thidua.records.conduct.access import faults_of_annulment
from thidua.records.conduct.succession import Found, consequences_of, found_for, joining, seal_of
from thidua.records.desk.steps.notices import notify
from thidua.records.directory.access import may
from thidua.records.directory.models import Person, Reorganisation, Unit
from thidua.records.directory.queries.reorganising import faults_of
from thidua.records.directory.reorganising import NewUnit, Reorganising
from thidua.records.directory.steps.reorganising import carry_out, lock_units, remember, take_back
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.results.steps.reports import open_reports_from
from thidua.records.seasons.queries.succession import members_changed, members_to_leave, parts_changed, parts_to_pass
from thidua.records.seasons.steps.succession import (
    hold_seasons,
    join,
    leave,
    pass_parts,
    return_members,
    return_parts,
)


@act
def reorganise_units(plan: Reorganising, *, seen: str = "", by: Actor, at: datetime, key: str) -> Reorganisation:
    """Units are merged, split or dissolved: people, units below, memberships and parts pass as the plan says.

    Both sides keep their history, and accounts go on. `seen` is the seal of the consequences that the page has
    told. Raises NotPossible with every fault of the plan, or if other consequences have come up since.
    """
    require(may(by, "units.reorganise"))
    plan = _locked(plan)
    if faults := faults_of(plan, today=local_day(at)):
        raise NotPossible(*faults)
    hold_seasons(members_to_leave(plan.ending, plan.on), parts_to_pass(plan.ending, plan.on))
    found = found_for(plan)
    told = consequences_of(plan, found)
    if seen and seen != seal_of(told):
        raise refuse("succession.told_otherwise")
    ended_letters = end_letters(plan.ending, on=plan.on, at=at)
    parts = list(parts_to_pass(plan.ending, plan.on))
    row, successors = carry_out(plan, at=at)
    joined = _change_members(plan, found, successors)
    ended, begun = pass_parts(parts, successors[0] if successors else None, on=plan.on)
    left = [member.pk for member in found.leaving]
    remember(
        row,
        {"left": left, "joined": joined, "letters": ended_letters, "parts_ended": ended, "parts_begun": begun},
    )
    for unit in successors:
        notify(
            unit, Sentence("notice.took_over", unit=unit.name), at=at, place="reorganisation", slugs=(row.public_id,)
        )
    record(
        f"unit.{plan.kind}", by=by, at=at, subjects=_subjects(row, plan.units, successors, found), body=_body(row, told)
    )
    return row


@act
def annul_reorganisation(row: Reorganisation, *, because: str, by: Actor, at: datetime, key: str) -> Reorganisation:
    """A reorganisation noted by mistake is undone, as long as nothing was built upon it; it stays readable.

    Raises NotPossible without a reason, or with all that has been built upon it since.
    """
    require(may(by, "units.reorganise"))
    lines = list(row.lines.select_related("predecessor", "successor"))
    units = [unit for line in lines for unit in (line.predecessor, line.successor) if unit is not None]
    lock_units(*units)
    row = Reorganisation.objects.select_for_update().get(pk=row.pk)
    hold_seasons(members_changed(row), parts_changed(row))
    if not because.strip():
        raise refuse("succession.needs_reason")
    if faults := faults_of_annulment(row):
        raise NotPossible(*faults)
    undo = row.undo
    return_members(undo["left"], undo["joined"], on=row.on)
    return_parts(undo["parts_ended"], undo["parts_begun"])
    restore_letters(undo["letters"])
    take_back(row, because=because.strip(), at=at)
    people = Person.objects.filter(posts__in=[pk for pk, _ in undo["ended_posts"]]).distinct()
    subjects: list[HasToken] = [row, *units, *people]
    record("unit.reorganisation_annulled", by=by, at=at, subjects=subjects, body={"reason": because.strip()})
    return row


def _locked(plan: Reorganising) -> Reorganising:
    """The plan with its units read anew under lock."""
    parents = [unit.parent for unit in plan.into if isinstance(unit, NewUnit) and unit.parent is not None]
    now = lock_units(*plan.units, *plan.standing, *parents)

    def read(unit: Unit | NewUnit) -> Unit | NewUnit:
        if isinstance(unit, Unit):
            return now[unit.pk]
        return replace(unit, parent=now[unit.parent.pk]) if unit.parent else unit

    return replace(plan, units=tuple(now[unit.pk] for unit in plan.units), into=tuple(read(unit) for unit in plan.into))


def _change_members(plan: Reorganising, found: Found, successors: list[Unit]) -> list[int]:
    """Gives the keys of the memberships that begin."""
    pairs = joining(plan, found)
    leave(found.leaving, on=plan.on)
    joined = []
    for member, place in pairs:
        new = join(member.bloc_season, successors[place], position=member.position)
        if member.bloc_season.at_stage is not Stage.PLANNED:
            open_reports_from(new, plan.on)
        joined.append(new.pk)
    return joined


def _subjects(row: Reorganisation, units: Iterable[Unit], successors: Iterable[Unit], found: Found) -> list[HasToken]:
    blocs = {member.bloc_season_id: member.bloc_season for member in found.leaving}
    return [row, *units, *successors, *(post.person for post in found.posts), *blocs.values()]


def _body(row: Reorganisation, told: list[Sentence]) -> dict[str, Any]:
    return {
        "from": row.from_names,
        "successor": ", ".join(row.into_names),
        "on": row.on.isoformat(),
        "decision": f"{row.number}, {row.dated_on.isoformat() if row.dated_on else ''}, {row.issuer}, {row.title}",
        "file": row.file.sha256 if row.file else "",
        "consequences": [one.as_written() for one in told],
    }
