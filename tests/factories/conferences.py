"""A conference of a season, brought as far as a test needs, by the ordinary acts."""

from collections.abc import Sequence
from datetime import date, datetime

from tests.factories.seasons import NOON, World, a_key
from thidua.base.days import instant, local_day
from thidua.core.workflow.conferences import Coming, MatterKind
from thidua.records.councils.actions.conferences import hold_conference, plan_conference, set_programme
from thidua.records.councils.actions.delegates import answer_invitation, list_guests, send_invitations
from thidua.records.councils.actions.running import keep_paper, set_script
from thidua.records.councils.actions.talks import ask_talk, hand_in_talk
from thidua.records.councils.models import Conference, ConferencePaper, Delegate, Invitation, Seat, Talk
from thidua.records.councils.plan import (
    ConferencePlan,
    Guest,
    ItemPlan,
    MatterPlan,
    PaperTold,
    Person,
    Reply,
    ScriptPlan,
)
from thidua.records.files.models import StoredFile
from thidua.records.seasons.models import Membership

DAY = date(2016, 3, 11)
GUESTS = (Guest("Bộ Tư pháp", "Đồng chí Thứ trưởng"), Guest("Ủy ban nhân dân tỉnh"))


def at(hour: int, minute: int = 0, on: date = DAY) -> datetime:
    return instant(on, hour, minute)


def a_plan(world: World, matter: str = "Ký giao ước thi đua", **other: object) -> ConferencePlan:
    given = {
        "name": "Hội nghị ký giao ước", "starts_at": at(8), "ends_at": at(11, 30), "town": "Vĩnh Phúc",
        "hall": "Hội trường tầng 3", "host": world.units[1], "answer_by": date(2016, 3, 9),
        "matters": [MatterPlan(MatterKind.SIGNING, matter, bloc=world.bloc)],
    }  # fmt: skip
    return ConferencePlan(**(given | other))  # type: ignore[arg-type]


def a_planned_conference(
    world: World, matter: str = "Ký giao ước thi đua", slug: str = "hn", **other: object
) -> Conference:
    plan = a_plan(world, matter, **other)
    return plan_conference(world.season, slug=slug, plan=plan, by=world.secretary, at=NOON, key=a_key())


def items(on: date = DAY) -> Sequence[ItemPlan]:
    return (
        ItemPlan(at(9, on=on), at(10, on=on), "Ký giao ước", "Lãnh đạo các đơn vị", 1),
        ItemPlan(at(8, on=on), at(8, 15, on=on), "Khai mạc", "Trưởng cụm"),
    )


def a_prepared_conference(world: World, matter: str = "Ký giao ước thi đua", **other: object) -> Conference:
    """With programme and guests; the letters are not out."""
    one = a_planned_conference(world, matter, **other)
    by = {"by": world.secretary, "at": NOON}
    one = set_programme(one, items=items(local_day(one.starts_at)), seen_version=one.version, key=a_key(), **by)
    return list_guests(one, guests=GUESTS, seen_version=one.version, key=a_key(), **by)


def an_invited_conference(world: World, matter: str = "Ký giao ước thi đua", **other: object) -> Conference:
    one = a_prepared_conference(world, matter, **other)
    return send_invitations(one, by=world.secretary, at=NOON, key=a_key())


def the_letter(conference: Conference, world: World, place: int = 1) -> Invitation:
    return conference.invitations.get(membership__unit=world.units[place])


def an_answer(world: World, conference: Conference, place: int = 1, **other: object) -> Invitation:
    one = the_letter(conference, world, place)
    given = {"comes": True, "people": [Person("Trần Huy Bách", "Giám đốc", "leader"), Person("Lê Thị Mai")]}
    reply = Reply(**(given | other))  # type: ignore[arg-type]
    return answer_invitation(one, reply=reply, seen_version=one.version, by=world.officers[place], at=NOON, key=a_key())


def a_held_conference(world: World, matter: str = "Suy tôn cờ thi đua", **other: object) -> Conference:
    """Held the day before; it is to nominate somebody."""
    before = DAY.replace(day=3)
    given: dict[str, object] = {
        "starts_at": at(8, on=before), "ends_at": at(11, on=before), "answer_by": before,
        "matters": [MatterPlan(MatterKind.NOMINATION, matter, bloc=world.bloc)],
    }  # fmt: skip
    one = an_invited_conference(world, **(given | other))  # type: ignore[arg-type]
    return hold_conference(one, by=world.secretary, at=NOON, key=a_key())


def lines(on: date = DAY) -> Sequence[ScriptPlan]:
    return (
        ScriptPlan(at(9, on=on), "Dẫn chương trình", "Mời nhóm thứ nhất lên ký", "Bật bảng ký"),
        ScriptPlan(at(8, on=on), "Dẫn chương trình", "Chào cờ"),
    )


def with_a_script(one: Conference, world: World) -> Conference:
    on = local_day(one.starts_at)
    return set_script(one, lines=lines(on), seen_version=one.version, by=world.secretary, at=NOON, key=a_key())


def a_paper_of(one: Conference, world: World, kind: str = "minutes", **other: object) -> ConferencePaper:
    """Issued on the day of the act."""
    given = {"text": "Hội nghị thống nhất", "number": "02/BB", "dated_on": local_day(NOON)}
    return keep_paper(
        one, kind=kind, told=PaperTold(**(given | other)), seen_version=0, by=world.secretary,  # type: ignore[arg-type]
        at=NOON, key=a_key(),
    )  # fmt: skip


def a_talk(one: Conference, world: World, place: int = 1, **other: object) -> Talk:
    member = Membership.objects.get(bloc_season=world.bloc, unit=world.units[place])
    given = {"title": "Cách làm hay", "minutes": 10} | other
    return ask_talk(one, member=member, by=world.secretary, at=NOON, key=a_key(), **given)  # type: ignore[arg-type]


def a_received_talk(
    one: Conference, world: World, place: int = 1, *, file: StoredFile | None, title: str = "Cách làm hay"
) -> Talk:
    talk = a_talk(one, world, place, title=title)
    return hand_in_talk(
        talk, title=title, speaker="Trần Huy Bách", file=file, seen_version=1, by=world.officers[place], at=NOON,
        key=a_key(),
    )  # fmt: skip


def a_wide_conference(world: World) -> Conference:
    """Every member of the bloc is invited, and two people come from each."""
    conference = with_a_script(an_invited_conference(world), world)
    members = Membership.objects.filter(bloc_season=world.bloc).exclude(invitations__conference=conference)
    Invitation.objects.bulk_create(
        Invitation(conference=conference, membership=member, position=2000 + member.position) for member in members
    )
    conference.invitations.update(coming=Coming.COMES.value)
    Delegate.objects.bulk_create(
        Delegate(invitation=one, position=place, name=f"Người {place}")
        for one in conference.invitations.all()
        for place in (1, 2)
    )
    Talk.objects.bulk_create(
        Talk(conference=conference, membership=one.membership, title="Cách làm hay", minutes=10)
        for one in conference.invitations.exclude(membership=None).select_related("membership")
    )
    Seat.objects.bulk_create(
        Seat(conference=conference, row=row, number=number, name=f"Người {number}")
        for row in range(1, 27)
        for number in range(1, 41)
    )
    return conference
