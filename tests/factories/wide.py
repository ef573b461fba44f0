"""A house with many rows in every list: units, people, posts, letters, signatures, entries, notices, accounts."""

from collections.abc import Sequence
from datetime import date

from tests.factories.chapters import wide_chapters
from tests.factories.conferences import a_wide_conference
from tests.factories.field import a_wide_field
from tests.factories.money import wide_money
from tests.factories.participation import wide_participation
from tests.factories.results import APRIL, a_wide_bloc
from tests.factories.scores import wide_and_verified
from tests.factories.seasons import NOON, TODAY, World, a_key
from thidua.base.days import instant
from thidua.core.actor import PostKind
from thidua.core.answer import Sentence
from thidua.core.returned.grid import Fault
from thidua.core.workflow.importing import FileState, RunState
from thidua.records.accounts.models import Account, Delegation
from thidua.records.conduct.actions import add_thing, prepare_handover
from thidua.records.desk.models import EntryOnBehalf, Notice, OutMail
from thidua.records.directory.models import Descent, Person, Post, Reorganisation, Succession, Unit
from thidua.records.directory.queries.lists import Directory
from thidua.records.papers.steps import Shown
from thidua.records.results.models import Report, WrittenReport
from thidua.records.runs.models import Run, RunFile, StagedRow
from thidua.records.seasons.actions.pacts import open_signing, write_pact
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import Annex, Campaign, CommitmentSet, Membership, Pact, Signature, UnitInvitation

YEAR_END = date(2016, 12, 31)
FAR = instant(date(2099, 12, 31))


def a_wide_house_signing(members: int) -> World:
    """The pact is open and every second unit has signed; the head's own unit has as many people as there are units."""
    world = _a_bloc(members)
    pact = write_pact(
        world.bloc, preamble="GIAO ƯỚC THI ĐUA", place="Vĩnh Phúc", seen_version=1, by=world.secretary, at=NOON,
        key=a_key(),
    )  # fmt: skip
    open_signing(pact, by=world.secretary, at=NOON, key=a_key())
    _sign(world.pact(), every=2)
    _people(world.units[1], members)
    _reorganisations(world.units[1], members)
    _entries_and_notices(world)
    _returned(world)
    _campaigns(world)
    a_wide_field(world)
    _written(world)
    wide_participation(world)
    wide_chapters(world)
    wide_money(world, a_wide_conference(world))
    _handed_over(world)
    _begun(world)
    return world


def a_wide_house_verifying(members: int) -> World:
    """The pact is locked, with an annex of every unit; every card is verified, the ranking not yet locked."""
    world = _a_bloc(members)
    pact = Pact.objects.create(
        bloc_season=world.bloc, text="GIAO ƯỚC THI ĐUA", text_hash="0" * 64, stage="locked",
        place="Vĩnh Phúc", opened_at=NOON, closed_at=NOON, locked_at=NOON, seal="1" * 64,
    )  # fmt: skip
    _sign(pact, every=1)
    Annex.objects.bulk_create(
        Annex(
            pact=pact, membership=member, number=number, reason="Bão số 1", text="PHỤ LỤC", text_hash="2" * 64,
            opened_at=NOON, locked_at=NOON,
        )
        for number, member in enumerate(Membership.objects.filter(bloc_season=world.bloc), 1)
    )  # fmt: skip
    _people(world.units[1], members)
    _reorganisations(world.units[1], members)
    _entries_and_notices(world)
    _returned(world)
    _campaigns(world)
    a_wide_field(world)
    _written(world)
    wide_participation(world)
    wide_chapters(world)
    wide_money(world, a_wide_conference(world))
    _handed_over(world)
    _begun(world)
    return wide_and_verified(world)


def _a_bloc(members: int) -> World:
    """The head's own unit, the only one with people, stands second: it is the one that the walk looks at."""
    world = a_wide_bloc(members)
    [own] = world.units
    first, *others = Unit.objects.filter(memberships__bloc_season=world.bloc).exclude(pk=own.pk)
    world.units = [first, own, *others]
    return world


