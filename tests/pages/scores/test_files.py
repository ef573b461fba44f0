import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.files import PDF, PROGRAM
from tests.factories.results import a_season_of_results
from tests.factories.scores import a_season_scoring, a_season_verifying, a_text, the_card, the_row
from tests.factories.seasons import a_key
from tests.pages.clients import client_of
from tests.pages.scores.addresses import PAPER, at, card_at, evidence_beside, typed
from thidua.records.scores.models import Exclusion, Finding, LineEvidence


def a_file(name="bao cao.pdf", content=PDF):
    return SimpleUploadedFile(name, content, "application/octet-stream")


def body(answer) -> bytes:
    return b"".join(answer.streaming_content)


def test_a_file_alone_is_evidence_and_is_read_by_who_may_read_the_card(db):
    world = a_season_scoring()
    officer = client_of(world.officers[1])
    field = f"paper-file-{the_row(the_card(world), 'A.4').public_id}"
    assert officer.post(card_at(world, 1, "luu"), typed(world) | {field: a_file()}).status_code == 303
    where = card_at(world, 1, "minh-chung", LineEvidence.objects.get().public_id)
    assert f'href="{where}"' in officer.get(card_at(world)).content.decode()
    assert body(client_of(world.secretary).get(where)) == PDF
    assert client_of(world.leaders[2]).get(where).status_code == 422
    assert client_of(world.outsider).get(where).status_code == 404
    assert officer.get(card_at(world, 1, "minh-chung", "khong-co")).status_code == 404


def test_a_file_beside_a_wrong_figure_need_not_be_chosen_again_and_a_wrong_file_is_told_by_its_line(db):
    world = a_season_scoring()
    officer = client_of(world.officers[1])
    line = the_row(the_card(world), "A.4").public_id
    wrong = typed(world, **{"given-B.1": "hai"}) | {f"paper-file-{line}": a_file()}
    shown = officer.post(card_at(world, 1, "luu"), wrong).content.decode()
    beside = shown.split(f'id="line-{line}"')[1].split("</tr>")[0]
    assert '<details class="add no-print" open>' in beside
    assert "bao cao.pdf" in beside
    program = typed(world) | {f"paper-file-{line}": a_file("bang.exe", PROGRAM)}
    refused = officer.post(card_at(world, 1, "luu"), program)
    assert refused.status_code == 422
    assert "bang.exe" in refused.content.decode().split(f'id="line-{line}"')[1].split("</tr>")[0]


def test_the_scan_behind_an_entry_on_behalf_is_read_from_the_card(db):
    world = a_season_scoring()
    form = typed(world) | evidence_beside(world, "A.4") | PAPER | {"paper_file": a_file("scan.pdf")}
    assert client_of(world.secretary).post(card_at(world, 1, "nhap-thay"), form).status_code == 303
    leader = client_of(world.leaders[1])
    assert f'href="{card_at(world, 1, "van-ban")}"' in leader.get(card_at(world)).content.decode()
    assert body(leader.get(card_at(world, 1, "van-ban"))) == PDF
    assert leader.get(card_at(world, 0, "van-ban")).status_code == 422
    assert client_of(world.secretary).get(card_at(world, 2, "van-ban")).status_code == 404


def test_papers_of_a_finding_and_of_an_exclusion_are_read_where_they_count(db):
    world = a_season_verifying()
    secretary, card = client_of(world.secretary), the_card(world)
    line = the_row(card, "A.4").public_id
    paper = {"paper_number": "04/BB-KV", "paper_dated_on": "14/11/2016", "paper_title": "Biên bản"}
    finding = {
        "key": a_key(), "version": str(card.version), "line": line, "why": "Thiếu một vụ", **paper,
        f"paper-file-{line}": a_file(), "given-A.4": "11",
    }  # fmt: skip
    refused = secretary.post(card_at(world, 1, "tham-dinh", "dong"), finding).content.decode()
    assert refused.count("bao cao.pdf") == 1
    finding |= {"given-A.4": "8", f"paper-file-{line}": a_file(), "key": a_key()}
    assert secretary.post(card_at(world, 1, "tham-dinh", "dong"), finding).status_code == 303
    found = Finding.objects.get().public_id
    assert body(client_of(world.officers[1]).get(card_at(world, 1, "minh-chung", found))) == PDF
    out = {"key": a_key(), "unit": world.units[2].slug, "reason": "Bị kỷ luật", "paper_file": a_file()}
    assert secretary.post(at(world, "xep-hang", "khong-xep"), out).status_code == 303
    where = at(world, "xep-hang", "van-ban", Exclusion.objects.get().public_id)
    assert body(secretary.get(where)) == PDF
    assert client_of(world.outsider).get(where).status_code == 404
    assert secretary.get(at(world, "xep-hang", "van-ban", "khong-co")).status_code == 404


@pytest.mark.parametrize("sent", [True, False])
def test_the_paper_that_issued_a_sheet_is_read_where_one_came(db, sent):
    world = a_season_of_results()
    form = {"key": a_key(), "text": a_text()} | ({"paper_file": a_file()} if sent else {})
    secretary = client_of(world.secretary)
    assert secretary.post(at(world, "bang-diem", "ban-hanh"), form).status_code == 303
    answer = secretary.get(at(world, "bang-diem", "van-ban"))
    assert answer.status_code == (200 if sent else 404)
    assert ("xem tệp" in secretary.get(at(world, "bang-diem")).content.decode()) is sent
