"""Exemplars and initiatives of a season: told, registered, introduced, handed in, by the ordinary acts."""

from datetime import UTC, date, datetime, timedelta

from tests.factories.files import a_png
from tests.factories.seasons import World, a_key
from thidua.core.actor import Actor
from thidua.core.workflow.exemplars import Level
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.directory.models import Person
from thidua.records.files.models import StoredFile
from thidua.records.files.steps import keep_file
from thidua.records.papers.steps import Shown
from thidua.records.results.actions.exemplar_book import give_consent, log_support
from thidua.records.results.actions.exemplars import (
    introduce_exemplar,
    recognise_exemplar,
    register_exemplar,
    spot_exemplar,
)
from thidua.records.results.actions.initiatives import begin_initiative, sign_initiatives, submit_initiative
from thidua.records.results.models import Exemplar, Initiative
from thidua.records.results.told import AuthorTold, ExemplarTold, InitiativeTold
from thidua.records.seasons.models import KeyContent, Membership

MAY = datetime(2016, 5, 4, 3, 0, tzinfo=UTC)
JUNE = MAY + timedelta(days=40)
THE_DAY = MAY.date()
A_DECISION = Shown("Quyết định công nhận điển hình tiên tiến", "88/QĐ-BTP", date(2016, 6, 10))
A_PROOF = Shown("Báo cáo kết quả mô hình", "12/BC-STP", date(2016, 5, 2))
A_LIST = SourcePaper("Danh sách đăng ký điển hình", "31/STP-VP", date(2016, 5, 2), "Nguyễn Thị Thắm", "Giám đốc")
A_REQUEST = SourcePaper("Đơn đề nghị công nhận sáng kiến", "40/STP-VP", date(2016, 5, 3), "Nguyễn Thị Thắm", "Giám đốc")


def the_member(world: World, place: int) -> Membership:
    return Membership.objects.get(bloc_season=world.bloc, unit=world.units[place])


def the_field(world: World) -> KeyContent:
    return KeyContent.objects.filter(season=world.season).order_by("number")[0]


def a_slip() -> StoredFile:
    return keep_file(name="phieu-dong-y.png", content=a_png(), at=MAY)


def told(world: World, person: Actor | None = None, **other: object) -> ExemplarTold:
    known = Person.objects.get(pk=person.person) if person else None
    parts = {
        "kind": "person", "name": known.full_name if known else "Trần Thị Lan", "field": the_field(world),
        "did": "Đưa trợ giúp pháp lý lưu động về 12 xã.", "post": "Trung tâm Trợ giúp pháp lý", "person": known,
    } | other  # fmt: skip
    return ExemplarTold(**parts)  # type: ignore[arg-type]


def a_spotted_exemplar(world: World, place: int = 1, by: Actor | None = None, **other: object) -> Exemplar:
    by = by or world.officers[place]
    return spot_exemplar(the_member(world, place), told=told(world, **other), by=by, at=MAY, key=a_key())  # type: ignore[arg-type]


def a_registered_exemplar(world: World, place: int = 1, **other: object) -> Exemplar:
    spotted = a_spotted_exemplar(world, place, **other)
    return register_exemplar(
        spotted, goal="Nhân ra 20 xã", mentor="Lãnh Đạo", seen_version=spotted.version, by=world.leaders[place],
        at=MAY, key=a_key(),
    )  # fmt: skip


def a_nurtured_exemplar(world: World, place: int = 1, **other: object) -> Exemplar:
    exemplar = a_registered_exemplar(world, place, **other)
    log_support(
        exemplar, text="Tập huấn kỹ năng tuyên truyền", on=THE_DAY, shown=None, by=world.officers[place], at=MAY,
        key=a_key(),
    )  # fmt: skip
    exemplar.refresh_from_db()
    return exemplar


def an_introduced_exemplar(world: World, place: int = 1, **other: object) -> Exemplar:
    exemplar = a_nurtured_exemplar(world, place, **other)
    give_consent(
        exemplar, name="Trần Thị Lan", on=THE_DAY, file=a_slip(), by=world.officers[place], at=MAY, key=a_key()
    )  # fmt: skip
    return introduce_exemplar(
        exemplar, because="Họp đơn vị, 21/23 phiếu", on=THE_DAY, by=world.leaders[place], at=MAY, key=a_key()
    )


def a_recognised_exemplar(world: World, place: int = 1, level: Level = Level.PROVINCE) -> Exemplar:
    exemplar = an_introduced_exemplar(world, place)
    return recognise_exemplar(
        exemplar, level=level, decision=A_DECISION, by=world.secretary, at=JUNE, key=a_key()
    )  # fmt: skip


def an_idea(world: World, *shares: int, **other: object) -> InitiativeTold:
    parts = {
        "title": "Lịch trợ giúp pháp lý lưu động theo chợ phiên", "field": the_field(world),
        "applied_on": date(2016, 3, 1), "description": "Trước đây hẹn theo tuần, nay theo phiên chợ.",
        "benefit": "Số người được tư vấn tăng 40 %.",
        "authors": tuple(AuthorTold(f"Tác Giả {n}", share) for n, share in enumerate(shares or (60, 40), 1)),
    } | other  # fmt: skip
    return InitiativeTold(**parts)  # type: ignore[arg-type]


def an_initiative(world: World, place: int = 1, by: Actor | None = None, **other: object) -> Initiative:
    """A draft with one proof."""
    return begin_initiative(
        the_member(world, place), told=an_idea(world, **other), shown=[A_PROOF], by=by or world.officers[place],
        at=MAY, key=a_key(),
    )  # fmt: skip


def a_submitted_initiative(world: World, place: int = 1, **other: object) -> Initiative:
    draft = an_initiative(world, place, **other)
    return submit_initiative(draft, seen_version=draft.version, by=world.officers[place], at=MAY, key=a_key())


def a_signed_initiative(world: World, place: int = 1, **other: object) -> Initiative:
    submitted = a_submitted_initiative(world, place, **other)
    [signed] = sign_initiatives([submitted], by=world.leaders[place], at=MAY, key=a_key())
    return signed