def _sign(pact: Pact, every: int) -> None:
    members = Membership.objects.filter(bloc_season=pact.bloc_season).select_related("unit")
    Signature.objects.bulk_create(
        Signature(
            pact=pact, membership=member, unit_code=member.unit.code, member_name=member.name,
            kind=Signature.Kind.ON_PAPER, capacity=Signature.Capacity.LEADER, signer_name="Trần Huy Bách",
            signer_title="Giám đốc", text_hash=pact.text_hash, at=NOON,
        )
        for member in members[::every]
    )  # fmt: skip


def _written(world: World) -> None:
    """Every unit but the second has signed its report of the half-year."""
    period = world.bloc.periods.get(slug="quy-2")
    others = Membership.objects.filter(bloc_season=world.bloc).exclude(unit=world.units[1])
    signed = {"state": "signed", "handed_in_on": TODAY, "signed_by": {"name": "Trần Huy Bách", "title": "Giám đốc"}}
    WrittenReport.objects.bulk_create(
        WrittenReport(
            membership=member,
            code="so-ket",
            period=period,
            typed={"chi_dao": ["Đã triển khai"]},
            number="1/BC",
            **signed,
        )
        for member in others
    )


def _people(unit: Unit, count: int) -> None:
    people = Person.objects.bulk_create(
        Person(full_name=f"Người Số {n}", folded=f"nguoi so {n}", name_key=f"{n}", email=f"so{n}@example.vn")
        for n in range(count)
    )
    Post.objects.bulk_create(
        Post(person=person, unit=unit, kind=PostKind.STAFF.value, title="Chuyên viên") for person in people
    )
    Account.objects.bulk_create(Account(email=person.email, person=person, password="!") for person in people)
    leader = Post.objects.filter(unit=unit, kind=PostKind.LEADER.value).get().person
    Delegation.objects.bulk_create(
        Delegation(
            unit=unit, leader=leader, delegate=person, letter_number=f"{n}/GUQ", letter_dated_on=TODAY,
            from_on=TODAY, until_on=YEAR_END,
        )
        for n, person in enumerate(people)
    )  # fmt: skip
    OutMail.objects.bulk_create(
        OutMail(to=person.email, subject="Lời mời", text="Mời đồng chí đặt mật khẩu", at=NOON) for person in people
    )


def _reorganisations(unit: Unit, count: int) -> None:
    """As many units as there are members have passed into the unit, each by an order of its own, the last by one."""
    orders = Reorganisation.objects.bulk_create(
        Reorganisation(kind=Reorganisation.Kind.MERGED, on=TODAY, number=f"{n}/NQ", dated_on=TODAY, noted_at=NOON)
        for n in range(count)
    )
    ended = Unit.objects.bulk_create(
        Unit(
            code=f"CU-{n}",
            slug=f"cu-{n}",
            kind="so_tu_phap",
            name=f"Sở Cũ {n}",
            folded=f"so cu {n}",
            dissolved_on=TODAY,
        )
        for n in range(count)
    )
    Succession.objects.bulk_create(
        Succession(
            reorganisation=order, predecessor=one, successor=unit, predecessor_name=one.name, successor_name=unit.name
        )
        for order, one in zip([*orders[:-1], orders[-1]], ended, strict=True)
    )
    Succession.objects.bulk_create(
        Succession(reorganisation=orders[-1], predecessor=one, predecessor_name=one.name, predecessor_ended=True)
        for one in ended[:-1]
    )
    Descent.objects.bulk_create(Descent(ancestor=one, heir=unit) for one in ended)


def _handed_over(world: World) -> None:
    """To the first unit; what units have is one item of the list, whatever their number."""
    head = Person.objects.get(pk=world.head.person)
    heading = Heading(head, world.units[0], Shown("Quyết định phân công", "25/QĐ-BTP", TODAY))
    one = prepare_handover(world.season, heading=heading, due_on=None, by=world.head, at=NOON, key=a_key())
    add_thing(one, text="Hai hộp hồ sơ giấy", by=world.secretary, at=NOON, key=a_key())


def _campaigns(world: World) -> None:
    """Of every unit one that runs, and as many of the cluster as there are units, four of them in its calendar."""
    members = Membership.objects.filter(bloc_season=world.bloc)
    told = {"season": world.season, "kind": "thematic", "starts_on": TODAY, "ends_on": YEAR_END}
    Campaign.objects.bulk_create(
        Campaign(membership=member, name=f"Chuyên đề {n}", state="launched", **told) for n, member in enumerate(members)
    )
    Campaign.objects.bulk_create(
        Campaign(name=f"Chuyên đề {n}", state="launched" if n < 4 else "called_off", **told)
        for n in range(members.count())
    )


