"""Xem như: the actor through whose eyes a keeper of a season looks, made for a role and of no person."""

from dataclasses import dataclass
from datetime import date

from thidua.core.actor import Actor, Eyes, PostHeld, PostKind
from thidua.core.workflow.stages import ORDER, Stage, is_before
from thidua.records.seasons.access import may
from thidua.records.seasons.models import Membership, Season

IN_A_UNIT = {
    "leader": PostKind.LEADER,
    "delegate": PostKind.STAFF,
    "officer": PostKind.OFFICER,
    "staff": PostKind.STAFF,
}
ROLES = (*IN_A_UNIT, "deputy", "observer")


@dataclass(frozen=True)
class Look:
    """What was asked for: a role of `ROLES`, the slug of the unit for those held in one, a stage ahead or None."""

    cluster: str
    season: str
    role: str
    unit: str = ""
    stage: Stage | None = None


def actor_seen_through(viewer: Actor, look: Look, *, on: date) -> Actor | None:
    """The actor whose answers `viewer` reads; None once the viewer may no longer look, or the unit has left.

    It has no person, so nothing that is a person's own comes with it: notices, drafts, mail address.
    """
    season = Season.objects.filter(cluster__slug=look.cluster, slug=look.season).first()
    if season is None or look.role not in ROLES or not may(viewer, "season.look_as", season=season, on=on).is_yes:
        return None
    posts: tuple[PostHeld, ...] = ()
    eyes = Eyes(viewer, look.role, season.pk, stage=look.stage)
    if look.role in IN_A_UNIT:
        member = member_to_look_as(season, look.unit)
        if member is None:
            return None
        unit = member.unit
        posts = (PostHeld(unit.pk, unit.path, IN_A_UNIT[look.role], ""),)
        eyes = Eyes(viewer, look.role, season.pk, unit.pk, unit.slug, member.name, look.stage)
    return Actor(
        token=viewer.token, name=viewer.name, title=viewer.title, account=viewer.account, posts=posts,
        channel=viewer.channel, eyes=eyes,
    )  # fmt: skip


def member_to_look_as(season: Season, slug: str) -> Membership | None:
    """A unit that is a member of one of the season's blocs."""
    members = Membership.objects.filter(bloc_season__season=season, unit__slug=slug, left_on=None)
    return members.select_related("unit").first()


def stages_ahead(season: Season) -> list[Stage]:
    """Stages that at least one bloc of the season has yet to reach."""
    blocs = list(season.blocs.all())
    return [
        stage
        for stage in ORDER
        if any(is_before(Stage(bloc.stage), stage) and stage not in bloc.stages_left_out for bloc in blocs)
    ]
