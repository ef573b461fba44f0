"""Before a form that signs or administers the second factor is asked for; the form is held and goes on by one press."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import URLPattern, get_resolver

from tests.factories.factors import SECRET, a_passkey_of, account_of, an_app_of, recovery_codes_of
from tests.factories.files import PDF
from tests.factories.people import an_administrator
from tests.factories.seasons import NOON, World, a_key, a_pact_open_for_signing
from tests.pages.clients import client_of
from tests.pages.test_walk import RULES
from thidua.core.second_factor.codes import code_at
from thidua.pages.door.asks import ADMINISTERING, OWN, SIGNING
from thidua.records.accounts.models import Account
from thidua.records.desk.actions import reset_second_factor
from thidua.records.journal.models import Entry
from thidua.records.seasons.models import Signature

pytestmark = pytest.mark.django_db
HERE = {"origin": "http://localhost"}
REQUIRED = override_settings(SECOND_FACTOR="required")


@pytest.fixture
def world() -> World:
    return a_pact_open_for_signing()


@pytest.fixture
def outside(monkeypatch):
    """The instant outside, which phones know, as the test wants it."""
    clock = {"at": datetime(2016, 3, 4, 5, 0, tzinfo=UTC)}
    for room in ("door.second", "door.proven", "door.passkeys", "accounts.factors"):
        monkeypatch.setattr(f"thidua.pages.{room}.outside", lambda: clock["at"])
    return clock


def sign_at(world: World) -> str:
    return f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/giao-uoc/ky"


def a_form(world: World) -> dict[str, str]:
    return {"key": a_key(), "unit": world.units[1].slug}


def fields_in(page: str) -> dict[str, str]:
    form = page.split("data-held")[1].split("</form>")[0]
    return dict(re.findall(r'type="hidden" name="([\w-]+)" value="([^"]*)"', form))


def test_without_a_second_factor_the_page_leads_to_setting_one_up_and_holds_the_form(world):
    browser, form = client_of(world.leaders[1]), a_form(world)
    with REQUIRED:
        held = browser.post(sign_at(world), form)
        page = held.content.decode()
        assert held.status_code == 403
        assert "Tài khoản chưa có lớp xác nhận thứ hai." in page
        assert 'href="/tai-khoan/xac-nhan"' in page
        assert fields_in(page)["key"] == form["key"]
        assert not Signature.objects.exists()
    with override_settings(SECOND_FACTOR="offered"):
        assert browser.post(sign_at(world), form).status_code == 303
    assert Signature.objects.count() == 1


@REQUIRED
def test_a_code_given_with_the_held_form_signs_by_one_press(world, outside):
    leader, form = world.leaders[1], a_form(world)
    an_app_of(leader, at=outside["at"])
    browser = client_of(leader)
    page = browser.post(sign_at(world), form).content.decode()
    assert "Xác nhận và ký" in page
    assert not Signature.objects.exists()
    answer = browser.post(sign_at(world), fields_in(page) | {"second_factor_code": code_at(SECRET, outside["at"])})
    assert answer.status_code == 303
    assert Signature.objects.count() == 1
    kinds = list(Entry.objects.order_by("-seq").values_list("kind", flat=True)[:3])
    assert kinds[:2] == ["pact.signed", "factor.proven"]


@REQUIRED
def test_a_wrong_code_is_told_and_the_form_stays_held(world, outside):
    leader, form = world.leaders[1], a_form(world)
    an_app_of(leader, at=outside["at"])
    browser = client_of(leader)
    page = browser.post(sign_at(world), form | {"second_factor_code": "000000"}).content.decode()
    assert "Mã không đúng hoặc đã dùng." in page
    held = fields_in(page)
    assert {name: held[name] for name in form} == form
    assert "second_factor_code" not in held
    for _ in range(5):
        page = browser.post(sign_at(world), form | {"second_factor_code": "000000"}).content.decode()
    assert "Nhập sai nhiều lần. Đợi đến" in page
    assert not Signature.objects.exists()


@REQUIRED
def test_it_is_asked_again_after_the_minutes_of_the_setting_and_not_before(world, outside):
    leader = world.leaders[1]
    an_app_of(leader, at=outside["at"])
    browser = client_of(leader)
    browser.post(sign_at(world), a_form(world) | {"second_factor_code": code_at(SECRET, outside["at"])})
    for minutes, status in ((14, 422), (16, 403)):  # 422: the unit has signed
        outside["at"] = datetime(2016, 3, 4, 5, 0, tzinfo=UTC) + timedelta(minutes=minutes)
        assert browser.post(sign_at(world), a_form(world)).status_code == status


@REQUIRED
def test_what_was_proven_counts_in_that_session_only_and_ends_with_a_reset(world, outside):
    leader = world.leaders[1]
    an_app_of(leader, at=outside["at"])
    browser, other = client_of(leader), client_of(leader)
    browser.post(sign_at(world), a_form(world) | {"second_factor_code": code_at(SECRET, outside["at"])})
    assert other.post(sign_at(world), a_form(world)).status_code == 403
    administrator = an_administrator()
    reset_second_factor(account_of(leader), reason="mất máy", by=administrator, at=NOON, key=a_key())
    answer = browser.post(sign_at(world), a_form(world))
    assert answer.status_code == 403
    assert "Tài khoản chưa có lớp xác nhận thứ hai." in answer.content.decode()


@REQUIRED
def test_a_recovery_code_stands_in_for_the_phone_and_tells_how_many_are_left(world, outside):
    leader = world.leaders[1]
    an_app_of(leader, at=outside["at"])
    first, _ = recovery_codes_of(leader)
    browser = client_of(leader)
    answer = browser.post(sign_at(world), a_form(world) | {"second_factor_code": first}, follow=True)
    assert "Đã dùng một mã dự phòng. Còn 1 mã." in answer.content.decode()
    assert Signature.objects.count() == 1


@REQUIRED
def test_who_has_a_passkey_only_is_offered_that(world):
    a_passkey_of(world.leaders[1])
    page = client_of(world.leaders[1]).post(sign_at(world), a_form(world)).content.decode()
    assert "Dùng khóa và ký" in page
    assert 'name="second_factor_code"' not in page


@REQUIRED
@pytest.mark.parametrize("text", ["{}", "không phải JSON", '{"rawId": 100000000000, "response": {}}', "[" * 5000])
def test_an_answer_of_no_passkey_signs_nothing(world, text):
    a_passkey_of(world.leaders[1])
    browser = client_of(world.leaders[1])
    browser.post("/dang-nhap/khoa/hoi")
    answer = browser.post(sign_at(world), a_form(world) | {"second_factor_passkey": text})
    assert answer.status_code == 403
    assert "Khóa không xác nhận được." in answer.content.decode()
    again = browser.post(sign_at(world), a_form(world) | {"second_factor_passkey": text})
    assert "quá 5 phút" in again.content.decode(), "what the browser was asked is good for one answer"
    assert not Signature.objects.exists()


@REQUIRED
def test_a_file_of_a_held_form_goes_along(world, outside, tmp_path, monkeypatch):
    """A letter of delegation is administered with its file."""
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))
    leader = world.leaders[1]
    an_app_of(leader, at=outside["at"])
    form = {"key": a_key(), "delegate": "khong-co", "letter_file": SimpleUploadedFile("giấy.pdf", PDF)}
    browser = client_of(leader)
    page = browser.post(f"/don-vi/{world.units[1].slug}/uy-quyen", form).content.decode()
    assert "letter_file_kept" in fields_in(page)


@REQUIRED
def test_reading_is_never_asked_for_a_second_factor_and_a_stranger_learns_nothing(world):
    assert client_of(world.leaders[1]).get(sign_at(world).removesuffix("/ky")).status_code == 200
    nobody = Client(headers={"host": "localhost"})
    answer = nobody.post(sign_at(world), a_form(world), headers=HERE)
    assert answer.status_code == 401
    assert "Phiên đăng nhập đã hết" in answer.content.decode()


@REQUIRED
def test_the_demos_one_click_accounts_are_exempt_in_the_demo_only_and_the_banner_says_so(world):
    Account.objects.filter(pk=world.leaders[1].account).update(demo_role="lanh-dao-don-vi")
    browser = client_of(world.leaders[1])
    assert browser.post(sign_at(world), a_form(world)).status_code == 403
    with override_settings(DEMO_DAY=NOON.date()):
        assert browser.post(sign_at(world), a_form(world)).status_code == 303
        assert "được miễn lớp xác nhận thứ hai" in browser.get("/").content.decode()
    assert "được miễn lớp xác nhận thứ hai" not in browser.get("/").content.decode()


@REQUIRED
def test_administering_asks_as_well(world, outside):
    administrator = an_administrator()
    an_app_of(administrator, at=outside["at"])
    browser = client_of(administrator)
    form = {"key": a_key(), "full_name": "Trần Thị Mới", "email": ""}
    held = browser.post("/quan-tri/nguoi-moi", form)
    assert held.status_code == 403
    assert "Xác nhận và làm tiếp" in held.content.decode()
    code = code_at(SECRET, outside["at"])
    assert browser.post("/quan-tri/nguoi-moi", form | {"second_factor_code": code}).status_code == 303


def every_pattern(resolver=None, before=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield entry.name, before + str(entry.pattern)
        else:
            yield from every_pattern(entry, before + str(entry.pattern))


# In ink, by somebody else: the secretariat writes down what has happened in the hall.
WRITTEN_DOWN = {"sign_on_paper", "sign_annex_on_paper"}
# A leader's or a team's word that binds as a signature does.
NAMED_OTHERWISE = {
    "register_exemplar", "introduce_exemplar", "report_visit", "answer_minutes", "approve_estimate", "close_settlement",
}  # fmt: skip
DOOR = {"sign_in", "sign_out", "sign_in_by_passkey", "sign_many"}
READ_ONLY = {
    "units_xlsx",
    "people_workbook",
    "accounts",
    "outbox",
    "units",
    "unit",
    "person",
    "delegation_letter",
    "reorganisations",
    "reorganisation",
}
READ_ONLY |= {"reorganisation_decision", "person_standing", "person_why", "unit_standing", "unit_why"}
READ_ONLY |= {"unit_sweep", "unit_sweep_xlsx"}
READ_ONLY |= {"person_answer", "unit_answer", "person_serving", "person_serving_xlsx"}
READ_ONLY |= {f"{name}{ending}" for name in ("person_honours", "unit_honours") for ending in ("", "_xlsx")}
# Records that units keep of their people, as they keep their results.
KEPT_BY_UNITS = {
    f"{word}{name}" for name in ("person_honour", "unit_honour") for word in ("", "enter_", "withdraw_")
}  # fmt: skip
KEPT_BY_UNITS |= {f"{word}honour_register" for word in ("", "apply_", "undo_", "cancel_")} | {"honour_registers"}
READ_ONLY |= {"empty_honour_register", "example_honour_register", "honour_register_progress"}
KEPT_BY_UNITS |= {"unit_remit"}
READ_ONLY |= {
    f"history_of_{name}{ending}"
    for name in ("unit", "person", "delegations", "person_honours", "unit_honours")
    for ending in ("", "_xlsx")
}


def test_every_address_that_signs_locks_or_administers_is_among_those_that_ask():
    patterns = dict(every_pattern())
    assert set(patterns) >= SIGNING | ADMINISTERING | OWN
    signs = {name for name in patterns if re.match(r"(sign|lock|close_signing)(_|$)", name)}
    assert (signs | NAMED_OTHERWISE) - WRITTEN_DOWN - DOOR == SIGNING
    kept = ("quan-tri/", "don-vi", "nguoi/", "sap-xep")  # accounts and the directory
    administers = {name for name, pattern in patterns.items() if pattern.startswith(kept)}
    assert administers - READ_ONLY - KEPT_BY_UNITS <= ADMINISTERING


def test_whoever_founds_a_cluster_or_gives_parts_is_asked_too():
    """Who heads a season and who serves it hangs on these."""
    assert {name for name, rule in RULES.items() if rule == "administrator"} - READ_ONLY <= ADMINISTERING
    assert {"season_roles", "end_role"} <= ADMINISTERING


@REQUIRED
def test_who_has_set_one_up_for_a_held_form_is_led_back_to_it_until_it_is_sent(world, outside):
    leader, back = world.leaders[1], "Quay lại thẻ trước của trình duyệt, bấm Gửi lại"
    browser = client_of(leader)
    browser.post(sign_at(world), a_form(world))
    an_app_of(leader, at=outside["at"])
    for page in ("/tai-khoan/xac-nhan", "/tai-khoan/xac-nhan/ma-du-phong"):
        assert back in browser.get(page).content.decode()
    browser.post(sign_at(world), a_form(world) | {"second_factor_code": code_at(SECRET, outside["at"])})
    assert back not in browser.get("/tai-khoan/xac-nhan").content.decode()
