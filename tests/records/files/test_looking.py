"""A file made to keep its reader busy ends in a process of its own: its sender is asked to look themselves."""

import io

import pytest
from pypdf import PdfWriter

from tests.factories.files import an_archive, an_excel_file
from thidua.records.files import harmless, looking
from thidua.records.files.accepting import accept, asked_about
from thidua.records.files.kinds import PDF as PDF_KIND
from thidua.records.files.looking import text_of
from thidua.records.files.text import MOST_BYTES_AT_HAND, MOST_PART_BYTES
from thidua.records.files.zips import WORD


def a_pdf_of(text: str) -> io.BytesIO:
    stream = f"BT /F1 12 Tf 20 50 Td ({text}) Tj ET".encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(places) + b"trailer\n<</Root 1 0 R/Size 6>>\n"
    return io.BytesIO(body + table + b"startxref\n%d\n%%%%EOF\n" % len(body))


def test_a_pdf_is_read_in_a_process_of_its_own():
    assert text_of(a_pdf_of("So 022085001234"), PDF_KIND) == ["So 022085001234"]


def test_a_pdf_that_takes_too_long_is_left_unread(monkeypatch):
    monkeypatch.setattr(looking, "SECONDS", 0.01)
    assert text_of(a_pdf_of("x"), PDF_KIND) is None


def test_a_reader_that_runs_out_of_memory_has_read_nothing(monkeypatch, tmp_path):
    (tmp_path / "python").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "python").chmod(0o755)
    monkeypatch.setattr(looking.sys, "executable", str(tmp_path / "python"))
    assert text_of(a_pdf_of("x"), PDF_KIND) is None


def test_of_an_unread_file_its_sender_is_asked(monkeypatch):
    monkeypatch.setattr(looking, "SECONDS", 0.01)
    accepted = accept("scan.pdf", a_pdf_of("chua ai doc").getvalue())
    assert [(one.key, one.values) for one in asked_about(accepted)] == [("file.not_read", {"name": "scan.pdf"})]


def test_a_word_file_with_more_text_than_is_read_at_hand_is_read_apart(monkeypatch):
    parts = MOST_BYTES_AT_HAND // MOST_PART_BYTES + 1
    text = b"<w:p><w:t>so 1</w:t></w:p>" + b" " * MOST_PART_BYTES
    large = io.BytesIO(an_archive({f"word/header{n}.xml": text for n in range(parts)}))
    assert text_of(large, WORD) == ["so 1"] * parts
    monkeypatch.setattr(looking, "SECONDS", 0.01)
    assert text_of(large, WORD) is None


@pytest.mark.parametrize(("when", "key"), [("", "file.personal"), ("packed", "file.personal_packed")])
def test_of_numbers_of_people_its_sender_is_asked_where_it_is_sent(when, key):
    accepted = accept("ds.xlsx", an_excel_file("022085001234"))
    assert [one.key for one in asked_about(accepted, when=when)] == [key]


def test_what_was_found_harmless_is_known_by_its_content_and_not_looked_through_again(monkeypatch):
    scan = a_pdf_of("Ban quet giao uoc").getvalue()
    first = accept("giao-uoc.pdf", scan)
    monkeypatch.setattr(looking, "SECONDS", 0.01)  # nobody could read it now
    assert accept("giao-uoc-2.pdf", scan).is_read
    assert first.is_read
    assert not accept("giao-uoc.pdf", scan + b"\n").is_read


@pytest.mark.parametrize("seconds", [looking.SECONDS, 0.01], ids=["something to ask about", "not read"])
def test_what_is_asked_about_is_looked_through_each_time(monkeypatch, seconds):
    scan = a_pdf_of(f"So 022085001234 cua ong {seconds}").getvalue()
    monkeypatch.setattr(looking, "SECONDS", seconds)
    accept("ds.pdf", scan)
    monkeypatch.setattr(looking, "SECONDS", 0.01)
    assert not accept("ds.pdf", scan).is_read


def test_of_many_harmless_files_the_oldest_is_forgotten(monkeypatch):
    monkeypatch.setattr(harmless, "_known", {})
    monkeypatch.setattr(harmless, "MOST", 2)
    for digest in (b"1", b"2", b"3"):
        harmless.remember(digest)
    assert [harmless.is_harmless(digest) for digest in (b"1", b"2", b"3")] == [False, True, True]


def test_a_page_without_words_has_none():
    made = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(10, 10)
    writer.write(made)
    assert text_of(made, PDF_KIND) == []
