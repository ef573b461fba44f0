"""The pages of a season's papers: from the list to the number, Word and PDF, the office's own template."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from pypdf import PdfReader

from tests.documents.official.test_templates import a_template, text_of
from tests.factories.files import PDF as A_SCAN
from tests.factories.papers import PLAN, a_draft, a_letterhead, a_signed, a_submitted, an_issued
from tests.factories.seasons import NOON, World, a_key, a_season
from tests.pages.clients import client_of
from tests.pages.forms import form_on
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.documents.official import converting
from thidua.jobs.after import after
from thidua.jobs.following import follow
from thidua.records.conduct.actions import withdraw_paper
from thidua.records.files.queries import read_file
from thidua.records.files.zips import WORD
from thidua.records.journal.queries import events_about
from thidua.records.papers.models import AdoptedTemplate, Letterhead, OfficialPaper, UnitPdf
from thidua.records.papers.steps.official import pdf_is_made


@pytest.fixture
def world(db, tmp_path, monkeypatch) -> World:
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))
    return a_season()


def papers(world: World, what: str = "") -> str:
    return f"/{world.season.cluster.slug}/{world.season.slug}/van-ban{what}"


def plan(world: World, what: str = "") -> str:
    return papers(world, f"/{PLAN}/{world.season.public_id}{what}")


def text(answer) -> str:
    return answer.content.decode()


def upload(content: bytes, name: str = "mau.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type=WORD)


def adopt(world: World, content: bytes):
    return client_of(world.secretary).post(papers(world, f"/mau/{PLAN}"), {"key": a_key(), "file": upload(content)})


def test_what_can_wait_is_folded_below_what_is_asked_for_until_somebody_looks_for_it(world):
    secretary = client_of(world.secretary)
    asked, folded = re.split(r'<details class="can-wait">', text(secretary.get(papers(world))), maxsplit=1)
    assert plan(world) in asked
    assert "lập khi cần" in folded
    assert "can-wait" not in text(secretary.get(papers(world, "?tt=at_need")))


def test_the_secretariat_takes_a_paper_from_the_list_to_its_number(world):
    secretary, head = client_of(world.secretary), client_of(world.head)
    assert plan(world) in text(secretary.get(papers(world)))
    assert secretary.post(plan(world, "/lap"), {"key": a_key()}).status_code == 303
    form = form_on(secretary.get(plan(world)).content, plan(world, "/luu"))
    typed = form | {"key": a_key(), "muc_dich": "Thi đua từ cơ sở\n\nNhân rộng điển hình", "signer": "Vũ Đình Khang"}
    assert secretary.post(plan(world, "/luu"), typed).status_code == 303
    assert OfficialPaper.objects.get().typed["muc_dich"] == ["Thi đua từ cơ sở", "Nhân rộng điển hình"]
    for client, step in ((secretary, "/trinh"), (head, "/ky")):
        form = form_on(client.get(plan(world)).content, plan(world, step))
        assert client.post(plan(world, step), form).status_code == 303
    form = form_on(secretary.get(plan(world)).content, plan(world, "/ghi-so"))
    told = form | {"number": "05/KH-STP", "dated_on": "4/3/2016", "file": SimpleUploadedFile("ky.pdf", A_SCAN)}
    assert secretary.post(plan(world, "/ghi-so"), told).status_code == 303
    shown = text(client_of(world.officers[1]).get(papers(world)))
    assert "05/KH-STP" in shown
    assert "Bản đã ký" in shown


def test_a_unit_takes_its_own_papers_and_no_other_units(world):
    of_units, own, other = "/cum-thu/nam-2016/khoi/giay-to", world.units[1], world.units[2]
    officer, secretary = client_of(world.officers[1]), client_of(world.secretary)
    assert own.short_name in text(officer.get(of_units))
    assert other.short_name not in text(officer.get(of_units))
    assert other.short_name in text(secretary.get(of_units))
    found = text_of(officer.get(f"{of_units}/{own.slug}/giay-uy-quyen/word").content)
    assert own.name in found
    pdf = officer.get(f"{of_units}/{own.slug}/giay-uy-quyen/pdf")
    assert "GIẤY ỦY QUYỀN" in PdfReader(BytesIO(pdf.content)).pages[0].extract_text()
    assert officer.get(f"{of_units}/{other.slug}/giay-uy-quyen/word").status_code == 422
    assert client_of(world.outsider).get(f"{of_units}/{own.slug}/giay-uy-quyen/word").status_code == 404
    assert officer.get(f"{of_units}/{own.slug}/ke-hoach/word").status_code == 404


def test_a_units_own_template_makes_its_papers_and_no_other_units(world):
    of_units, own, other = "/cum-thu/nam-2016/khoi/giay-to", world.units[1], world.units[2]
    officer, secretary = client_of(world.officers[1]), client_of(world.secretary)
    at = f"{of_units}/{own.slug}/mau/giay-uy-quyen"
    assert at.rpartition("/")[0] in text(officer.get(of_units))
    wrong = {"key": a_key(), "file": SimpleUploadedFile("mau.docx", a_template("{{ don_viii }}"))}
    answer = officer.post(at, wrong)
    assert answer.status_code == 422
    assert "Có phải “don_vi”?" in text(answer)
    sent = {"key": a_key(), "file": SimpleUploadedFile("mau.docx", a_template("GIẤY CỦA {{ don_vi }}"))}
    assert officer.post(at, sent).status_code == 303
    word = f"{of_units}/{own.slug}/giay-uy-quyen/word"
    assert text_of(officer.get(word).content) == f"GIẤY CỦA {own.name}"
    assert "Làm PDF" in text(officer.get(word.replace("/word", "/pdf")))  # never by a layout that is not the unit's
    assert "GIẤY CỦA" not in text_of(secretary.get(word.replace(own.slug, other.slug)).content)
    assert officer.post(at, {"key": a_key(), "drop": "1"}).status_code == 303
    assert "GIẤY CỦA" not in text_of(officer.get(word).content)
    assert "BÁO CÁO" in text_of(officer.get(f"{of_units}/{own.slug}/mau/quy/word").content)
    assert secretary.get(at).status_code == 422
    assert officer.get(f"{of_units}/{own.slug}/mau/ke-hoach").status_code == 404


def test_a_unit_without_a_card_is_told_what_the_explanation_lacks(world):
    answer = client_of(world.officers[1]).get(
        f"/cum-thu/nam-2016/khoi/giay-to/{world.units[1].slug}/ban-giai-trinh/pdf"
    )
    assert answer.status_code == 422
    assert "“Các tiêu chí giải trình” còn trống" in text(answer)


@pytest.mark.parametrize(
    ("path", "under", "agency", "chief"),
    [
        ("/cum", "cluster", "Khu vực thi đua", {}),
        ("/cap-tren", "agency", "Ủy ban nhân dân tỉnh", {"chief": "Chủ tịch"}),
    ],
)
def test_another_letterhead_is_kept_by_leave_and_chosen_in_a_draft(world, path, under, agency, chief):
    a_draft(world)
    secretary = client_of(world.secretary)
    assert "under" not in form_on(secretary.get(plan(world)).content, plan(world, "/luu"))
    at = papers(world, f"/dau-van-ban{path}")
    form = form_on(secretary.get(at).content, "") | {"symbol": "KV", "place": "Quảng Ninh"} | chief
    assert secretary.post(at, form).status_code == 422
    told = form | {"allowed_by": "2267/QĐ-BTP", "agency": agency, "key": a_key()}
    assert secretary.post(at, told).status_code == 303
    form = form_on(secretary.get(plan(world)).content, plan(world, "/luu")) | {"under": under}
    assert secretary.post(plan(world, "/luu"), form).status_code == 303
    assert agency.upper() in text(secretary.get(plan(world)))
    assert agency.upper() in text_of(secretary.get(plan(world, "/word")).content)


def test_the_form_of_a_signed_paper_asks_for_no_other_signer(world):
    paper = a_signed(world)
    secretary = client_of(world.secretary)
    form = form_on(secretary.get(plan(world)).content, plan(world, "/ghi-so"))
    assert "signer" not in form
    told = form | {"number": "05/KH-STP", "dated_on": "4/3/2016", "signer": "Người khác"}
    assert secretary.post(plan(world, "/ghi-so"), told).status_code == 303
    assert OfficialPaper.objects.get().signer == paper.signer


def test_a_letter_of_reminder_is_not_offered_while_nobody_owes(world):
    page = text(client_of(world.secretary).get(papers(world, f"/cong-van-don-doc/{world.bloc.public_id}")))
    assert "Chưa có gì để lập" in page
    assert "Lập dự thảo" not in page


def test_a_unit_finds_no_draft_in_the_list_nor_at_its_address(world):
    a_signed(world)
    unit = client_of(world.officers[1])
    assert plan(world) not in text(unit.get(papers(world)))
    assert "Vũ Đình Khang" not in text(unit.get(plan(world)))
    assert world.season.motto not in text(unit.get(plan(world)))
    for what in ("/word", "/pdf", "/tep", "?lan=1"):
        assert unit.get(plan(world, what)).status_code == 404


def test_word_and_pdf_say_the_same(world):
    a_letterhead(world)
    an_issued(world)
    client = client_of(world.officers[1])
    word = client.get(plan(world, "/word"))
    pdf = client.get(plan(world, "/pdf"))
    assert word["Content-Disposition"].endswith("ke-hoach-05-KH-STP.docx")
    for said in ("SỞ TƯ PHÁP", "05/KH-STP", "Quảng Ninh, ngày 04 tháng 3 năm 2016", world.season.motto):
        assert said in text_of(word.content)
        read = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf.content)).pages)
        assert "".join(said.split()) in "".join(read.split())


def test_an_adopted_template_makes_the_word_and_never_our_pdf(world, monkeypatch):
    monkeypatch.setattr(converting, "PROGRAMS", ())
    assert adopt(world, a_template("KẾ HOẠCH RIÊNG {{ nam }}")).status_code == 303
    a_draft(world)
    client = client_of(world.secretary)
    assert text_of(client.get(plan(world, "/word")).content) == "KẾ HOẠCH RIÊNG 2016"
    assert "không có LibreOffice" in text(client.get(plan(world)))
    answer = client.get(plan(world, "/pdf"))
    assert answer.status_code == 422
    assert "không có LibreOffice" in text(answer)


@pytest.fixture
def converter(tmp_path, monkeypatch):
    """A program that is called as LibreOffice is, and leaves a PDF or nothing."""

    def becomes(content: bytes | None) -> None:
        program, pdf = tmp_path / "soffice", tmp_path / "made.pdf"
        pdf.write_bytes(content or b"")
        leaves = f'cp "{pdf}" "${{last%.docx}}.pdf"' if content else "exit 1"
        program.write_text(f"#!/bin/sh\nfor last; do :; done\n{leaves}\n")
        program.chmod(0o755)
        monkeypatch.setattr(converting, "PROGRAMS", (str(program),))

    return becomes


def jobs() -> None:
    follow({"after": after})


def test_the_pdf_of_an_own_template_is_made_in_the_background(world, converter):
    converter(A_SCAN)
    adopt(world, a_template("KẾ HOẠCH RIÊNG {{ nam }}"))
    a_draft(world)
    secretary = client_of(world.secretary)
    assert secretary.get(plan(world, "/pdf")).status_code == 422
    form = form_on(secretary.get(plan(world)).content, plan(world, "/lam-pdf"))
    assert secretary.post(plan(world, "/lam-pdf"), form).status_code == 303
    assert "Đang làm PDF" in text(secretary.get(plan(world)))
    assert "đang làm" in text(secretary.get(plan(world, "/pdf")))
    jobs()
    answer = secretary.get(plan(world, "/pdf"))
    assert b"".join(answer.streaming_content) == A_SCAN
    form = form_on(secretary.get(plan(world)).content, plan(world, "/luu")) | {"signer": "Lê Thị Bình"}
    secretary.post(plan(world, "/luu"), form)
    assert secretary.get(plan(world, "/pdf")).status_code == 422  # that one was of the text before


def a_units_own(world: World, content: str) -> str:
    """The address of a paper of the second unit, by a template of its own."""
    base = f"/cum-thu/nam-2016/khoi/giay-to/{world.units[1].slug}"
    sent = {"key": a_key(), "file": upload(a_template(content))}
    assert client_of(world.officers[1]).post(f"{base}/mau/giay-uy-quyen", sent).status_code == 303
    return f"{base}/giay-uy-quyen"


def test_the_pdf_of_a_units_paper_is_made_from_its_own_word(world, converter):
    converter(A_SCAN)
    at, officer = a_units_own(world, "GIẤY CỦA {{ don_vi }}"), client_of(world.officers[1])
    form = form_on(officer.get(f"{at}/pdf").content, f"{at}/lam-pdf")
    assert officer.post(f"{at}/lam-pdf", form).status_code == 303
    assert "PDF xong sau vài giây" in text(officer.get(f"{at}/pdf"))
    jobs()
    assert b"".join(officer.get(f"{at}/pdf").streaming_content) == A_SCAN
    made = UnitPdf.objects.get()
    with read_file(made.word) as word:
        assert text_of(word.read()) == f"GIẤY CỦA {world.units[1].name}"
    a_units_own(world, "GIẤY KHÁC CỦA {{ don_vi }}")
    assert "Làm PDF" in text(officer.get(f"{at}/pdf"))  # that one was of the text before
    officer.post(f"{at}/lam-pdf", {"key": a_key()})
    pdf_is_made(made, made.word)  # it comes too late: another was asked for
    assert UnitPdf.objects.get().file is None


def test_where_nothing_makes_pdfs_the_page_of_a_units_own_says_so(world, monkeypatch):
    monkeypatch.setattr(converting, "PROGRAMS", ())
    at, officer = a_units_own(world, "GIẤY CỦA {{ don_vi }}"), client_of(world.officers[1])
    assert "không có LibreOffice" in text(officer.get(f"{at}/pdf"))
    assert officer.post(f"{at}/lam-pdf", {"key": a_key()}).status_code == 422
    assert not UnitPdf.objects.exists()


def test_a_units_pdf_that_could_not_be_made_may_be_asked_for_again(world, converter):
    converter(None)
    at, officer = a_units_own(world, "GIẤY CỦA {{ don_vi }}"), client_of(world.officers[1])
    officer.post(f"{at}/lam-pdf", {"key": a_key()})
    jobs()
    assert say(Sentence("paper.not_converted")) in text(officer.get(f"{at}/pdf"))
    converter(A_SCAN)
    officer.post(f"{at}/lam-pdf", {"key": a_key()})
    jobs()
    assert b"".join(officer.get(f"{at}/pdf").streaming_content) == A_SCAN


def test_a_unit_without_a_template_is_told_that_its_pdf_is_there(world):
    at = f"/cum-thu/nam-2016/khoi/giay-to/{world.units[1].slug}/giay-uy-quyen"
    answer = client_of(world.officers[1]).post(f"{at}/lam-pdf", {"key": a_key()})
    assert answer.status_code == 422
    assert say(Sentence("paper.pdf_is_ours")) in text(answer)


def test_a_pdf_that_could_not_be_made_says_so_and_may_be_asked_for_again(world, converter):
    converter(None)
    adopt(world, a_template("KẾ HOẠCH RIÊNG {{ nam }}"))
    a_draft(world)
    secretary = client_of(world.secretary)
    secretary.post(plan(world, "/lam-pdf"), {"key": a_key()})
    jobs()
    page = secretary.get(plan(world))
    assert say(Sentence("paper.not_converted")) in text(page)
    converter(A_SCAN)
    assert secretary.post(plan(world, "/lam-pdf"), form_on(page.content, plan(world, "/lam-pdf"))).status_code == 303
    jobs()
    assert secretary.get(plan(world, "/pdf")).status_code == 200


def test_a_pdf_is_asked_for_once_and_never_of_our_own_layout(world, converter):
    converter(A_SCAN)
    a_draft(world)
    secretary = client_of(world.secretary)
    assert secretary.post(plan(world, "/lam-pdf"), {"key": a_key()}).status_code == 422
    adopt(world, a_template("KẾ HOẠCH RIÊNG {{ nam }}"))
    for _ in range(2):
        secretary.post(plan(world, "/lam-pdf"), {"key": a_key()})
    assert events_about(OfficialPaper.objects.get()).count("paper.pdf_asked") == 1


def test_a_paper_that_is_signed_keeps_the_template_under_which_it_was_signed(world):
    adopt(world, a_template("BẢN MỘT {{ nam }}"))
    a_signed(world)
    adopt(world, a_template("BẢN HAI {{ nam }}"))
    assert text_of(client_of(world.secretary).get(plan(world, "/word")).content) == "BẢN MỘT 2016"


def test_a_paper_that_is_withdrawn_still_looks_as_it_was_issued(world):
    adopt(world, a_template("BẢN MỘT {{ nam }}"))
    paper = an_issued(world)
    withdraw_paper(paper, reason="Sai ngày", seen_version=paper.version, by=world.secretary, at=NOON, key=a_key())
    adopt(world, a_template("BẢN HAI {{ nam }}"))
    assert text_of(client_of(world.secretary).get(plan(world, "/word")).content) == "BẢN MỘT 2016"


def test_the_programs_template_comes_back(world):
    adopt(world, a_template("RIÊNG"))
    client = client_of(world.secretary)
    assert client.post(papers(world, f"/mau/{PLAN}"), {"key": a_key(), "drop": "1"}).status_code == 303
    assert "RIÊNG" not in text_of(client.get(papers(world, f"/mau/{PLAN}/word")).content)
    assert list(AdoptedTemplate.objects.values_list("edition", flat=True)) == [2, 1]


def test_a_template_with_an_unknown_field_is_refused_by_its_name(world):
    answer = adopt(world, a_template("{{ phuong_chan }}"))
    assert answer.status_code == 422
    assert "Không có trường “phuong_chan”. Có phải “phuong_cham”?" in text(answer)
    assert not AdoptedTemplate.objects.exists()


def test_the_template_that_is_downloaded_can_be_changed_and_uploaded(world):
    found = client_of(world.secretary).get(papers(world, f"/mau/{PLAN}/word")).content
    document = Document(BytesIO(found))
    document.add_paragraph("Thêm của cơ quan: {{ khu_vuc }}")
    out = BytesIO()
    document.save(out)
    assert adopt(world, out.getvalue()).status_code == 303
    a_draft(world)
    word = client_of(world.secretary).get(plan(world, "/word")).content
    assert "Thêm của cơ quan: Cụm thử" in text_of(word)


def test_the_letterhead_begins_with_what_the_units_name_lets_guess(world):
    client = client_of(world.secretary)
    form = form_on(client.get(papers(world, "/dau-van-ban")).content, "")
    assert (form["agency"], form["symbol"], form["numbers"]) == ("Sở Tư pháp", "STP", "office")
    sent = form | {"key": a_key(), "over": "UBND TỈNH SỐ 0", "numbers": "own"}
    assert client.post(papers(world, "/dau-van-ban"), sent).status_code == 303
    assert Letterhead.objects.get().own_numbers
    a_signed(world)
    assert "cấp số tiếp theo" in text(client.get(plan(world)))
    shown = text(client.get(plan(world)))
    assert "UBND TỈNH\u00a0SỐ\u00a00" in shown


def test_a_refused_number_leaves_what_was_typed(world):
    version = a_submitted(world).version
    sent = {
        "key": a_key(),
        "version": version,
        "number": "",
        "dated_on": "4/3/2016",
        "capacity": "TM.",
        "signer": "Lê Thị Bình",
    }
    answer = client_of(world.secretary).post(plan(world, "/ghi-so"), sent | {"signer_title": "Trưởng Khu vực"})
    assert answer.status_code == 422
    assert "Lê Thị Bình" in text(answer)
    assert "Ghi số, ký hiệu do hệ thống văn bản" in text(answer)


def test_the_list_is_found_by_words_and_empty_with_a_way_out(world):
    client = client_of(world.secretary)
    assert plan(world) in text(client.get(papers(world, "?tim=ke+hoach")))
    assert "Không có văn bản nào như vậy" in text(client.get(papers(world, "?tim=qwertz")))


def test_who_reads_no_drafts_is_offered_no_states_of_drafts(world):
    shown = [text(client_of(who).get(papers(world))) for who in (world.secretary, world.leaders[2])]
    assert ['value="in_hand"' in one for one in shown] == [True, False]
    assert all('value="issued"' in one for one in shown)


def test_the_field_of_a_template_takes_word_alone(world):
    assert 'accept=".docx"' in text(client_of(world.secretary).get(papers(world, f"/mau/{PLAN}")))
