"""The address of drafts: what it keeps, what it never keeps, and that a form that was accepted leaves none."""

import json

import pytest
from django.test import Client

from tests.factories.seasons import a_key, a_season_registering
from tests.pages.clients import client_of
from thidua.pages.shared.drafts import MOST_BYTES
from thidua.records.desk.models import Draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return a_season_registering(members=1)


@pytest.fixture
def officer(world):
    return client_of(world.officers[0])


def save(client, values, key="/bang", **more):
    return client.post("/nhap-luu", {"key": key, "values": json.dumps(values), "version": "", "page": "a", **more})


def test_a_draft_comes_back_as_it_was_typed_with_its_instant_and_version(officer):
    saved = save(officer, {"ly-do": ["Bão số 1"], "chac": []}).json()

    back = officer.get("/nhap-luu", {"key": "/bang"}).json()

    assert back == {"values": {"ly-do": ["Bão số 1"], "chac": []}, **saved}
    assert saved["version"] == 1


def test_where_nothing_was_typed_there_is_nothing(officer):
    assert officer.get("/nhap-luu", {"key": "/bang"}).status_code == 204


def test_a_draft_that_is_thrown_away_is_gone(officer):
    save(officer, {"ly-do": ["Bão"]})

    assert officer.post("/nhap-luu", {"key": "/bang", "discard": "1"}).status_code == 204
    assert Draft.objects.count() == 0


def test_whoever_is_signed_out_is_told_so_by_the_status_and_not_led_away():
    nobody = Client(headers={"host": "localhost"})
    assert nobody.get("/nhap-luu", {"key": "/bang"}).status_code == 401
    assert save(nobody, {"ly-do": ["Bão"]}).status_code == 401


def test_passwords_and_tokens_are_left_out_whoever_sends_them(officer):
    save(officer, {"password": ["x"], "csrfmiddlewaretoken": ["x"], "mat_khau_moi": ["x"], "ly-do": ["Bão"]})

    assert Draft.objects.get().values == {"ly-do": ["Bão"]}


@pytest.mark.parametrize("values", ["không phải", [1], {"a": "b"}, {"a": [1]}, {"a": ["\ud800"]}])
def test_what_is_no_draft_is_refused_with_a_sentence(officer, values):
    answer = officer.post(
        "/nhap-luu", {"key": "/bang", "values": values if values == "không phải" else json.dumps(values)}
    )

    assert answer.status_code == 409
    assert "Bản nháp gửi lên không đọc được" in answer.json()["sentence"]


def test_a_draft_that_is_too_long_stays_on_the_readers_machine_and_says_so(officer):
    answer = save(officer, {"ly-do": ["ă" * (MOST_BYTES // 2)]})

    assert answer.status_code == 409
    assert "dài hơn 200 KB" in answer.json()["sentence"]
    assert Draft.objects.count() == 0


def test_another_window_of_the_same_person_is_told_and_the_first_draft_stays(officer):
    save(officer, {"ly-do": ["Bão"]})

    answer = save(officer, {"ly-do": ["Lũ"]}, page="b")

    assert answer.status_code == 409
    assert "ở một cửa sổ hoặc máy khác" in answer.json()["sentence"]
    assert Draft.objects.get().values == {"ly-do": ["Bão"]}


@pytest.mark.parametrize(("version", "status", "drafts"), [("1", 303, 0), ("99", 422, 1)])
def test_a_form_lets_go_of_its_draft_once_it_is_accepted_and_only_then(world, officer, version, status, drafts):
    sheet = world.sheet(0)
    base = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}/dang-ky/{world.units[0].slug}"
    save(officer, {"reason": ["Bão"]}, key=base)

    sent = officer.post(f"{base}/luu", {"key": a_key(), "version": version, "draft": base})

    assert sent.status_code == status
    assert Draft.objects.count() == drafts
    assert sheet.lines.count() == 2
