"""Files are taken by what they are; each refusal names the file, what is wrong and how to mend it."""

import io

import pytest
import typst

from tests.factories.files import (
    HEIC,
    OLD_OFFICE,
    OPEN_XML,
    PDF,
    PROGRAM,
    SVG,
    a_jpeg,
    a_png,
    a_word_file,
    an_archive,
    an_excel_file,
    an_open_document,
)
from thidua.base.wording import say
from thidua.core.answer import NotPossible
from thidua.records.files import zips
from thidua.records.files.accepting import MOST_BYTES, MOST_NAME, accept, safe_name


def refused(name: str, content: bytes) -> str:
    with pytest.raises(NotPossible) as caught:
        accept(name, content)
    return say(caught.value.sentences[0])


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (PDF, ".pdf"),
        (b"\xef\xbb\xbf\n" + PDF, ".pdf"),
        (a_png(), ".png"),
        (a_jpeg(), ".jpg"),
        (a_jpeg(before=b"\xff\xe1\0\x10" + b"E" * 14 + b"\xff\xff\xdb\0\x04\1\2"), ".jpg"),
        (a_word_file(), ".docx"),
        (an_excel_file(), ".xlsx"),
        (an_open_document("text"), ".odt"),
        (an_open_document("spreadsheet"), ".ods"),
    ],
)
def test_what_offices_send_is_taken_whatever_its_name_says(content, ending):
    accepted = accept("khong-co-duoi", content)
    assert accepted.name == f"khong-co-duoi{ending}"
    assert accepted.size_bytes == len(content)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("bang.pdf.exe", "bang.pdf.exe.pdf"),
        ("anh.png", "anh.pdf"),
        ("BAO CAO.PDF", "BAO CAO.PDF"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Bao cao\\quy\u202e 1.pdf", "quy 1.pdf"),
        ("Ba\u0301o ca\u0301o.pdf", "Báo cáo.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
        ("...", "tep.pdf"),
        (".htaccess", "htaccess.pdf"),
    ],
)
def test_a_name_is_shown_without_folders_and_hidden_signs_and_ends_as_what_the_file_is(name, shown):
    assert accept(name, PDF).name == shown


def test_a_name_of_three_hundred_letters_is_cut_and_keeps_its_ending():
    cut = safe_name("Báo cáo kết quả " * 20 + ".pdf")
    assert len(cut) <= MOST_NAME
    assert cut.endswith(".pdf")


def test_an_empty_file_is_refused():
    assert refused("quy 1.pdf", b"") == (
        "Tệp “quy 1.pdf” trống, không có nội dung. Mở tệp gốc kiểm tra, lưu lại rồi chọn lại."
    )


def test_a_file_over_twenty_megabytes_is_refused_and_one_of_just_that_size_is_taken():
    filling = b"\0" * (MOST_BYTES - len(PDF))
    assert accept("a.pdf", PDF[:20] + filling + PDF[20:]).size_bytes == MOST_BYTES
    assert "lớn hơn 20 MB" in refused("a.pdf", PDF[:20] + filling + b"\0" + PDF[20:])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (PROGRAM, "không phải PDF, ảnh JPG, PNG"),
        (SVG, "không phải PDF, ảnh JPG, PNG"),
        (b"<?php phpinfo();", "không phải PDF, ảnh JPG, PNG"),
        (b"GIF89a" + b"\0" * 40, "không phải PDF, ảnh JPG, PNG"),
        (an_archive({"a.txt": b"a"}), "không phải PDF, ảnh JPG, PNG"),
        (an_open_document("presentation"), "không phải PDF, ảnh JPG, PNG"),
        (a_word_file(kind=f"{OPEN_XML}.presentationml.presentation"), "không phải PDF, ảnh JPG, PNG"),
        (PDF.replace(b"%%EOF", b""), "bị hỏng hoặc tải lên chưa hết"),
        (a_png()[:-20], "bị hỏng hoặc tải lên chưa hết"),
        (a_jpeg()[:8], "bị hỏng hoặc tải lên chưa hết"),
        (a_jpeg(width=0), "bị hỏng hoặc tải lên chưa hết"),
        (b"\xff\xd8\xff\xe0\0\0" + b"\0" * 40, "bị hỏng hoặc tải lên chưa hết"),
        (a_word_file()[:-30], "bị hỏng hoặc tải lên chưa hết"),
        (a_word_file({"../a": b""}), "bị hỏng hoặc tải lên chưa hết"),
        (OLD_OFFICE, "kiểu cũ (.doc, .xls) hoặc có mật khẩu"),
        (HEIC, "dạng HEIC của điện thoại"),
        (a_word_file({"word/vbaProject.bin": b"x"}), "có macro nên không nhận"),
        (a_word_file(kind="application/vnd.ms-word.document.macroEnabled"), "có macro nên không nhận"),
        (an_open_document(more={"Basic/script-lb.xml": b"x"}), "có macro nên không nhận"),
        (an_open_document(manifest=b"<manifest:encryption-data/>"), "có mật khẩu nên không đọc được"),
        (a_png(30_000, 30_000), "quá lớn để mở an toàn"),
        (a_jpeg(30_000, 30_000), "quá lớn để mở an toàn"),
    ],
)
def test_what_is_not_taken_is_refused_by_its_content(content, says):
    sentence = refused("bao-cao.pdf", content)
    assert says in sentence
    assert "“bao-cao.pdf”" in sentence


