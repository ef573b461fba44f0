import re
from datetime import date

import pytest

from tests.factories.results import (
    JULY,
    a_season_of_results,
    a_signed_report,
    a_submitted_report,
    the_line,
    the_report,
)
from tests.factories.scores import a_season_scoring, a_submitted_card, the_card
from tests.factories.seasons import NOON, a_key, an_actor, figures_for
from tests.pages.clients import client_of
from thidua.core.actor import PostKind
from thidua.core.workflow.handing_in import Handing
from thidua.records.accounts.actions import delegate_signature
from thidua.records.directory.models import Person
from thidua.records.results.actions import Reached, correct_result
from thidua.records.results.models import Correction
from thidua.records.seasons.actions.commitments import save_commitments, submit_commitments


@pytest.fixture(autouse=True)
def summer(settings):
    settings.DEMO_DAY = date(2016, 7, 6)


@pytest.fixture
def world(db):
    """Unit 1 has a sheet, a report and a correction that wait; unit 2 a report."""
    world = a_season_of_results()
    officer = world.officers[1]
    sheet = world.sheet(1)
    saved = save_commitments(sheet, figures=figures_for(sheet), seen_version=1, by=officer, at=NOON, key=a_key())
    submit_commitments(saved, seen_version=saved.version, by=officer, at=NOON, key=a_key())
    line = the_line(a_signed_report(world), "cuoc")
    told = {"reason": "Thiếu một cuộc", "by": officer, "at": NOON, "key": a_key()}
    correct_result(line, reached=Reached(value=line.value + 1), **told)
    a_submitted_report(world, 1, "quy-2", JULY)
    a_submitted_report(world, 2)
    return world


def tokens(world):
    """As the page names what waits: kind, public id, and the version that it shows."""
    rows = {
        "commitments": world.sheet(1), "correction": Correction.objects.get(), "report": the_report(world, 1, "quy-2")
    }  # fmt: skip
    return [f"{kind}:{row.public_id}:{row.version}" for kind, row in rows.items()]


def offered(client):
    """What the page lets its reader tick, as the form names it."""
    return re.findall(r'name="pick" value="([^"]+)"', client.get("/ky-nhieu").content.decode())


def states(world):
    return [world.sheet(1).handing, Correction.objects.get().handing, the_report(world, 1, "quy-2").handing]


def test_a_leader_sees_what_waits_of_the_own_unit_only(world):
    page = client_of(world.leaders[1]).get("/ky-nhieu").content.decode()
    assert all(f'value="{token}' in page for token in tokens(world))
    assert page.count('name="pick"') == 3
    assert "từ <s>12\N{NO-BREAK SPACE}cuộc</s> thành <b>13\N{NO-BREAK SPACE}cuộc</b>" in page
    assert 'name="pick"' not in client_of(world.officers[1]).get("/ky-nhieu").content.decode()


def test_several_kinds_are_signed_at_once(world):
    leader = client_of(world.leaders[1])
    form = {"key": a_key(), "pick": offered(leader)}
    answer = leader.post("/ky-nhieu/ky", form, follow=True)
    assert "Đã ký 3 mục" in answer.content.decode()
    assert states(world) == [Handing.SIGNED] * 3
    assert the_report(world, 2).handing is Handing.SUBMITTED
    assert leader.post("/ky-nhieu/ky", form).status_code == 303  # pressed twice: the first receipts


def test_several_are_returned_with_one_remark(world):
    leader = client_of(world.leaders[1])
    refused = leader.post("/ky-nhieu/tra-lai", {"key": a_key(), "pick": offered(leader)[:1], "remark": ""})
    assert refused.status_code == 422
    assert refused.content.decode().count(" checked") == 1
    leader.post("/ky-nhieu/tra-lai", {"key": a_key(), "pick": tokens(world), "remark": "Xem lại cả ba"})
    assert states(world) == [Handing.RETURNED] * 3
    assert the_report(world, 1, "quy-2").remark == "Xem lại cả ba"


def test_nothing_ticked_is_told(world):
    answer = client_of(world.leaders[1]).post("/ky-nhieu/ky", {"key": a_key()})
    assert answer.status_code == 422
    assert "Chưa chọn mục nào" in answer.content.decode()


def test_what_was_signed_meanwhile_is_told_after_what_could_be_signed(world):
    leader = client_of(world.leaders[1])
    leader.post("/ky-nhieu/ky", {"key": a_key(), "pick": tokens(world)[2:]})
    answer = leader.post("/ky-nhieu/ky", {"key": a_key(), "pick": tokens(world)})
    assert answer.status_code == 422
    assert "Đã xong 1 mục" in answer.content.decode()
    assert states(world)[0] is Handing.SIGNED


def test_another_units_things_cannot_be_named_in_a_form(world):
    answer = client_of(world.leaders[2]).post("/ky-nhieu/ky", {"key": a_key(), "pick": tokens(world)})
    assert answer.status_code == 422
    assert Handing.SIGNED not in states(world)


def test_a_delegate_signs_while_the_letter_is_in_force(world):
    deputy = an_actor("Phó Một", world.units[1], PostKind.DEPUTY)
    assert 'name="pick"' not in client_of(deputy).get("/ky-nhieu").content.decode()
    leader, delegate = (Person.objects.get(pk=actor.person) for actor in (world.leaders[1], deputy))
    delegate_signature(
        world.units[1], leader=leader, delegate=delegate, letter_number="05/GUQ-STP",
        letter_dated_on=date(2016, 6, 30), from_on=date(2016, 7, 1), until_on=date(2016, 7, 31),
        by=world.leaders[1], at=NOON, key=a_key(),
    )  # fmt: skip
    client = client_of(deputy)
    assert client.get("/ky-nhieu").content.decode().count('name="pick"') == 3
    assert client.post("/ky-nhieu/ky", {"key": a_key(), "pick": tokens(world)[1:]}).status_code == 303
    assert states(world)[1:] == [Handing.SIGNED] * 2


def test_what_the_stage_does_not_let_anyone_sign_is_not_offered(world):
    world.bloc.stage = "running"
    world.bloc.save(update_fields=["stage"])
    page = client_of(world.leaders[1]).get("/ky-nhieu").content.decode()
    assert page.count('name="pick"') == 2
    assert f'value="{tokens(world)[0]}' not in page


def test_today_leads_to_what_waits(world):
    assert "3 mục chờ bạn ký" in client_of(world.leaders[1]).get("/hom-nay").content.decode()
    assert "chờ bạn ký" not in client_of(world.officers[1]).get("/hom-nay").content.decode()


def test_a_score_card_waits_beside_the_others(db, settings):
    settings.DEMO_DAY = date(2016, 11, 2)
    world = a_season_scoring()
    card = a_submitted_card(world)
    leader = client_of(world.leaders[1])
    assert f'value="card:{card.public_id}:{card.version}"' in leader.get("/ky-nhieu").content.decode()
    assert leader.post("/ky-nhieu/ky", {"key": a_key(), "pick": [f"card:{card.public_id}"]}).status_code == 303
    assert the_card(world).handing is Handing.SIGNED


def test_the_page_speaks_english(world):
    page = client_of(world.leaders[1], "en").get("/ky-nhieu").content.decode()
    assert "Sign what is ticked" in page
    assert "Ký các mục" not in page
