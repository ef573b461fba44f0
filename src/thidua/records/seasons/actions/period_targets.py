"""Acts on a unit's own way through the year: what it means to have reached by the end of each period."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from fractions import Fraction
from itertools import pairwise

from thidua.base.days import local_day
from thidua.base.rows import as_text
from thidua.core.actor import Actor
from thidua.core.answer import Answer, NotPossible, Sentence, require
from thidua.core.rights import either
from thidua.core.workflow.handing_in import may_enter
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.models import Commitment, CommitmentSet, Period, PeriodTarget

Ways = Mapping[int, Mapping[int, Fraction]]


@act
def give_period_targets(
    sheet: CommitmentSet, *, targets: Ways, seen_version: int, by: Actor, at: datetime, key: str
) -> CommitmentSet:
    """The unit, or the secretariat for it, gives its way through the year, before the sheet is submitted.

    `targets` by key of the line, then of the period: what is to be reached from the beginning of the year to
    the end of that period. The lines named lose what they had; an empty mapping takes a way back.
    Raises NotPossible if someone has saved since, or naming the line for a figure below zero or one that falls.
    """
    CommitmentSet.objects.select_for_update().get(pk=sheet.pk)
    sheet = CommitmentSet.objects.select_related("membership__bloc_season__season", "membership__unit").get(pk=sheet.pk)
    require(_may(by, sheet, at))
    require(may_enter(sheet.handing))
    sheet.expect(seen_version)
    periods = list(sheet.membership.bloc_season.periods.all())
    lines = list(sheet.lines.select_related("indicator").filter(pk__in=targets, indicator__kind="number"))
    if faults := [fault for line in lines for fault in _faults(line, targets[line.pk], periods)]:
        raise NotPossible(*faults)
    PeriodTarget.objects.filter(commitment__in=lines).delete()
    PeriodTarget.objects.bulk_create(
        PeriodTarget(commitment=line, period=period, target=targets[line.pk][period.pk])  # type: ignore[misc]
        for line in lines
        for period in periods
        if period.pk in targets[line.pk]
    )
    sheet.turn()
    sheet.save(update_fields=["version"])
    body = {
        line.indicator.code: {
            one.slug: as_text(targets[line.pk][one.pk]) for one in periods if one.pk in targets[line.pk]
        }
        for line in lines
    }
    record("commitments.ways_given", by=by, at=at, subjects=[sheet, sheet.membership.unit], body=body)
    return sheet


def _may(by: Actor, sheet: CommitmentSet, at: datetime) -> Answer:
    """The unit's own way, or the secretariat's: an officer of the head's unit may have both."""
    member, on = sheet.membership, local_day(at)
    season, bloc = member.bloc_season.season, member.bloc_season
    own = access.may(by, "commitments.enter", season=season, bloc=bloc, unit=member.unit, on=on)
    for_unit = access.may(by, "commitments.enter_on_behalf", season=season, bloc=bloc, unit=member.unit, on=on)
    return either(own, for_unit)


def _faults(line: Commitment, way: Mapping[int, Fraction], periods: list[Period]) -> Iterator[Sentence]:
    name = line.indicator.name
    given = [(period, way[period.pk]) for period in periods if period.pk in way]
    if any(target < 0 for _, target in given):
        yield Sentence("figure.below_zero", name=name)
    # A share may well fall in a hard quarter, and a backlog should; what is counted up only grows.
    counts_up = line.indicator.aggregation != "ratio" and line.indicator.better == "higher"
    for (before, earlier), (period, target) in pairwise(given):
        if counts_up and target < earlier:
            told = {"name": name, "target": target, "period": period.name, "earlier": earlier, "before": before.name}
            yield Sentence("period_target.falls", **told)
