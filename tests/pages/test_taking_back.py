"""What an officer has submitted is taken back to mend it; the leader signs only what stood on the page."""

import re

import pytest

from tests.factories.results import APRIL, JULY, a_season_of_results, a_submitted_report, the_report
from tests.factories.scores import OCTOBER, a_season_scoring, a_submitted_card, the_card
from tests.factories.seasons import NOON, a_key, a_season_registering, figures_for
from tests.factories.written import a_written, the_fields, the_member, the_topic
from tests.pages.clients import client_of
from thidua.core.workflow.handing_in import Handing
from thidua.records.results.actions.written import submit_written
from thidua.records.results.queries.written import written_of
from thidua.records.seasons.actions.commitments import save_commitments, submit_commitments

CHANGED = "Nội dung đã được sửa và trình lại sau khi bạn mở trang. Xem bản mới rồi làm tiếp."


def a_submitted_sheet(world):
    sheet = world.sheet(1)
    given = {"by": world.officers[1], "at": NOON}
    saved = save_commitments(sheet, figures=figures_for(sheet), seen_version=sheet.version, **given, key=a_key())
    return submit_commitments(saved, seen_version=saved.version, **given, key=a_key())


def a_submitted_text(world):
    begun = written_of(the_member(world), the_topic(world))
    saved = a_written(world, version=begun.version)
    given = {"filled": the_fields(world), "seen_version": saved.version, "by": world.officers[1], "at": JULY}
    return submit_written(saved, **given, key=a_key())


THINGS = {
    "dang-ky/{unit}": (a_season_registering, a_submitted_sheet, lambda world: world.sheet(1), NOON),
    "ket-qua/quy-1/{unit}": (a_season_of_results, a_submitted_report, the_report, APRIL),
    "bao-cao/quy-2/{unit}": (
        a_season_of_results,
        a_submitted_text,
        lambda world: written_of(the_member(world), the_topic(world)),
        JULY,
    ),
    "cham-diem/{unit}": (a_season_scoring, a_submitted_card, the_card, OCTOBER),
}


@pytest.fixture(params=THINGS)
def thing(request, db, settings):
    """A unit's submitted sheet, report or card: the world, its page, how it stands, how it is submitted anew."""
    begin, submit, stands, at = THINGS[request.param]
    settings.DEMO_DAY = at.date()
    world = begin()
    submit(world)
    base = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}"
    return world, f"{base}/{request.param.format(unit=world.units[1].slug)}", stands, submit


def version_on(page, act="ky"):
    [found] = re.findall(rf'/{act}"[^>]*>.*?name="version" value="(\d+)"', page, re.DOTALL)
    return found


def test_the_officer_takes_it_back_and_types_again(thing):
    world, address, stands, _ = thing
    officer = client_of(world.officers[1])
    assert f'action="{address}/rut-lai"' in officer.get(address).content.decode()
    assert officer.post(f"{address}/rut-lai", {"key": a_key()}).status_code == 303
    assert stands(world).handing is Handing.DRAFT
    page = officer.get(address).content.decode()
    assert "Đã rút lại" in page
    assert f'action="{address}/luu"' in page
    again = officer.post(f"{address}/rut-lai", {"key": a_key()})
    assert again.status_code == 422
    assert "Không rút lại được" in again.content.decode()


def test_who_only_reads_it_or_signs_it_has_no_such_button(thing):
    world, address, _, _ = thing
    for other in (world.leaders[1], world.secretary):
        assert "/rut-lai" not in client_of(other).get(address).content.decode()
    assert client_of(world.secretary).post(f"{address}/rut-lai", {"key": a_key()}).status_code == 422
    assert client_of(world.outsider).post(f"{address}/rut-lai", {"key": a_key()}).status_code == 404


def test_a_leader_who_read_the_older_one_is_told_and_reads_the_newer(thing):
    world, address, stands, submit = thing
    leader, officer = client_of(world.leaders[1]), client_of(world.officers[1])
    read = version_on(leader.get(address).content.decode())
    officer.post(f"{address}/rut-lai", {"key": a_key()})
    submit(world)
    refused = leader.post(f"{address}/ky", {"key": a_key(), "version": read})
    assert refused.status_code == 422
    assert CHANGED in refused.content.decode()
    assert stands(world).handing is Handing.SUBMITTED
    newer = version_on(refused.content.decode())
    assert leader.post(f"{address}/ky", {"key": a_key(), "version": newer}).status_code == 303
    assert stands(world).handing is Handing.SIGNED


def test_a_remark_never_lands_on_a_newer_one_nor_does_the_officer_take_that_back(thing):
    world, address, stands, submit = thing
    leader, officer = client_of(world.leaders[1]), client_of(world.officers[1])
    read = version_on(leader.get(address).content.decode(), "tra-lai")
    typed = version_on(officer.get(address).content.decode(), "rut-lai")
    officer.post(f"{address}/rut-lai", {"key": a_key(), "version": typed})
    submit(world)
    for client, act, version in ((leader, "tra-lai", read), (officer, "rut-lai", typed)):
        refused = client.post(f"{address}/{act}", {"key": a_key(), "remark": "Thiếu số", "version": version})
        assert (refused.status_code, CHANGED in refused.content.decode()) == (422, True)
    assert stands(world).handing is Handing.SUBMITTED
    newer = version_on(leader.get(address).content.decode(), "tra-lai")
    assert (
        leader.post(f"{address}/tra-lai", {"key": a_key(), "remark": "Thiếu số", "version": newer}).status_code == 303
    )
    assert stands(world).remark == "Thiếu số"


def test_signing_many_signs_only_what_stood_in_the_list(thing):
    world, address, stands, submit = thing
    leader, officer = client_of(world.leaders[1]), client_of(world.officers[1])
    tokens = re.findall(r'name="pick" value="([^"]+)"', leader.get("/ky-nhieu").content.decode())
    officer.post(f"{address}/rut-lai", {"key": a_key()})
    submit(world)
    refused = leader.post("/ky-nhieu/ky", {"key": a_key(), "pick": tokens})
    assert refused.status_code == 422
    assert CHANGED in refused.content.decode()
    newer = re.findall(r'name="pick" value="([^"]+)"', refused.content.decode())
    assert leader.post("/ky-nhieu/ky", {"key": a_key(), "pick": newer}).status_code == 303
    assert stands(world).handing is Handing.SIGNED
