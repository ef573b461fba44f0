"""Letters of delegation by page: what they let sign, their scans, overlaps, and where a signature names them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.files import PDF
from tests.factories.people import a_unit_named
from tests.factories.seasons import (
    NOON,
    World,
    a_key,
    a_pact_open_for_signing,
    a_season_registering,
    an_actor,
    figures_for,
)
from tests.pages.clients import client_of
from thidua.core.actor import Actor, PostKind
from thidua.core.rights.scopes import ALL, Scope
from thidua.core.workflow.handing_in import Handing
from thidua.records.accounts.actions import delegate_signature
from thidua.records.accounts.models import Delegation
from thidua.records.directory.models import Person
from thidua.records.seasons.actions.commitments import save_commitments, submit_commitments
from thidua.records.seasons.models import Signature

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))


@pytest.fixture
def world() -> World:
    return a_pact_open_for_signing()


def a_deputy(world: World) -> Actor:
    return an_actor("Trần Phó Một", world.units[1], PostKind.DEPUTY, "Phó Giám đốc")


def a_letter(world: World, delegate: Actor, scopes=ALL, number: str = "05/GUQ-STP") -> Delegation:
    leader, person = (Person.objects.get(pk=actor.person) for actor in (world.leaders[1], delegate))
    return delegate_signature(
        world.units[1], leader=leader, delegate=person, letter_number=number, letter_dated_on=date(2016, 2, 29),
        from_on=date(2016, 3, 1), until_on=date(2099, 12, 31), scopes=scopes, by=world.leaders[1], at=NOON,
        key=a_key(),
    )  # fmt: skip


def here(world: World) -> str:
    return f"/don-vi/{world.units[1].slug}/uy-quyen"


def pact_at(world: World) -> str:
    return f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/giao-uoc"


def test_a_letter_is_written_down_with_its_scan_and_what_it_lets_sign(world):
    deputy, leader = a_deputy(world), client_of(world.leaders[1])
    form = {
        "key": a_key(), "delegate": Person.objects.get(pk=deputy.person).public_id, "letter_number": "05/GUQ-STP",
        "letter_dated_on": "29/2/2016", "from_on": "1/3/2016", "until_on": "31/12/2099",
    }  # fmt: skip
    scan = SimpleUploadedFile("giấy ủy quyền.pdf", PDF)
    page = leader.post(here(world), form | {"letter_file": scan}).content.decode()
    assert "Chọn ít nhất một việc được ký theo giấy ủy quyền." in page
    assert "giấy ủy quyền.pdf" in page, "the scan has come and need not be chosen again"
    kept = page.split('name="letter_file_kept" value="')[1].split('"')[0]
    sent = form | {"key": a_key(), "scopes": ["reports"], "letter_file_kept": kept}
    assert leader.post(here(world), sent).status_code == 303
    row = Delegation.objects.get()
    assert (row.scopes, row.letter_file.name) == ({Scope.REPORTS}, "giấy ủy quyền.pdf")
    page = client_of(deputy).get(here(world)).content.decode()
    assert "Báo cáo kết quả, đính chính" in page
    answer = client_of(deputy).get(f"{here(world)}/{row.public_id}/ban-quet")
    assert b"".join(answer.streaming_content) == PDF


def test_a_scan_that_comes_later_is_attached_and_one_that_is_none_is_told(world):
    row = a_letter(world, a_deputy(world))
    leader, at = client_of(world.leaders[1]), f"{here(world)}/{row.public_id}"
    assert leader.get(f"{at}/ban-quet").status_code == 404
    assert "Chưa chọn tệp" in leader.post(f"{at}/gan", {"key": a_key()}).content.decode()
    form = {"key": a_key(), "scan": SimpleUploadedFile("giấy.pdf", PDF)}
    assert leader.post(f"{at}/gan", form).status_code == 303
    assert leader.get(f"{at}/ban-quet").status_code == 200


def test_letters_to_two_people_for_the_same_days_are_marked(world):
    a_letter(world, a_deputy(world))
    a_letter(world, an_actor("Trần Phó Hai", world.units[1], PostKind.DEPUTY), {Scope.CARDS}, "06/GUQ-STP")
    page = client_of(world.leaders[1]).get(here(world)).content.decode()
    assert "trùng ngày với giấy số 06/GUQ-STP" in page
    assert "trùng ngày với giấy số 05/GUQ-STP" in page


def test_a_deputy_by_letter_signs_in_the_leaders_place_and_page_and_signature_say_so(world):
    deputy = a_deputy(world)
    a_letter(world, deputy, {Scope.PACT})
    browser = client_of(deputy)
    page = browser.get(pact_at(world)).content.decode()
    words = "Trần Phó Một, Phó Giám đốc, ký thay lãnh đạo (KT.) theo giấy ủy quyền số 05/GUQ-STP, 29/02/2016."
    assert words in page
    assert browser.post(f"{pact_at(world)}/ky", {"key": a_key(), "unit": world.units[1].slug}).status_code == 303
    signed = Signature.objects.get()
    assert (signed.capacity, signed.letter) == ("signing_for", "05/GUQ-STP, 29/02/2016")
    page = browser.get(pact_at(world)).content.decode()
    assert '<span lang="vi">KT.</span>' in page
    assert "05/GUQ-STP, 29/02/2016" in page


def test_somebody_below_the_unit_signs_by_letter(world):
    office = a_unit_named("Văn phòng", "van-phong", world.units[1])
    clerk = an_actor("Lê Văn Phòng", office, PostKind.STAFF, "Chánh Văn phòng")
    browser = client_of(clerk)
    assert "Xác nhận ký cho đơn vị" not in browser.get(pact_at(world)).content.decode()
    a_letter(world, clerk)
    assert "ký theo giấy ủy quyền số 05/GUQ-STP" in browser.get(pact_at(world)).content.decode()
    assert browser.post(f"{pact_at(world)}/ky", {"key": a_key(), "unit": world.units[1].slug}).status_code == 303
    assert Signature.objects.get().capacity == "by_letter"


def test_a_letter_for_other_things_lets_sign_no_pact(world):
    deputy = a_deputy(world)
    a_letter(world, deputy, {Scope.REPORTS, Scope.CARDS})
    browser = client_of(deputy)
    assert "Xác nhận ký cho đơn vị" not in browser.get(pact_at(world)).content.decode()
    answer = browser.post(f"{pact_at(world)}/ky", {"key": a_key(), "unit": world.units[1].slug})
    assert answer.status_code == 422
    assert "người được lãnh đạo ủy quyền" in answer.content.decode()
    assert "Ký giao ước thi đua" not in browser.get("/hom-nay").content.decode()


def test_what_was_handed_in_says_by_which_letter_it_was_signed():
    world = a_season_registering()
    sheet, officer = world.sheet(1), world.officers[1]
    save_commitments(sheet, figures=figures_for(sheet), seen_version=sheet.version, by=officer, at=NOON, key=a_key())
    seen = world.sheet(1).version
    submit_commitments(world.sheet(1), seen_version=seen, by=officer, at=NOON, key=a_key())
    deputy = a_deputy(world)
    a_letter(world, deputy, {Scope.PACT})
    browser, picked = client_of(deputy), f"commitments:{sheet.public_id}:{world.sheet(1).version}"
    assert "theo giấy ủy quyền số 05/GUQ-STP" in browser.get("/ky-nhieu").content.decode()
    assert browser.post("/ky-nhieu/ky", {"key": a_key(), "pick": [picked]}).status_code == 303
    assert world.sheet(1).handing is Handing.SIGNED
    assert world.sheet(1).signed_by["letter"] == "05/GUQ-STP, 29/02/2016"
    base = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/dang-ky/{world.units[1].slug}"
    page = browser.get(base).content.decode()
    assert "KT." in page
    assert "05/GUQ-STP, 29/02/2016" in page