def _returned(world: World) -> None:
    """A form of every unit has come back and been read, with a row and a fault each."""
    run = Run.objects.create(
        kind="results", within=world.bloc.token, part="quy-1", state=RunState.READ.value, started_at=APRIL,
        started_by=world.secretary.as_written(),
    )  # fmt: skip
    fault = Fault(Sentence("import.not_a_figure", typed="mười"), "Kết quả", "H12").as_written()
    reports = Report.objects.filter(membership__bloc_season=world.bloc, period__slug="quy-1").order_by("pk")
    told = {"run": run, "state": FileState.READ.value, "faults": [fault], "faults_in_all": 1}
    files = RunFile.objects.bulk_create(
        RunFile(position=n, name=f"{n}.xlsx", about=f"Sở {n}", subject=report.token, **told)
        for n, report in enumerate(reports, 1)
    )
    told = {"position": 1, "cell": "H12", "sheet": "Kết quả", "key": "cuoc", "name": "Tuyên truyền", "outcome": "new"}
    StagedRow.objects.bulk_create(StagedRow(file=file, values={"value": "12"}, **told) for file in files)


def _begun(world: World) -> None:
    """A list with a row for every unit, taken over; and of every unit a code that is open."""
    run = Run.objects.create(
        kind="units", within=Directory().token, state=RunState.APPLIED.value, started_at=APRIL, applied_at=APRIL,
        started_by=world.secretary.as_written(),
    )  # fmt: skip
    file = RunFile.objects.create(run=run, position=1, name="don-vi.xlsx", state=FileState.APPLIED.value)
    units = list(Unit.objects.filter(memberships__bloc_season=world.bloc))
    told = {"file": file, "sheet": "Sheet", "outcome": "same", "cell": "B4"}
    StagedRow.objects.bulk_create(
        StagedRow(position=n, key=unit.code, name=unit.name, values={"bloc": "Khối"}, **told)
        for n, unit in enumerate(units, 1)
    )
    _registered(world, [unit.name for unit in units])
    UnitInvitation.objects.bulk_create(
        UnitInvitation(season=world.season, unit=unit, code_hash=f"{n}", made_at=NOON, expires_at=FAR)
        for n, unit in enumerate(units)
    )


def _registered(world: World, names: Sequence[str]) -> None:
    """A register of the second unit with as many rows as there are units, taken over."""
    run = Run.objects.create(
        kind="honours", within=world.units[1].token, state=RunState.APPLIED.value, started_at=APRIL, applied_at=APRIL,
        started_by=world.secretary.as_written(),
    )  # fmt: skip
    file = RunFile.objects.create(run=run, position=1, name="so-khen-thuong.xlsx", state=FileState.APPLIED.value)
    told = {"file": file, "sheet": "Sổ", "outcome": "same", "cell": "B4", "key": world.units[1].token}
    values = {"of": "rating", "year": "2014", "level": "HTT", "source": "Sổ"}
    StagedRow.objects.bulk_create(
        StagedRow(position=n, name=name, values=values, **told) for n, name in enumerate(names, 1)
    )


def _entries_and_notices(world: World) -> None:
    """Every sheet entered from a paper, and the head's own unit told of each."""
    sheets = CommitmentSet.objects.filter(membership__bloc_season=world.bloc).select_related("membership__unit")
    EntryOnBehalf.objects.bulk_create(
        EntryOnBehalf(
            unit=sheet.membership.unit, subject=sheet.token, within=world.bloc.token, source="Bản đăng ký thi đua",
            number="12/STP-VP", dated_on=TODAY, signer_name="Nguyễn Thị Thắm", signer_title="Giám đốc",
            entered_at=APRIL, entered_by=world.secretary.as_written(),
        )
        for sheet in sheets
    )  # fmt: skip
    told = {"key": "notice.entered_on_behalf", "values": {"number": "12/STP-VP", "source": "Bản đăng ký thi đua"}}
    Notice.objects.bulk_create(Notice(unit=world.units[1], at=APRIL, **told) for _ in sheets)
