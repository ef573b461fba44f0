"""Acts of people and codes of units, by the ordinary acts."""

from datetime import timedelta

from tests.factories.seasons import NOON, TODAY, World, a_key
from thidua.core.actor import Actor, Channel
from thidua.core.workflow.participation import ActKind, ActState, ActWay
from thidua.records.directory.models import Unit
from thidua.records.files.models import StoredFile
from thidua.records.results.actions.participation import enter_by_code, enter_own_act, make_code
from thidua.records.results.models import DeclaredTotal, JoinCode, Participation
from thidua.records.results.told import ActTold, CodeAsked
from thidua.records.seasons.models import Membership

A_PHONE = "0" * 32  # as a phone is told from another
OWN = 1  # the place of the unit that the addresses of the walk name


def the_unit(world: World, place: int = OWN) -> Membership:
    return Membership.objects.get(bloc_season=world.bloc, unit=world.units[place])


def somebody(name: str) -> Actor:
    """Without an account, by a link alone."""
    return Actor(token="public", name=name, channel=Channel.LINK)


def an_act(world: World, place: int = OWN, **other: object) -> ActTold:
    told = {"kind": ActKind.RESULT, "on": TODAY, "text": "Tuyên truyền ở chợ", "unit": world.units[place]}
    return ActTold(**{**told, **other})


def a_code(world: World, place: int = OWN, *, title: str = "Ngày pháp luật", days: int = 7) -> JoinCode:
    asked = CodeAsked(title=title, kind=ActKind.ATTENDANCE, expires_on=TODAY + timedelta(days=days))
    return make_code(the_unit(world, place), asked=asked, by=world.officers[place], at=NOON, key=a_key())


def an_own_act(world: World, by: Actor, place: int = OWN, **other: object) -> Participation:
    told = an_act(world, place, **other)
    return enter_own_act(the_unit(world, place), told=told, by=by, at=NOON, key=a_key())


def sent_by(
    code: JoinCode, name: str, *, sender: str = A_PHONE, unit: Unit | None = None, photo: StoredFile | None = None
) -> Participation:
    told = ActTold(
        kind=ActKind.ATTENDANCE, on=TODAY, text="Dự ngày pháp luật", unit=unit or code.membership.unit, name=name,
        photo=photo,
    )  # fmt: skip
    return enter_by_code(code, told=told, sender=sender, by=somebody(name), at=NOON, key=a_key())


def wide_participation(world: World) -> None:
    """Every unit with a counted act, one that waits, a code and a declared total; as many of the looked-at unit."""
    members = list(Membership.objects.filter(bloc_season=world.bloc).select_related("unit"))
    own = next(one for one in members if one.unit_id == world.units[OWN].pk)
    officer = world.officers[0].person
    codes = JoinCode.objects.bulk_create(
        JoinCode(
            membership=member, code=f"A{place:07}", title="Ngày pháp luật", kind="attendance",
            expires_on=TODAY, made_at=NOON, made_by={},
        )
        for place, member in enumerate([*members, *[own] * len(members)])
    )  # fmt: skip
    told = {"kind": "attendance", "on": TODAY, "text": "Dự ngày pháp luật", "entered_at": NOON, "entered_by": {}}
    Participation.objects.bulk_create(
        Participation(
            membership=code.membership, unit=code.membership.unit, person_id=officer, name="Cán Bộ Một",
            way=ActWay.CODE.value, state=ActState.COUNTED.value, code=code, **told,
        )
        for code in codes
    )  # fmt: skip
    Participation.objects.bulk_create(
        Participation(
            membership=code.membership, unit=code.membership.unit, name=f"Người Gửi {place}",
            way=ActWay.CODE.value, state=ActState.UNCLAIMED.value, code=code, **told,
        )
        for place, code in enumerate(codes)
    )  # fmt: skip
    DeclaredTotal.objects.bulk_create(
        DeclaredTotal(membership=member, on=TODAY, people=40, declared_at=NOON, declared_by={}) for member in members
    )
