"""Files in forms: what is too large is passed over while it is read, and nothing else that was sent is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.template import engines
from django.test import Client, RequestFactory
from django_cotton.compiler_regex import CottonCompiler

from tests.factories.files import PDF, PROGRAM, an_excel_file
from thidua.base.wording import say
from thidua.core.actor import PUBLIC, Actor
from thidua.pages.shared import uploads
from thidua.pages.shared.request import Typed
from thidua.pages.shared.sending import send_file
from thidua.records.files.accepting import MOST_BYTES
from thidua.records.files.models import StoredFile
from thidua.records.journal.models import AccessLine

READER, ANOTHER = Actor("account:a", account=1), Actor("account:b", account=2)


@pytest.fixture(autouse=True)
def own_folder(db, tmp_path, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))


def a_form(by: Actor = READER, **fields):
    request = RequestFactory(headers={"host": "localhost"}).post("/", fields)
    request.actor = by
    return request


def a_file(content: bytes = PDF, name: str = "báo cáo.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def faults_of(typed: Typed) -> list[str]:
    return [say(fault) for fault in typed.faults]


def test_a_chosen_file_is_kept():
    typed = Typed(a_form(scan=a_file()))
    assert typed.kept_file("scan").name == "báo cáo.pdf"
    assert typed.faults == []


def test_no_file_is_no_fault_unless_one_is_asked_for():
    typed = Typed(a_form(why="x"))
    assert typed.kept_file("scan", label="Bản quét") is None
    assert typed.faults == []
    assert typed.kept_file("scan", label="Bản quét", required=True) is None
    assert faults_of(typed) == ["Chưa chọn tệp cho “Bản quét”. Bấm vào ô chọn tệp, chọn rồi gửi lại."]


def test_a_wrong_file_is_told_with_the_other_faults_of_the_form():
    typed = Typed(a_form(scan=a_file(PROGRAM, "bang.pdf"), figure="chín"))
    typed.kept_file("scan")
    typed.figure("figure")
    first, second = faults_of(typed)
    assert "Không nhận được tệp “bang.pdf”" in first
    assert "“chín” không phải là số" in second
    assert StoredFile.objects.count() == 0


def test_a_file_that_is_too_large_is_told_and_the_fields_after_it_are_read():
    typed = Typed(a_form(scan=a_file(b"%PDF-" + b"\0" * MOST_BYTES), why="bão số 1"))
    assert typed.text("why", label="Lý do") == "bão số 1"
    assert typed.kept_file("scan") is None
    [told] = faults_of(typed)
    assert told.startswith("Tệp “báo cáo.pdf” lớn hơn 20 MB. Quét lại ở độ phân giải thấp hơn")


def test_files_that_are_too_much_together_are_not_kept_at_all(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES_AT_ONCE", 1_000)
    typed = Typed(a_form(scan=a_file(PDF + b"\0" * 2_000), why="bão số 1"))
    assert typed.text("why", label="Lý do") == "bão số 1"
    assert typed.kept_file("scan") is None
    assert "lớn hơn 0 MB. Gửi từng tệp một." in faults_of(typed)[0]


def shown(request) -> str:
    source = CottonCompiler().process('<c-file name="scan" label="Bản quét" />')
    return engines["django"].from_string(source).render({}, request)


def test_a_refused_form_names_the_file_that_has_come_and_carries_it_on():
    first = a_form(scan=a_file())
    stored = Typed(first).kept_file("scan")
    page = shown(first)
    assert "báo cáo.pdf" in page
    mark = uploads.mark_of(first, "scan")
    assert f'value="{mark}"' in page
    again = Typed(a_form(scan_kept=mark))
    assert again.kept_file("scan", required=True) == stored


def test_another_choice_replaces_the_file_that_was_carried_on():
    first = a_form(scan=a_file())
    Typed(first).kept_file("scan")
    mark = uploads.mark_of(first, "scan")
    again = Typed(a_form(scan_kept=mark, scan=a_file(PDF + b" ", "khác.pdf")))
    assert again.kept_file("scan").name == "khác.pdf"


@pytest.mark.parametrize("forge", [lambda mark: mark + "x", lambda mark: "AAAAAAAAAAA", lambda mark: mark[::-1]])
def test_a_forged_mark_gives_no_file(forge):
    first = a_form(scan=a_file())
    Typed(first).kept_file("scan")
    mark = uploads.mark_of(first, "scan")
    assert Typed(a_form(scan_kept=forge(mark))).kept_file("scan") is None


def test_a_mark_of_one_reader_gives_another_nothing():
    first = a_form(scan=a_file())
    Typed(first).kept_file("scan")
    mark = uploads.mark_of(first, "scan")
    assert Typed(a_form(ANOTHER, scan_kept=mark)).kept_file("scan") is None


def sent(content: bytes, name: str, query: str = "") -> HttpResponse:
    stored = Typed(a_form(scan=a_file(content, name))).kept_file("scan")
    request = RequestFactory().get(f"/tep{query}")
    request.actor = PUBLIC
    return send_file(request, stored)


def test_a_pdf_opens_in_the_browser_under_its_own_name_and_is_noted():
    answer = sent(PDF, "báo cáo.pdf")
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == "inline; filename*=utf-8''b%C3%A1o%20c%C3%A1o.pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert AccessLine.objects.get().kind == "file.read"


def test_a_pdf_is_saved_when_the_reader_asks_for_it():
    assert sent(PDF, "a.pdf", "?tai")["Content-Disposition"].startswith("attachment")


def test_a_document_is_always_saved_and_nothing_in_it_runs():
    from tests.factories.files import a_word_file

    answer = sent(a_word_file(), "a.docx")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"].startswith("sandbox")


def test_more_text_than_any_form_has_is_told_with_a_sentence():
    client = Client(headers={"host": "localhost"}, raise_request_exception=False)
    answer = client.post("/dang-nhap", {"email": "a" * 6_000_000}, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413
    assert "lớn quá 5 MB chữ" in answer.content.decode()


def test_other_bad_requests_get_a_bare_line():
    answer = Client(headers={"host": "elsewhere.example"}, raise_request_exception=False).get("/dang-nhap")
    assert answer.status_code == 400
    assert b"<main" not in answer.content


WITH_NUMBERS = an_excel_file("022085001234")


def test_a_file_with_people_s_numbers_is_kept_and_asked_about():
    first = a_form(scan=a_file(WITH_NUMBERS, "danh sách.xlsx"))
    typed = Typed(first)
    assert typed.kept_file("scan") is not None
    assert ["1 số căn cước" in fault and "022…34" in fault for fault in faults_of(typed)] == [True]
    assert 'name="scan_personal"' in shown(first)


def test_it_is_asked_about_again_until_the_box_is_ticked():
    first = a_form(scan=a_file(WITH_NUMBERS, "danh sách.xlsx"))
    Typed(first).kept_file("scan")
    mark = uploads.mark_of(first, "scan")
    again = Typed(a_form(scan_kept=mark))
    again.kept_file("scan")
    assert len(again.faults) == 1
    ticked = Typed(a_form(scan_kept=mark, scan_personal="1"))
    assert ticked.kept_file("scan").name == "danh sách.xlsx"
    assert ticked.faults == []
