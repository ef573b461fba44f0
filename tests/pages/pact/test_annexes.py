import pytest

from tests.factories.seasons import NOON, a_key, a_pact_open_for_signing
from tests.pages.clients import client_of
from thidua.records.desk.models import EntryOnBehalf
from thidua.records.seasons.actions.annexes import propose_annex
from thidua.records.seasons.actions.pacts import close_signing, lock_signing_list, sign_pact
from thidua.records.seasons.models import Annex


def a_locked_pact(members=3):
    world = a_pact_open_for_signing(members)
    sign_pact(world.pact(), unit=world.units[0], by=world.leaders[0], at=NOON, key=a_key())
    close_signing(world.pact(), by=world.head, at=NOON, key=a_key())
    lock_signing_list(world.pact(), by=world.head, at=NOON, key=a_key())
    return world


def address(world, act=""):
    base = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/giao-uoc/phu-luc"
    return f"{base}/{act}" if act else base


def the_line(world, place=1):
    return world.sheet(place).lines.get(indicator__code="ty-le")


def typed(world, place=1, after="97,5", **more):
    line = the_line(world, place)
    return {
        "key": a_key(), "unit": world.units[place].slug, f"after-{line.pk}": after,
        "reason": "Được giao thêm biên chế", **more,
    }  # fmt: skip


def test_an_officer_draws_up_the_leader_signs_and_the_head_agrees(db):
    world = a_locked_pact()
    officer, leader, head = (client_of(who) for who in (world.officers[1], world.leaders[1], world.head))
    assert "Tỷ lệ đúng hạn" in officer.get(address(world, "lap")).content.decode()
    assert officer.post(address(world, "gui"), typed(world)).status_code == 303
    assert "Ký cho đơn vị" in leader.get(address(world)).content.decode()
    assert leader.post(address(world, "1/ky"), {"key": a_key()}).status_code == 303
    assert the_line(world).registered == 95
    assert head.post(address(world, "1/dong-y"), {"key": a_key()}).status_code == 303
    assert the_line(world).registered * 2 == 195
    shown = officer.get(address(world)).content.decode()
    assert "có hiệu lực" in shown
    assert "97,5" in shown


def test_a_refused_annex_keeps_what_was_typed(db):
    world = a_locked_pact()
    answer = client_of(world.officers[1]).post(address(world, "gui"), typed(world, after="97,5", reason=""))
    assert answer.status_code == 422
    assert f'name="after-{the_line(world).pk}" value="97,5"' in answer.content.decode()
    assert not Annex.objects.exists()


def test_another_unit_neither_proposes_nor_signs(db):
    world = a_locked_pact()
    other = client_of(world.leaders[2])
    assert other.post(address(world, "gui"), typed(world)).status_code == 422
    client_of(world.officers[1]).post(address(world, "gui"), typed(world))
    assert other.post(address(world, "1/ky"), {"key": a_key()}).status_code == 422
    assert other.post(address(world, "2/ky"), {"key": a_key()}).status_code == 404
    assert client_of(world.outsider).post(address(world, "1/ky"), {"key": a_key()}).status_code == 404


def test_the_secretariat_enters_annex_and_signature_from_paper(db):
    world = a_locked_pact()
    secretary = client_of(world.secretary)
    chosen = secretary.get(address(world, "lap"), {"don-vi": world.units[1].slug}).content.decode()
    assert f'<input type="hidden" name="unit" value="{world.units[1].slug}">' in chosen
    paper = {
        "paper_source": "Công văn", "paper_number": "88/STP-VP", "paper_dated_on": "15/6/2016",
        "paper_signer": "Nguyễn Thị Thắm", "paper_title": "Giám đốc",
    }  # fmt: skip
    assert secretary.post(address(world, "nhap-thay"), typed(world, **paper)).status_code == 303
    assert EntryOnBehalf.objects.get(number="88/STP-VP").unit == world.units[1]
    ink = {"key": a_key(), "capacity": "head", "signer": "Trần Huy Bách", "title": "Giám đốc", "letter": ""}
    assert secretary.post(address(world, "1/ky-giay"), ink).status_code == 303
    assert the_line(world).registered * 2 == 195


QUERIES = 15


@pytest.mark.parametrize("annexes", [1, 3])
def test_the_list_takes_the_same_queries_however_many_annexes(db, django_assert_num_queries, annexes):
    world = a_locked_pact()
    for place in range(annexes):
        propose_annex(
            world.pact(), unit=world.units[place], changes={the_line(world, place).pk: 97}, reason="Biên chế",
            by=world.officers[place], at=NOON, key=a_key(),
        )  # fmt: skip
    viewer = client_of(world.officers[1])
    viewer.get(address(world))
    with django_assert_num_queries(QUERIES):
        viewer.get(address(world))


def test_a_unit_takes_its_annex_back_by_page(db):
    world = a_locked_pact()
    officer = client_of(world.officers[1])
    officer.post(address(world, "gui"), typed(world))
    assert address(world, "1/rut") in officer.get(address(world)).content.decode()
    assert address(world, "1/rut") not in client_of(world.head).get(address(world)).content.decode()
    assert officer.post(address(world, "1/rut"), {"key": a_key()}).status_code == 303
    shown = officer.get(address(world)).content.decode()
    assert "đã rút" in shown
    assert address(world, "1/ky") not in shown
    answer = officer.post(address(world, "1/rut"), {"key": a_key()})
    assert answer.status_code == 422
    assert "Phụ lục số 1 đã được rút" in answer.content.decode()
