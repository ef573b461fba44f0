"""Who walks: everybody whom the rights tell apart, and some who were let in once and are no more."""

from datetime import date

from tests.factories.files import PDF
from tests.factories.people import a_unit_named, an_administrator
from tests.factories.seasons import BUILDER, NOON, TODAY, World, a_key, a_season, an_actor
from tests.pages.walk.addresses import OWN
from thidua.core.actor import PUBLIC, Actor, PostKind
from thidua.records.accounts.actions import delegate_signature
from thidua.records.directory.actions import end_post
from thidua.records.directory.models import Person, Unit
from thidua.records.directory.queries import leader_of
from thidua.records.files.steps import keep_file
from thidua.records.seasons.actions.planning import end_role, give_role
from thidua.records.seasons.models import Bloc, BlocSeason, Membership, Season

# With a part in the season.
HEAD, DEPUTY, SECRETARY, OBSERVER = "head", "deputy head", "secretary", "observer"
# Of the unit that the addresses name; the delegate signs for the leader by a letter.
LEADER, SECOND, DELEGATE, OFFICER, STAFF, BELOW = (
    "leader",
    "deputy leader",
    "delegate",
    "officer",
    "staff",
    "grassroots",
)
# Of another unit of the bloc, and of another bloc of the season.
NEXT_LEADER, NEXT_OFFICER, NEXT_BLOC = "another unit's leader", "another unit's officer", "another bloc's leader"
INSPECTOR = "inspector"  # of a third unit; in the team that has visited the unit
# Of another cluster.
FAR_HEAD, FAR_SECRETARY = "another cluster's head", "another cluster's secretary"
# Whose post, part or membership is over; the delegate's letter runs on.
PAST_OFFICER, PAST_DELEGATE, PAST_SECRETARY = "past officer", "past delegate", "past secretary"
PAST_MEMBER, LAST_YEAR = "past member's leader", "last year's member's leader"
ADMINISTRATOR, SIGNED_OUT = "administrator", "signed out"

Circle = frozenset[str]
PARTS = frozenset({HEAD, DEPUTY, SECRETARY, OBSERVER})
OWN_UNIT = frozenset({LEADER, SECOND, DELEGATE, OFFICER, STAFF, BELOW})
OTHER_UNITS = frozenset({NEXT_LEADER, NEXT_OFFICER, NEXT_BLOC, INSPECTOR})
FAR = frozenset({FAR_HEAD, FAR_SECRETARY})
PAST = frozenset({PAST_OFFICER, PAST_DELEGATE, PAST_SECRETARY})
PAST_UNITS = frozenset({PAST_MEMBER, LAST_YEAR})
KEEPER, PUBLIC_AT_LARGE = frozenset({ADMINISTRATOR}), frozenset({SIGNED_OUT})

THE_DAY_BEFORE, FOR_EVER = date(2016, 3, 3), date(2099, 12, 31)


def walkers(world: World) -> dict[str, Actor]:
    """Everybody, by name; those who are missing in the season are added to it."""
    own, elsewhere = world.units[OWN], a_season(members=1, slug="cum-khac")
    return {
        HEAD: world.head,
        DEPUTY: _with_part(world, "deputy"),
        SECRETARY: world.secretary,
        OBSERVER: _with_part(world, "observer"),
        LEADER: world.leaders[OWN],
        SECOND: an_actor("Người Cấp Phó", own, PostKind.DEPUTY),
        DELEGATE: _delegate(own),
        OFFICER: world.officers[OWN],
        STAFF: an_actor("Người Trong Đơn Vị", own, PostKind.STAFF),
        BELOW: an_actor("Người Ở Cơ Sở", a_unit_named("Phòng Một", "phong-mot", parent=own), PostKind.STAFF),
        NEXT_LEADER: world.leaders[OWN + 1],
        NEXT_OFFICER: world.officers[OWN + 1],
        INSPECTOR: world.officers[0],
        NEXT_BLOC: _leader_in(_another_bloc(world.season)),
        FAR_HEAD: elsewhere.head,
        FAR_SECRETARY: elsewhere.secretary,
        PAST_OFFICER: _no_longer(an_actor("Cán Bộ Trước", own, PostKind.OFFICER), own),
        PAST_DELEGATE: _no_longer(_delegate(own), own),
        PAST_SECRETARY: _with_part(world, "secretariat", is_over=True),
        PAST_MEMBER: _leader_in(world.bloc, left_on=THE_DAY_BEFORE),
        LAST_YEAR: _leader_in(_another_bloc(_last_year(world))),
        ADMINISTRATOR: an_administrator(),
        SIGNED_OUT: PUBLIC,
    }


def _person(actor: Actor) -> Person:
    return Person.objects.get(pk=actor.person)


def _office() -> Unit:
    """One more unit, a member of nothing yet."""
    number = Unit.objects.count()
    return a_unit_named(f"Văn phòng {number}", f"van-phong-{number}")


def _with_part(world: World, role: str, *, is_over: bool = False) -> Actor:
    """Somebody of an office that is no member, so that the part alone counts."""
    office = _office()
    actor = an_actor("Người Có Phần Việc", office, PostKind.STAFF)
    given = give_role(
        world.season, role=role, person=_person(actor), unit=office, from_on=None, by=BUILDER, at=NOON, key=a_key()
    )
    if is_over:
        end_role(given, until_on=THE_DAY_BEFORE, by=BUILDER, at=NOON, key=a_key())
    return actor


def _delegate(unit: Unit) -> Actor:
    actor, post = an_actor("Người Được Ủy Quyền", unit, PostKind.DEPUTY), leader_of(unit, on=TODAY)
    assert post is not None
    delegate_signature(
        unit, leader=post.person, delegate=_person(actor), letter_number="07/GUQ", letter_dated_on=THE_DAY_BEFORE,
        letter_file=keep_file(name="giay-uy-quyen.pdf", content=PDF, at=NOON), from_on=THE_DAY_BEFORE,
        until_on=FOR_EVER, by=BUILDER, at=NOON, key=a_key(),
    )  # fmt: skip
    return actor


def _no_longer(actor: Actor, unit: Unit) -> Actor:
    end_post(unit.posts.get(person=actor.person), until_on=THE_DAY_BEFORE, by=BUILDER, at=NOON, key=a_key())
    return actor


def _leader_in(bloc: BlocSeason, left_on: date | None = None) -> Actor:
    unit = _office()
    Membership.objects.create(
        bloc_season=bloc, unit=unit, position=90, name=unit.name, short_name=unit.short_name, left_on=left_on
    )
    return an_actor("Lãnh Đạo Đơn Vị", unit, PostKind.LEADER)


def _another_bloc(season: Season) -> BlocSeason:
    number = Bloc.objects.filter(cluster=season.cluster).count() + 1
    bloc = Bloc.objects.create(cluster=season.cluster, slug=f"khoi-{number}", name=f"Khối {number}", position=number)
    return BlocSeason.objects.create(season=season, bloc=bloc, starts_on=date(2016, 1, 1), ends_on=date(2016, 12, 31))


def _last_year(world: World) -> Season:
    return Season.objects.create(cluster=world.season.cluster, slug="nam-2015", name="Năm 2015", emulation_year=2015)
