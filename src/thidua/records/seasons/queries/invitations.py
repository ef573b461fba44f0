"""Questions about invitations of units: who has come in, which code is still open, how it reads."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from thidua.base.sealed import mac_of
from thidua.core.actor import PostKind
from thidua.core.workflow.inviting import as_kept, code_from
from thidua.records.accounts.models import Account
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.directory.models import Post, Unit
from thidua.records.directory.queries import in_force
from thidua.records.seasons.models import Membership, Season, UnitInvitation
from thidua.records.seasons.models.invitations import OPEN

WITH = ("unit", "person", "season__cluster")
OF_A_UNIT = (PostKind.LEADER.value, PostKind.DEPUTY.value, PostKind.OFFICER.value)


def code_of(invitation: UnitInvitation) -> str:
    """The code that its letter bears, made anew; nothing once the installation has another key."""
    code = code_from(mac_of(invitation.public_id, about="invitation code"))
    return code if hash_of(code) == invitation.code_hash else ""


def hash_of(code: str) -> str:
    return mac_of(as_kept(code), about="invitation hash").hex()


def invitation_by(code: str, *, at: datetime) -> UnitInvitation | None:
    """The open invitation that a code belongs to."""
    found = UnitInvitation.objects.filter(OPEN, code_hash=hash_of(code), expires_at__gt=at, season__withdrawn_at=None)
    return found.select_related(*WITH).first()


def ended_invitation_by(code: str, *, at: datetime) -> UnitInvitation | None:
    """The invitation of a code that opens nothing any more: used, revoked or over."""
    found = UnitInvitation.objects.filter(code_hash=hash_of(code), season__withdrawn_at=None)
    return found.exclude(OPEN, expires_at__gt=at).first()


def members_to_invite(season: Season, *, on: date) -> Any:
    """A QuerySet of memberships, bloc by bloc; `is_in` says whether somebody of the unit can sign in.

    `is_on_paper` says of a unit that is out that the secretariat has entered something for it: it need not come in.
    """
    members = Membership.objects.filter(bloc_season__season=season, left_on=None)
    return (
        _knowing_who_is_out(members, on)
        .select_related("unit", "bloc_season__bloc")
        .order_by("bloc_season__bloc__position", "position", "pk")
    )


@dataclass(frozen=True)
class Counted:
    """Units of a season: `lacking` are those that should come in and have no code that opens, `mailable` those whose
    code may be mailed."""

    units: int
    inside: int
    on_paper: int
    lacking: int
    open: int
    mailable: int


def counted(season: Season, *, on: date, at: datetime) -> Counted:
    """Two queries."""
    codes = open_invitations(season, at=at)
    on_paper = Q(is_in=False, is_on_paper=True)
    lacking = Q(is_in=False, is_on_paper=False) & ~Q(unit__in=codes.order_by().values("unit"))
    members = members_to_invite(season, on=on).order_by().aggregate(
        units=Count("pk"), inside=Count("pk", filter=Q(is_in=True)), on_paper=Count("pk", filter=on_paper),
        lacking=Count("pk", filter=lacking),
    )  # fmt: skip
    mailable = Q(person__isnull=False) & ~Q(person__email="")
    return Counted(**members, **codes.aggregate(open=Count("pk"), mailable=Count("pk", filter=mailable)))


def units_still_out(seasons: Collection[int], *, on: date) -> dict[int, int]:
    """How many units should come in and nobody can sign in for yet, by key of a season whose units were asked in; one
    query."""
    asked = UnitInvitation.objects.filter(season__in=list(seasons), revoked_at=None).values("season")
    members = Membership.objects.filter(bloc_season__season__in=asked, left_on=None)
    out = _knowing_who_is_out(members, on).filter(is_in=False, is_on_paper=False)
    counted = out.order_by().values_list("bloc_season__season")
    return dict(counted.annotate(count=Count("unit", distinct=True)))


def _knowing_who_is_out(members: QuerySet[Membership], on: date) -> Any:
    signs_in = ~Q(password__startswith=UNUSABLE_PASSWORD_PREFIX) | ~Q(demo_role="")
    accounts = Account.objects.filter(signs_in, is_active=True)
    posts = Post.objects.filter(in_force(on), unit=OuterRef("unit"), kind__in=OF_A_UNIT)
    within = Concat(Value("blocseason:"), OuterRef("bloc_season__public_id"))
    entered = EntryOnBehalf.marks.filter(unit=OuterRef("unit"), within=within)
    return members.annotate(
        is_in=Exists(posts.filter(person__in=accounts.values("person"))), is_on_paper=Exists(entered)
    )


def last_invitations(season: Season, units: Iterable[int]) -> Mapping[int, UnitInvitation]:
    """The newest invitation of each unit, by its key; one query."""
    found = UnitInvitation.objects.filter(season=season, unit__in=list(units)).select_related(*WITH)
    return {one.unit_id: one for one in found.order_by("pk")}


def open_invitations(season: Season, *, at: datetime) -> QuerySet[UnitInvitation]:
    """Those whose code still opens, in the order of their units' names."""
    found = UnitInvitation.objects.filter(OPEN, season=season, expires_at__gt=at)
    return found.select_related(*WITH).order_by("pk")


def officers_of(units: Iterable[Unit], *, on: date) -> Mapping[int, Post]:
    """The first officer of each unit, by the unit's key; one query."""
    posts = Post.objects.filter(in_force(on), unit__in=list(units), kind=PostKind.OFFICER.value)
    return {post.unit_id: post for post in posts.select_related("person").order_by("-pk")}
