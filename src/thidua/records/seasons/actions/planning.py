"""Acts before the season runs: found a cluster, plan a season, give out its parts."""

from collections.abc import Sequence
from datetime import date, datetime

from thidua.base.days import local_day
from thidua.base.library import rights
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.records.directory.models import Person, Unit
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.models import Bloc, Cluster, Season, SeasonRole
from thidua.records.seasons.plan import SeasonPlan
from thidua.records.seasons.steps.frame import write_season

# Path words of the program itself: a cluster of that name would hide a page. A test compares them with the url table.
RESERVED_SLUGS = frozenset(
    {
        "cham-diem", "dang-nhap", "dang-xuat", "doi-mat-khau", "don-vi", "giao-dien", "hom-nay", "live", "mat-khau",
        "mau", "moi", "nam-thi-dua", "nguoi", "nhap-luu", "quan-tri", "quen-mat-khau", "tai-khoan", "thu-dung", "tim",
        "tinh",
    }
)  # fmt: skip


@act
def found_cluster(
    *,
    slug: str,
    name: str,
    short_name: str,
    head_word: str,
    deputy_word: str,
    authority: Unit | None,
    blocs: Sequence[tuple[str, str]],
    by: Actor,
    at: datetime,
    key: str,
) -> Cluster:
    """A new cluster with its blocs, given as (slug, name) in their order.

    Raises NotPossible for a slug that is a word of the program or is taken.
    """
    require(rights().answer("cluster.plan", {"administrator"} if by.is_administrator else {"public"}))
    if slug in RESERVED_SLUGS:
        raise refuse("cluster.slug_reserved", slug=slug)
    if Cluster.objects.filter(slug=slug).exists():
        raise refuse("cluster.slug_taken", slug=slug)
    cluster = Cluster.objects.create(
        slug=slug, name=name, short_name=short_name, head_word=head_word, deputy_word=deputy_word, authority=authority
    )
    Bloc.objects.bulk_create(
        Bloc(cluster=cluster, slug=bloc, name=called, position=place) for place, (bloc, called) in enumerate(blocs, 1)
    )
    record("cluster.founded", by=by, at=at, subjects=[cluster], body={"slug": slug, "name": name})
    return cluster


@act
def plan_season(cluster: Cluster, *, plan: SeasonPlan, by: Actor, at: datetime, key: str) -> Season:
    """A new season of a cluster, by an administrator or by who heads or serves a season of it now.

    Raises NotPossible if the slug is taken or the plan has no bloc.
    """
    cluster = Cluster.objects.select_for_update().get(pk=cluster.pk)
    parts = set(
        SeasonRole.objects.filter(season__cluster=cluster, person=by.person).values_list("role", flat=True)
        if by.person
        else ()
    )
    require(rights().answer("cluster.plan", parts | ({"administrator"} if by.is_administrator else set())))
    if not plan.blocs:
        raise refuse("season.no_bloc")
    if cluster.seasons.filter(slug=plan.slug).exists():
        raise refuse("season.slug_taken", slug=plan.slug)
    season = write_season(cluster, plan, at=at)
    body = {"slug": plan.slug, "motto": plan.motto, "blocs": [bloc.bloc.slug for bloc in plan.blocs]}
    record("season.planned", by=by, at=at, subjects=[season, cluster], body=body)
    return season


@act
def give_role(
    season: Season, *, role: str, person: Person, unit: Unit, from_on: date | None, by: Actor, at: datetime, key: str
) -> SeasonRole:
    """Someone becomes head, deputy, member of the secretariat or observer of a season.

    Raises NotPossible for a second head at the same time, or for who has that part already.
    """
    season = Season.objects.select_for_update().get(pk=season.pk)
    require(access.may(by, "season.appoint", season=season, on=local_day(at)))
    standing = season.roles.filter(role=role, until_on=None)
    if role == SeasonRole.Role.HEAD and standing.exists():
        raise refuse("season.has_head")
    if standing.filter(person=person).exists():
        raise refuse("season.has_part", name=person.full_name)
    given = SeasonRole.objects.create(season=season, role=role, person=person, unit=unit, from_on=from_on)
    record("season.role_given", by=by, at=at, subjects=[season, person], body={"role": role, "unit": unit.code})
    return given


@act
def amend_season(season: Season, *, motto: str, seen_version: int, by: Actor, at: datetime, key: str) -> Season:
    """The motto is mended while no pact has been signed under it.

    Raises NotPossible if someone has saved since, or a bloc of the season has its pact open.
    """
    season = Season.objects.select_for_update().get(pk=season.pk)
    require(access.may(by, "season.plan", season=season, on=local_day(at)))
    season.expect(seen_version)
    if season.blocs.exclude(pact=None).exclude(pact__stage="draft").exists():
        raise refuse("season.motto_signed")
    before, season.motto = season.motto, motto
    season.turn()
    season.save(update_fields=["motto", "version"])
    record("season.amended", by=by, at=at, subjects=[season], body={"motto": {"before": before, "after": motto}})
    return season
