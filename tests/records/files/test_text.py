"""Files are looked through as they come, sound or not."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from pypdf import PdfWriter

from thidua.records.files.kinds import PDF
from thidua.records.files.text import MOST_PART_BYTES, lines_of
from thidua.records.files.zips import WORD


def a_word_file(document: bytes) -> BytesIO:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return made


def test_lines_end_where_paragraphs_end():
    document = "<w:p><w:t>MẬT</w:t></w:p><w:p><w:t>Số 1</w:t><w:br/><w:t>Số 2</w:t></w:p>".encode()
    assert lines_of(a_word_file(document), WORD) == ["MẬT", "Số 1", "Số 2"]


def test_tags_that_never_close_are_passed_over_once():
    for piece in (b"<", b"<w:br"):
        endless = piece * (MOST_PART_BYTES // len(piece))
        assert len(lines_of(a_word_file(endless), WORD)) == 1


def test_a_pdf_that_its_reader_does_not_know_how_to_open_has_no_text():
    writer, made = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("mật khẩu", algorithm="RC4-128")
    writer.write(made)
    other = BytesIO(made.getvalue().replace(b"/Standard", b"/Foreigner"[:9]))
    assert other.getvalue() != made.getvalue()
    assert lines_of(other, PDF) == []
