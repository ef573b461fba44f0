"""Signing digitally, as on screen: the paper is fetched, the signed file handed in, each kind said in words."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.files import PDF, a_png
from tests.factories.seasons import NOON, a_key, a_pact_open_for_signing, a_season_registering
from tests.factories.signing import AUTHORITY, a_certificate, an_authority, signed_pdf
from tests.pages.clients import client_of
from tests.pages.pact.test_pact import address, in_ink
from thidua.documents.signable import ready_to_sign
from thidua.documents.typeset import typeset
from thidua.records.seasons.models import Signature

pytestmark = pytest.mark.django_db
ROOT = an_authority()
LEADER = a_certificate(ROOT, "Trần Huy Bách", "Sở Tư pháp tỉnh Nam Định")


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))


def paper_of(world) -> bytes:
    secretary = client_of(world.secretary)
    assert secretary.post(address(world, "ky-so/lap"), {"key": a_key()}).status_code == 303
    return b"".join(client_of(world.officers[2]).get(address(world, "ky-so/ban-pdf")).streaming_content)


def a_form(world, place, content, **more):
    return in_ink(world, place, scan=SimpleUploadedFile("giao-uoc-da-ky.pdf", content), **more)


def handed_in(world, place, content, by=None):
    by = by or world.leaders[place]
    return client_of(by).post(address(world, "ky-so/nop"), a_form(world, place, content))


def test_before_the_signing_is_open_there_is_no_paper_to_sign():
    world = a_season_registering()
    client = client_of(world.secretary)
    assert "Giao ước chưa mở ký" in client.get(address(world, "ky-so")).content.decode()
    assert client.get(address(world, "ky-so/ban-pdf")).status_code == 404
    assert client.post(address(world, "ky-so/lap"), {"key": a_key()}).status_code == 422


def test_until_it_is_handed_out_the_page_says_who_does_it():
    world = a_pact_open_for_signing()
    assert "Lập bản PDF để ký số" in client_of(world.secretary).get(address(world, "ky-so")).content.decode()
    leader = client_of(world.leaders[1]).get(address(world, "ky-so")).content.decode()
    assert "Chưa có bản PDF để ký số" in leader
    assert "Lập bản PDF để ký số" not in leader


def test_a_signed_file_comes_back_and_every_place_says_how_it_was_signed():
    world = a_pact_open_for_signing()
    paper = paper_of(world)
    offered = client_of(world.leaders[1]).get(address(world, "ky-so")).content.decode()
    assert "Nộp tệp đã ký" in offered
    assert handed_in(world, 1, signed_pdf(paper, LEADER, by=ROOT)).status_code == 303
    signature = Signature.objects.get()
    member = client_of(world.officers[2])
    unknown = f"chứng thư do {AUTHORITY} cấp, chưa nằm trong danh sách tin cậy"
    listed = member.get(address(world)).content.decode()
    assert "ký số" in listed
    one = member.get(address(world, f"chu-ky/{signature.public_id}")).content.decode()
    for shown in (listed, one):
        assert AUTHORITY in shown
        assert "chưa nằm trong danh sách tin cậy" in shown
    assert "Sở Tư pháp tỉnh Nam Định" in one
    assert signature.scan.sha256 in one
    assert unknown.split(AUTHORITY)[0] in one


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda paper: PDF, "Không đọc được tệp PDF này"),
        (lambda paper: paper, "chưa có chữ ký số nào"),
        (lambda paper: a_png(), "không phải PDF"),
        (lambda paper: signed_pdf(paper, LEADER, by=ROOT) + b"% x\n", "không còn toàn vẹn"),
        (lambda paper: signed_pdf(paper + b"\n", LEADER, by=ROOT)[:-30], "PDF"),
    ],
)
def test_a_file_that_does_not_count_is_refused_in_a_sentence_and_what_was_typed_stays(made, said):
    world = a_pact_open_for_signing()
    answer = handed_in(world, 1, made(paper_of(world)))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert 'value="Trần Huy Bách"' in answer.content.decode()
    assert not Signature.objects.exists()


def test_another_text_signed_is_refused():
    world = a_pact_open_for_signing()
    paper_of(world)
    other = ready_to_sign(typeset("pact", {"title": "Khác", "text_hash": "ab" * 32, "lines": ["KHÁC"]}, at=NOON))
    answer = handed_in(world, 1, signed_pdf(other, LEADER, by=ROOT))
    assert "không phải bản giao ước mà hệ thống đã phát ra" in answer.content.decode()


def test_where_known_issuers_are_required_an_unknown_one_is_named(settings):
    settings.KNOWN_ISSUERS_ONLY = True
    world = a_pact_open_for_signing()
    answer = handed_in(world, 1, signed_pdf(paper_of(world), LEADER, by=ROOT))
    assert f"do {AUTHORITY} cấp, chưa nằm trong danh sách tin cậy" in answer.content.decode()


def test_the_secretariat_chooses_the_unit_and_a_member_of_another_hands_nothing_in():
    world = a_pact_open_for_signing()
    content = signed_pdf(paper_of(world), LEADER, by=ROOT)
    page = client_of(world.secretary).get(address(world, "ky-so")).content.decode()
    assert [f'value="{unit.slug}"' in page for unit in world.units] == [True] * 3
    assert handed_in(world, 1, content, by=world.officers[2]).status_code == 422
    assert handed_in(world, 1, content, by=world.outsider).status_code == 404
    assert handed_in(world, 1, content, by=world.secretary).status_code == 303
    assert Signature.objects.get().membership.unit == world.units[1]
