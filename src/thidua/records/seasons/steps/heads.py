"""Writes who heads a season, by the decision or the minutes."""

from datetime import date, timedelta
from typing import Any

from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.records.directory.steps.standing import require_standing
from thidua.records.papers.steps import paper_of_the_bloc
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import HeadSelection, Season, SeasonRole


def write_head(season: Season, heading: Heading, *, from_on: date | None, on: date) -> SeasonRole:
    """The head from `from_on`, or else from `on`; whoever is head now is so until the day before.

    Named again, the head gets the decision or the minutes. Raises NotPossible for what is missing in them, for a
    day that is not after the first of the head before, or for a unit that is no more.
    """
    require_standing(heading.unit)
    if faults := faults_of(heading, season.cluster.head_selection):
        raise NotPossible(*faults)
    before = season.roles.filter(role=SeasonRole.Role.HEAD, until_on=None).select_related("person").first()
    if before is None or before.person_id != heading.person.pk:
        first = from_on or (on if before else None)
        if before is not None and first is not None:
            _end(before, first)
        before = SeasonRole(
            season=season, role=SeasonRole.Role.HEAD, person=heading.person, unit=heading.unit, from_on=first
        )
    before.chosen, before.ground = season.cluster.head_selection, paper_of_the_bloc(heading.ground)
    before.votes_for, before.votes_given = heading.votes_for, heading.votes_given
    before.save()
    return before


def _end(before: SeasonRole, first: date) -> None:
    if before.from_on is not None and first <= before.from_on:
        raise refuse("head.too_early", name=before.person.full_name, from_on=before.from_on)
    before.until_on = first - timedelta(days=1)
    before.save(update_fields=["until_on"])


def faults_of(heading: Heading, selection: str) -> list[Sentence]:
    """An appointment needs number and day of its decision, an election the day of its minutes and the votes."""
    faults = []
    if selection == HeadSelection.APPOINTED:
        if not heading.ground.number or heading.ground.dated_on is None:
            faults.append(Sentence("head.needs_decision"))
        if (heading.votes_for, heading.votes_given) != (None, None):
            faults.append(Sentence("head.appointed_without_votes"))
        return faults
    if heading.ground.dated_on is None:
        faults.append(Sentence("head.needs_minutes"))
    if not heading.votes_for or not heading.votes_given:
        faults.append(Sentence("head.needs_votes"))
    elif heading.votes_for > heading.votes_given:
        faults.append(Sentence("head.more_votes_than_given", votes=heading.votes_for, given=heading.votes_given))
    return faults


def as_chosen(head: SeasonRole) -> dict[str, Any]:
    """As the journal keeps it."""
    ground = head.ground
    return {
        "unit": head.unit.code,
        "chosen": head.chosen,
        "ground": str(ground) if ground else "",
        "from": head.from_on.isoformat() if head.from_on else "",
        "votes": [head.votes_for, head.votes_given],
    }
