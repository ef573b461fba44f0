"""Questions about conferences: which seasons, who is invited, who comes, who has not answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from thidua.base.prepared import prepared
from thidua.core.workflow.conferences import Coming, ConferenceState, MatterKind
from thidua.records.councils.models import Conference, Invitation, Matter
from thidua.records.seasons.models import Membership, Season

WITH = ("cluster", "season__cluster", "host")
TOLD = (ConferenceState.INVITED.value, ConferenceState.HELD.value, ConferenceState.CONCLUDED.value)


def seasons_of(conference: Conference) -> list[Season]:
    """The convening season first, then those of the matters; remembered on the row, since every page asks."""
    kept: list[Season] | None = getattr(conference, "_seasons", None)
    if kept is None:
        kept = [conference.season, *_others(conference=conference.pk, but=conference.season_id)]
        vars(conference)["_seasons"] = kept
    return kept


@prepared
def _others(*, conference: int, but: int) -> QuerySet[Season]:
    others = Season.objects.filter(matters__conference=conference).exclude(pk=but)
    return others.select_related("cluster").distinct()


def conference_to_sign(season: Season) -> Conference | None:
    """The latest conference at which pacts of the season are signed, once the units have been told of it."""
    found = Conference.objects.filter(matters__season=season, matters__kind=MatterKind.SIGNING.value, state__in=TOLD)
    return found.order_by("starts_at", "pk").last()


def matters_of(conference: Conference) -> list[Matter]:
    return list(conference.matters.select_related("season__cluster", "bloc_season__bloc"))


def members_concerned(conference: Conference, matters: Iterable[Matter]) -> list[Membership]:
    """Member units that the matters concern, each once, in protocol order; all of the season where none is named."""
    named = [one.bloc_season_id for one in matters if one.bloc_season_id]
    whole = [one.season_id for one in matters if one.season_id and not one.bloc_season_id]
    if not named and not whole:
        whole = [conference.season_id]
    found = Membership.objects.filter(
        Q(bloc_season__in=named) | Q(bloc_season__season__in=whole), left_on=None, unit__dissolved_on=None
    ).select_related("unit", "bloc_season__season")
    newest_first = found.order_by("-bloc_season__season__emulation_year", "bloc_season__bloc__position", "position")
    by_unit: dict[int, Membership] = {}
    for member in newest_first:
        by_unit.setdefault(member.unit_id, member)
    return list(by_unit.values())


def with_sums(found: QuerySet[Conference]) -> QuerySet[Conference]:
    """Conferences with `asked`, `come`, `away`: how many were invited, come, do not come."""
    standing = Q(invitations__withdrawn_at=None)
    return found.annotate(
        asked=Count("invitations", filter=standing),
        come=Count("invitations", filter=standing & Q(invitations__coming=Coming.COMES.value)),
        away=Count("invitations", filter=standing & Q(invitations__coming=Coming.STAYS_AWAY.value)),
    ).order_by("-starts_at", "-pk")


def invitations_of(conference: Conference) -> QuerySet[Invitation]:
    """Letters that stand: guests first, then units in protocol order, with the people who come."""
    return (
        conference.invitations.filter(withdrawn_at=None)
        .select_related("membership__unit", "membership__bloc_season__bloc")
        .prefetch_related("delegates")
    )


def unanswered(conference: Conference) -> list[Invitation]:
    """Member units that have not answered, in protocol order."""
    waiting = conference.invitations.filter(
        withdrawn_at=None, coming=Coming.WAITING.value, membership__isnull=False
    ).select_related("membership__unit")
    return list(waiting)


@dataclass(frozen=True)
class Replies:
    """How many letters, how many of them answered, how many people come."""

    asked: int
    come: int
    away: int
    people: int

    @property
    def waiting(self) -> int:
        return self.asked - self.come - self.away


def replies_to(conference: Conference) -> Replies:
    found = conference.invitations.filter(withdrawn_at=None).aggregate(
        asked=Count("pk", distinct=True),
        come=Count("pk", filter=Q(coming=Coming.COMES.value), distinct=True),
        away=Count("pk", filter=Q(coming=Coming.STAYS_AWAY.value), distinct=True),
        people=Count("delegates", distinct=True),
    )
    return Replies(**found)


def own_invitation(conference: Conference, units: Sequence[int]) -> Invitation | None:
    """The letter to one of these units, by key."""
    found = conference.invitations.filter(withdrawn_at=None, membership__unit__in=units)
    return found.select_related("membership__unit").first()
