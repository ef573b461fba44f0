"""Scans of signatures in ink: chosen with the signature or later, carried over a refusal, read by who sees the pact."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.files import PDF, PROGRAM
from tests.factories.seasons import a_key, a_pact_open_for_signing
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