def test_a_part_that_was_changed_on_its_way_is_found():
    content = bytearray(an_open_document())
    at = bytes(content).index(b"content.xml") + len(b"content.xml")
    content[at + 2] ^= 0xFF
    assert "bị hỏng" in refused("a.odt", bytes(content))


def test_an_archive_that_unpacks_to_more_than_any_document_is_refused(monkeypatch):
    monkeypatch.setattr(zips, "MOST_UNPACKED_BYTES", 5_000_000)
    assert "quá nhiều dữ liệu nén" in refused("a.docx", a_word_file({"word/media/a.png": b"\0" * 6_000_000}))
    assert accept("a.docx", a_word_file({"word/media/a.png": b"\0" * 4_000_000})).size_bytes < 10_000


def test_an_archive_of_thousands_of_parts_is_refused():
    assert "quá nhiều dữ liệu nén" in refused("a.docx", a_word_file({f"p/{n}": b"" for n in range(2_001)}))


@pytest.mark.parametrize("name", ["Báo cáo (MẬT).pdf", "to trinh (mat).pdf", "Tối mật 12.pdf", "TUYET MAT.pdf"])
def test_a_name_with_the_mark_of_a_secret_is_refused_unread(name):
    assert "dấu hiệu bí mật nhà nước" in refused(name, PDF)


@pytest.mark.parametrize("name", ["Quy chế bảo mật.pdf", "Đổi mật khẩu.pdf", "mat bang.pdf", "Tinh mat.pdf"])
def test_ordinary_words_are_not_the_mark_of_a_secret(name):
    assert accept(name, PDF).name == name


def test_the_content_is_left_to_be_read_from_its_beginning():
    stream = io.BytesIO(an_excel_file())
    from django.core.files.base import File

    accepted = accept("a.xlsx", File(stream))
    accepted.content.seek(0)
    assert accepted.content.read(2) == b"PK"


STAMPED = {
    "bao-cao.docx": a_word_file({"word/header1.xml": "<w:p><w:t>TỐI </w:t><w:t>MẬT</w:t></w:p>".encode()}),
    "so-lieu.xlsx": an_excel_file("TỐI MẬT"),
    "cong-van.odt": an_open_document(more={"content.xml": "<text:p>Độ mật: Tối mật</text:p>".encode()}),
    "quyet-dinh.pdf": typst.compile("#set page(width: 9cm, height: 9cm)\nTỐI MẬT\n\nBáo cáo".encode()),
}


@pytest.mark.parametrize("name", STAMPED)
def test_a_file_whose_text_bears_the_stamp_of_a_secret_is_not_kept(name):
    assert "có dấu “TỐI MẬT”" in refused(name, STAMPED[name])


def test_people_s_numbers_in_a_file_are_told_and_the_file_is_taken():
    [seen] = accept("danh-sach.xlsx", an_excel_file("022085001234")).personal
    assert (seen.kind.code, seen.count, seen.first) == ("citizen", 1, "022…34")


@pytest.mark.parametrize("content", [PDF, a_png(), a_word_file({"word/document.xml": b"<w:p><broken"})])
def test_a_file_without_readable_text_is_taken_as_before(content):
    assert accept("tep", content).personal == ()
