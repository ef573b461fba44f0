"""Scans of signatures in ink: chosen with the signature or later, carried over a refusal, read by who sees the pact."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.files import PDF, PROGRAM
from tests.factories.seasons import a_key, a_pact_open_for_signing, a_season_registering
from tests.pages.clients import client_of
from tests.pages.pact.test_pact import address, in_ink
from thidua.records.seasons.models import Signature

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))


def a_scan(content=PDF, name="bản ký.pdf"):
    return SimpleUploadedFile(name, content)


def mark_in(page: str) -> str:
    return page.split('name="scan_kept" value="')[1].split('"')[0]


def test_a_wrong_field_beside_a_scan_costs_neither(own_folder):
    world = a_pact_open_for_signing()
    secretary = client_of(world.secretary)
    refused = secretary.post(address(world, "ky-giay"), in_ink(world, 1, title="", scan=a_scan()))
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Đã nhận tệp" in page
    assert 'value="Trần Huy Bách"' in page
    again = secretary.post(address(world, "ky-giay"), in_ink(world, 1, scan_kept=mark_in(page)))
    assert again.status_code == 303
    assert Signature.objects.get().scan.name == "bản ký.pdf"


def test_a_wrong_file_is_told_and_what_was_typed_stays():
    world = a_pact_open_for_signing()
    refused = client_of(world.secretary).post(
        address(world, "ky-giay"), in_ink(world, 1, scan=a_scan(PROGRAM, "bản ký.pdf"))
    )
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Không nhận được tệp “bản ký.pdf”" in page
    assert 'value="Trần Huy Bách"' in page
    assert not Signature.objects.exists()


def test_a_scan_is_put_beside_the_signature_later_and_opened_by_members():
    world = a_pact_open_for_signing()
    secretary, member = client_of(world.secretary), client_of(world.officers[2])
    secretary.post(address(world, "ky-giay"), in_ink(world, 1))
    at = address(world, f"chu-ky/{Signature.objects.get().public_id}")
    assert member.get(f"{at}/ban-quet").status_code == 404
    assert "gắn bản quét" in secretary.get(address(world)).content.decode()
    assert secretary.post(f"{at}/gan", {"key": a_key(), "scan": a_scan()}).status_code == 303
    assert "có bản quét" in member.get(address(world)).content.decode()
    assert "bản ký.pdf" in member.get(at).content.decode()
    answer = member.get(f"{at}/ban-quet")
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Type"] == "application/pdf"


def test_nothing_chosen_is_told():
    world = a_pact_open_for_signing()
    secretary = client_of(world.secretary)
    secretary.post(address(world, "ky-giay"), in_ink(world, 1))
    at = address(world, f"chu-ky/{Signature.objects.get().public_id}")
    refused = secretary.post(f"{at}/gan", {"key": a_key()})
    assert refused.status_code == 422
    assert "Chưa chọn tệp cho “Bản quét”" in refused.content.decode()


def test_members_see_the_scan_and_no_form_and_a_stranger_nothing():
    world = a_pact_open_for_signing()
    secretary = client_of(world.secretary)
    secretary.post(address(world, "ky-giay"), in_ink(world, 1, scan=a_scan()))
    at = address(world, f"chu-ky/{Signature.objects.get().public_id}")
    assert 'name="scan"' in secretary.get(at).content.decode()
    leader, stranger = client_of(world.leaders[1]), client_of(world.outsider)
    assert 'name="scan"' not in leader.get(at).content.decode()
    assert leader.post(f"{at}/gan", {"key": a_key(), "scan": a_scan()}).status_code == 422
    assert [stranger.get(one).status_code for one in (at, f"{at}/ban-quet")] == [404, 404]
    assert stranger.post(f"{at}/gan", {"key": a_key(), "scan": a_scan()}).status_code == 404


def test_the_list_says_by_when_a_scan_is_owed_and_can_be_narrowed_to_those():
    world = a_pact_open_for_signing()
    secretary = client_of(world.secretary)
    secretary.post(address(world, "ky-giay"), in_ink(world, 1))
    due = Signature.objects.get().scan_due_on
    shown = secretary.get(address(world)).content.decode()
    assert f"hạn {due.day}/{due.month}" in shown
    narrowed = secretary.get(f"{address(world)}?no-ban-quet").content.decode()
    rows = narrowed.split("<tbody>")[1].split("</tbody>")[0]
    assert [unit.short_name in rows for unit in world.units] == [False, True, False]


def test_the_days_for_a_scan_are_written_with_the_pact():
    world = a_season_registering()
    written = {"key": a_key(), "version": 1, "preamble": "GIAO ƯỚC", "place": "", "scan_within_days": "10"}
    assert client_of(world.secretary).post(address(world, "viet"), written).status_code == 303
    assert world.pact().scan_within_days == 10
