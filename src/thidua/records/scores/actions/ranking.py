"""Acts on the ranking: a unit that may not be ranked, and the head's lock."""

from collections.abc import Mapping
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, refuse, require
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.steps import Shown, paper_of_the_bloc
from thidua.records.scores.access import may_exclude, may_lock, may_lock_on_paper
from thidua.records.scores.models import Exclusion, Ranking
from thidua.records.scores.queries import adopted_sheet, provisional_ranking
from thidua.records.scores.steps.evidence import paper_shown
from thidua.records.scores.steps.locks import locked_bloc
from thidua.records.scores.steps.ranking import write_places
from thidua.records.seasons.models import BlocSeason, Membership


@act
def exclude_unit(
    member: Membership, *, reason: str, shown: Shown | None, by: Actor, at: datetime, key: str
) -> Exclusion:
    """The unit is not ranked (không xếp hạng), with the reason and the paper where there is one."""
    bloc = locked_bloc(member.bloc_season_id)
    require(may_exclude(by, bloc, on=local_day(at)))
    if not reason.strip():
        raise refuse("ranking.exclusion_needs_reason")
    if Exclusion.objects.filter(membership=member, lifted_at=None).exists():
        raise refuse("ranking.is_excluded", unit=member.name)
    exclusion = Exclusion.objects.create(
        membership=member,
        reason=reason.strip(),
        paper=None if shown is None else paper_shown(member.unit, shown, on=local_day(at)),
        at=at,
        by=by.as_written(),
    )
    body = {"reason": exclusion.reason, "paper": str(exclusion.paper or "")}
    record("ranking.unit_excluded", by=by, at=at, subjects=[exclusion, member.unit, bloc], body=body)
    return exclusion


@act
def lift_exclusion(exclusion: Exclusion, *, reason: str, by: Actor, at: datetime, key: str) -> Exclusion:
    """The unit is ranked after all; the exclusion stays readable."""
    bloc = locked_bloc(exclusion.membership.bloc_season_id)
    require(may_exclude(by, bloc, on=local_day(at)))
    exclusion = Exclusion.objects.select_related("membership__unit").get(pk=exclusion.pk)
    if not reason.strip():
        raise refuse("ranking.exclusion_needs_reason")
    if exclusion.lifted_at is not None:
        raise refuse("ranking.is_not_excluded", unit=exclusion.membership.name)
    exclusion.lifted_at, exclusion.lifted_reason = at, reason.strip()
    exclusion.save(update_fields=["lifted_at", "lifted_reason"])
    subjects = [exclusion, exclusion.membership.unit, bloc]
    record("ranking.exclusion_lifted", by=by, at=at, subjects=subjects, body={"reason": reason.strip()})
    return exclusion


@act
def lock_ranking(bloc: BlocSeason, *, by: Actor, at: datetime, key: str) -> Ranking:
    """The head locks the ranking: places as core reckons them from what stands on the cards, never changed after.

    Raises NotPossible naming every unit whose card is not signed or not verified.
    """
    bloc = locked_bloc(bloc.pk)
    require(may_lock(by, bloc, on=local_day(at)))
    return _lock(bloc, by.as_written(), None, by=by, at=at)


@act
def lock_ranking_on_paper(bloc: BlocSeason, *, paper: SourcePaper, by: Actor, at: datetime, key: str) -> Ranking:
    """The secretariat locks the ranking from a paper that the head has signed. Raises as `lock_ranking`."""
    bloc = locked_bloc(bloc.pk)
    require(may_lock_on_paper(by, bloc, on=local_day(at)))
    if paper.dated_on > local_day(at):
        raise refuse("entry.paper_from_later", dated_on=paper.dated_on)
    return _lock(bloc, paper.signer(), paper, by=by, at=at)


def _lock(
    bloc: BlocSeason, signer: Mapping[str, object], source: SourcePaper | None, *, by: Actor, at: datetime
) -> Ranking:
    adopted, now = adopted_sheet(bloc), provisional_ranking(bloc)
    if now.waiting:
        raise NotPossible(*now.waiting.values())
    if adopted is None or not now.places:
        raise refuse("ranking.nothing_to_rank")
    shown = source and Shown(source.source, source.number, source.dated_on, source.file)
    paper = paper_of_the_bloc(shown) if shown else None
    ranking = Ranking.objects.create(bloc_season=bloc, sheet=adopted, locked_at=at, locked_by=dict(signer), paper=paper)
    write_places(ranking, now)
    body: dict[str, object] = {"seal": ranking.seal, "sheet": adopted.text_hash, "units": len(now.places)}
    if source is not None:
        body |= {"paper": source.as_written(), "signer": source.signer()}
    record("ranking.locked", by=by, at=at, subjects=[ranking, bloc, bloc.season], body=body)
    return ranking
