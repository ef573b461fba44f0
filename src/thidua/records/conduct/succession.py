"""What a reorganisation of units would bring with it in directory, accounts and seasons, counted before it is done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from thidua.core.actor import PostKind
from thidua.core.answer import Sentence
from thidua.core.texts import text_hash
from thidua.core.workflow.handing_in import Handing
from thidua.core.workflow.on_behalf import EntryState
from thidua.core.workflow.signing import PactStage
from thidua.core.workflow.stages import Stage
from thidua.records.accounts.models import Account
from thidua.records.accounts.queries import letters_of_units
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.directory.models import Post, Unit
from thidua.records.directory.queries.reorganising import children_of, posts_from
from thidua.records.directory.reorganising import NewUnit, Reorganising
from thidua.records.results.models import Report
from thidua.records.seasons.models import CommitmentSet, Membership
from thidua.records.seasons.queries.succession import (
    SHEETS_OPEN,
    is_in_season,
    members_to_be_ranked,
    members_to_leave,
    parts_to_pass,
)


@dataclass(frozen=True)
class Found:
    """What a reorganisation touches: read before it is told, and again under lock before it is done."""

    posts: Sequence[Post]
    children: Sequence[Unit]
    letters: int
    accounts: int
    leaving: Sequence[Membership]
    ranked: Sequence[Membership]
    parts: int
    entries: int
    reports: Mapping[int, int]  # how many are not signed, by key of the membership
    sheets: Mapping[int, str]  # state of the sheet of commitments, by key of the membership


def found_for(plan: Reorganising) -> Found:
    """A fixed number of queries for any number of units."""
    ending, on = plan.ending, plan.on
    posts = list(posts_from(ending or plan.units, on))
    if not ending:
        people = {named.person.pk for named in plan.leaders.values()}
        posts = [post for post in posts if post.pk in plan.posts or post.person_id in people]
    children = list(children_of(ending or plan.units))
    if not ending:
        children = [child for child in children if child.pk in plan.children]
    leaving = list(members_to_leave(ending, on))
    unsigned = Report.objects.filter(membership__in=leaving).exclude(state=Handing.SIGNED.value)
    standing = EntryOnBehalf.objects.filter(unit__in=ending, state=EntryState.STANDING.value)
    return Found(
        posts=posts,
        children=children,
        letters=letters_of_units(ending, on=on).count(),
        accounts=Account.objects.filter(person__in=[post.person_id for post in posts], is_active=True).count(),
        leaving=leaving,
        ranked=list(members_to_be_ranked(ending, on)),
        parts=parts_to_pass(ending, on).count(),
        entries=standing.count(),
        reports=dict(unsigned.order_by().values_list("membership").annotate(count=Count("pk"))),
        sheets=dict(CommitmentSet.objects.filter(membership__in=leaving).values_list("membership", "state")),
    )


def joining(plan: Reorganising, found: Found) -> list[tuple[Membership, int]]:
    """Who joins in whose place: (the membership that ends, place of the successor), each successor once a season."""
    pairs: list[tuple[Membership, int]] = []
    done: set[tuple[int, int]] = set()
    for member in found.leaving:
        for place, unit in enumerate(plan.into):
            mark = (member.bloc_season.season_id, place)
            is_there = isinstance(unit, Unit) and is_in_season(unit, member.bloc_season)
            if place in plan.joining and mark not in done and not is_there:
                done.add(mark)
                pairs.append((member, place))
    return pairs


def consequences_of(plan: Reorganising, found: Found) -> list[Sentence]:
    """Every consequence in its order: units, people, what hangs below, then season by season."""
    return [*_of_units(plan), *_of_people(plan, found), *_of_seasons(plan, found)]


def seal_of(consequences: Sequence[Sentence]) -> str:
    """What the page shows and the form sends back: a reorganisation is done only as it was told."""
    return text_hash("\n".join(str(one.as_written()) for one in consequences))


def _of_units(plan: Reorganising) -> Iterator[Sentence]:
    for unit in plan.ending:
        yield Sentence("consequence.ends", unit=unit.name, on=plan.on)
    for successor in plan.into:
        if isinstance(successor, NewUnit):
            yield Sentence("consequence.founded", unit=successor.name, code=successor.code, on=plan.on)
        else:
            yield Sentence("consequence.goes_on", unit=successor.name)
    if not plan.ending:
        yield from (Sentence("consequence.goes_on", unit=unit.name) for unit in plan.units)


def _of_people(plan: Reorganising, found: Found) -> Iterator[Sentence]:
    leaders = {named.person.pk for named in plan.leaders.values()}
    for place, unit in enumerate(plan.into):
        if (named := plan.leaders.get(place)) is not None:
            yield Sentence("consequence.leader", name=named.person.full_name, title=named.title, unit=unit.name)
        passing = [
            post for post in found.posts if plan.place_of_post(post.pk) == place and post.person_id not in leaders
        ]
        if passing:
            yield Sentence("consequence.posts_pass", count=len(passing), unit=unit.name)
        if former := sum(post.kind == PostKind.LEADER for post in passing):
            yield Sentence("consequence.former_leaders", count=former, title=plan.former_leaders_title)
    if ended := sum(plan.place_of_post(post.pk) is None and post.person_id not in leaders for post in found.posts):
        yield Sentence("consequence.posts_end", count=ended)
    if found.accounts:
        yield Sentence("consequence.accounts", count=found.accounts)
    if found.letters:
        yield Sentence("consequence.letters", count=found.letters)
    for place, unit in enumerate(plan.into):
        if below := sum(plan.children.get(child.pk, 0) == place for child in found.children):
            yield Sentence("consequence.children", count=below, unit=unit.name)


def _of_seasons(plan: Reorganising, found: Found) -> Iterator[Sentence]:
    joined = joining(plan, found)
    for member in found.leaving:
        bloc = member.bloc_season
        where: dict[str, Any] = {"unit": member.name, "bloc": bloc.bloc.name, "season": bloc.season.name}
        yield Sentence("consequence.leaves", **where, on=plan.on)
        yield from _left_open(member, found, where)
        for _, place in (pair for pair in joined if pair[0] == member):
            yield from _joins(plan, member, place)
    for member in found.ranked:
        bloc = member.bloc_season
        yield Sentence("consequence.is_ranked", unit=member.name, bloc=bloc.bloc.name, season=bloc.season.name)
    if found.parts:
        told = {"unit": plan.into[0].name} if plan.into else {}
        yield Sentence("consequence.parts_pass" if told else "consequence.parts_end", count=found.parts, **told)
    if found.entries:
        yield Sentence("consequence.entries", count=found.entries)


def _left_open(member: Membership, found: Found, where: Mapping[str, Any]) -> Iterator[Sentence]:
    state = found.sheets.get(member.pk)
    if state == Handing.SIGNED:
        yield Sentence("consequence.commitments_stand", **where)
    elif state is not None:
        yield Sentence("consequence.commitments_open", **where)
    if count := found.reports.get(member.pk):
        yield Sentence("consequence.reports_open", **where, count=count)


def _joins(plan: Reorganising, member: Membership, place: int) -> Iterator[Sentence]:
    bloc, unit = member.bloc_season, plan.into[place]
    where: dict[str, Any] = {"unit": unit.name, "bloc": bloc.bloc.name, "season": bloc.season.name}
    yield Sentence("consequence.joins", **where, position=member.position)
    if bloc.at_stage is not Stage.PLANNED:
        count = sum(period.until_on >= plan.on for period in bloc.periods.all())
        yield Sentence("consequence.reports_opened", **where, count=count)
    pact = getattr(bloc, "pact", None)
    if pact is not None and pact.at_stage is PactStage.OPEN:
        yield Sentence("consequence.text_is_fixed", **where)
    elif pact is not None and pact.at_stage is not PactStage.DRAFT:
        yield Sentence("consequence.registers_by_annex", **where)
    elif bloc.at_stage in SHEETS_OPEN:
        yield Sentence("consequence.registers", **where)
