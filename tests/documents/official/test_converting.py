"""LibreOffice makes a PDF of a Word file, by the decree's sheet; what hangs is ended with all it has started."""

import os
import select
import subprocess
import sys
from io import BytesIO

import pytest
from docx import Document

from scripts import system
from tests.documents.official.test_layout import KINDS, MILLIMETRE, SIZES, sheets_of, values_for, words
from thidua.core.answer import NotPossible
from thidua.core.papers import as_sheet
from thidua.documents.official import converting
from thidua.documents.official.converting import pdf_of_word
from thidua.documents.official.templates import fill_template
from thidua.documents.official.word import template_of

SOME = [
    "cong-van-don-doc",
    "giay-moi",
    "ke-hoach",
    "xep-hang",
    "bien-ban-hoi-nghi",
]  # letter, table, annex, A3, minutes


@pytest.fixture(scope="session")
def libreoffice():
    """Raises LookupError where there is no Writer; `make test` installs one."""
    if not system.writer():
        raise LookupError("no LibreOffice Writer found; install libreoffice-writer")


@pytest.mark.parametrize("code", SOME)
@pytest.mark.usefixtures("libreoffice")
def test_the_pdf_of_word_says_and_looks_as_ours(code):
    kind = KINDS[code]
    values = values_for(kind)
    sheet = as_sheet(kind, values)
    word = fill_template(template_of(kind), kind, values | {"trich_yeu": sheet["subject"]})
    pages = sheets_of(pdf_of_word(word))
    text = words(" ".join(page.text for page in pages)).replace(" ", "")
    told = [sheet["number"], sheet["place_date"], sheet["subject"], sheet["signer"], *sheet["signature"]]
    told += [sheet["beside"]["over"], *sheet["beside"]["names"]] if sheet["beside"] else []
    told += [cell for block in sheet["blocks"] if block["kind"] == "table" for row in block["rows"] for cell in row]
    assert [one for one in told if words(one).replace(" ", "") not in text] == []
    fonts = {
        font.get_object()["/BaseFont"].partition("+")[2]
        for each in pages
        for font in each.page["/Resources"]["/Font"].values()
    }
    assert {name.partition("-")[0] for name in fonts} <= {"Tinos", "TimesNewRoman"}
    for each in pages:
        assert [round(float(side) / MILLIMETRE) for side in each.page.mediabox[2:]] == SIZES[kind.sheet]
        assert min(left for left, *_ in each.lines) >= 29 * MILLIMETRE


@pytest.mark.usefixtures("libreoffice")
def test_what_libreoffice_cannot_read_is_refused():
    with pytest.raises(NotPossible) as found:
        pdf_of_word(b"PK\x03\x04 no archive")
    assert [sentence.key for sentence in found.value] == ["paper.not_converted"]


@pytest.fixture
def hanging(tmp_path):
    """A program that hangs, and the end of a pipe whose other side is held by what it has started."""
    program, alive = tmp_path / "soffice", tmp_path / "alive"
    os.mkfifo(alive)
    program.write_text(f'#!/bin/sh\n(echo child; exec sleep 600) > "{alive}" &\nsleep 600\n')
    program.chmod(0o755)
    reader = os.open(alive, os.O_RDONLY | os.O_NONBLOCK)
    yield str(program), reader
    os.close(reader)


def is_over(reader: int) -> bool:
    """Whether the pipe ends: nobody holds its other side any more."""
    return select.select([reader], [], [], 20)[0] == [reader] and os.read(reader, 100) == b""


def test_what_hangs_is_ended_with_what_it_has_started(hanging, monkeypatch):
    program, reader = hanging
    monkeypatch.setattr(converting, "PROGRAMS", (program,))
    with pytest.raises(NotPossible):
        pdf_of_word(a_word(), seconds=2)
    assert os.read(reader, 100) == b"child\n"
    assert is_over(reader)


def test_what_hangs_ends_too_when_who_waits_for_it_is_killed(hanging):
    program, reader = hanging
    told = f"converting.PROGRAMS = ({program!r},); converting.pdf_of_word(b'', seconds=3)"
    jobs = subprocess.Popen([sys.executable, "-c", f"from thidua.documents.official import converting; {told}"])
    assert select.select([reader], [], [], 20)[0] == [reader]
    assert os.read(reader, 100) == b"child\n"
    jobs.kill()
    jobs.wait()
    assert is_over(reader)


def a_word() -> bytes:
    out = BytesIO()
    Document().save(out)
    return out.getvalue()
