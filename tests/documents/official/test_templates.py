"""Word: the program's template holds what the PDF holds; an office's own is read before it is adopted."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from tests.documents.official.test_layout import CODES, FRAME, KINDS, SIZES, values_for
from tests.factories.files import an_archive
from thidua.core.answer import NotPossible
from thidua.core.papers import as_sheet
from thidua.documents.official import word
from thidua.documents.official.templates import check_template, fill_template

KIND = KINDS["giay-moi"]


@cache
def template_of(code: str) -> bytes:
    return word.template_of(KINDS[code])


def a_template(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def saved(document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(name: str, content: bytes, template: bytes | None = None) -> bytes:
    """The file with a part put in or put in place of one."""
    out = BytesIO()
    with ZipFile(BytesIO(template or a_template("{{ nam }}"))) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


def refused(content: bytes) -> list[str]:
    with pytest.raises(NotPossible) as found:
        check_template(content, KIND)
    return [sentence.key for sentence in found.value]


def text_of(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*(one.text for one in document.paragraphs), *cells]).split())


@pytest.mark.parametrize("code", CODES)
def test_the_programs_template_is_one_that_an_office_could_upload(code):
    check_template(template_of(code), KINDS[code])


@pytest.mark.parametrize("code", CODES)
def test_word_says_what_the_pdf_says(code):
    kind = KINDS[code]
    values = values_for(kind)
    sheet = as_sheet(kind, values)
    text = text_of(fill_template(template_of(code), kind, values | {"trich_yeu": sheet["subject"]}))
    told = [sheet["number"], sheet["place_date"], sheet["subject"], sheet["signer"], *sheet["signature"]]
    told += [sheet["beside"]["over"], *sheet["beside"]["names"]] if sheet["beside"] else []
    told += [f"- {one}" for one in sheet["recipients"]]
    told += [block["text"] for block in sheet["blocks"] if "text" in block]
    told += [row for block in sheet["blocks"] if block["kind"] == "lines" for row in block["rows"]]
    told += [cell for block in sheet["blocks"] if block["kind"] == "table" for row in block["rows"] for cell in row]
    assert [one for one in told if one not in text] == []
    assert "{{" not in text
    assert "{%" not in text


@pytest.mark.parametrize("code", [code for code in CODES if KINDS[code].to])
def test_one_recipient_stands_on_the_line_of_its_words_and_several_each_on_their_own(code):
    kind, template = KINDS[code], template_of(code)

    def told(*to: str) -> list[str]:
        filled = fill_template(template, kind, values_for(kind) | {kind.to: list(to)})
        lines = [one.text for one in Document(BytesIO(filled)).paragraphs]
        at = next((place for place, line in enumerate(lines) if line.startswith("Kính gửi:")), len(lines))
        return lines[at : at + (len(to) > 1) * len(to) + 1]

    assert told("Sở A") == ["Kính gửi: Sở A"]
    assert told("Sở A", "Sở B") == ["Kính gửi:", "- Sở A;", "- Sở B."]


@pytest.mark.parametrize("code", CODES)
def test_word_has_the_decrees_sheet_and_type(code):
    kind = KINDS[code]
    document = Document(BytesIO(template_of(code)))
    section = document.sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides] == [20, 20, 30, 15]
    assert [round(side.mm) for side in (section.page_width, section.page_height)] == SIZES[kind.sheet]
    assert document.styles["Normal"].font.name == "Times New Roman"


def test_an_office_may_leave_a_part_out_where_there_are_no_rows():
    template = a_template(
        "{%p if moi %}", "Kính gửi", "{%p endif %}", "{%p if not moi %}", "Không mời ai", "{%p endif %}"
    )
    assert text_of(fill_template(template, KIND, FRAME | {"moi": [{"ten": "STP Hà Nam"}]})) == "Kính gửi"
    assert text_of(fill_template(template, KIND, FRAME | {"moi": []})) == "Không mời ai"


def test_signs_of_markup_in_a_value_stay_text():
    values = FRAME | {"hoi_nghi": "A & B <w:p/> {{ nam }}", "noi_dung": [], "moi": []}
    assert "A & B <w:p/> {{ nam }}" in text_of(fill_template(a_template("{{ hoi_nghi }}"), KIND, values))


def test_an_office_may_loop_over_rows_and_write_capitals():
    template = a_template("{{ co_quan|upper }}", "{%p for mot in moi %}", "{{ mot.ten }}", "{%p endfor %}")
    filled = fill_template(template, KIND, FRAME | {"moi": [{"ten": "STP Bắc Ninh"}, {"ten": "STP Hà Nam"}]})
    assert text_of(filled) == "SỞ TƯ PHÁP STP Bắc Ninh STP Hà Nam"


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("{{ hoi_ngi }}", "template.unknown_near"),
        ("{{ qwxyz }}", "template.unknown"),
        ("{{ nam.__class__ }}", "template.not_a_field"),
        ("{{ nam.__class__.__mro__ }}", "template.not_a_field"),
        ("{{ nam() }}", "template.not_a_field"),
        ("{{ ''.join(nam) }}", "template.not_a_field"),
        ("{{ nam['x'] }}", "template.not_a_field"),
        ("{{ nam|replace('2', '3') }}", "template.not_a_field"),
        ("{{ nam|attr('upper') }}", "template.not_a_field"),
        ("{{ 7 * 7 }}", "template.not_a_field"),
        ("{% set x = nam %}", "template.not_a_field"),
        ("{% if nam %}a{% endif %}", "template.not_a_field"),
        ("{% include 'x' %}", "template.not_a_field"),
        ("{% import 'x' as y %}", "template.not_a_field"),
        ("{% macro a() %}b{% endmacro %}", "template.not_a_field"),
        ("{% raw %}{% endraw %}{% for a in [1] %}{% endfor %}", "template.not_a_field"),
        ("{% for a in range(9) %}{% endfor %}", "template.not_a_field"),
        ("{% for a in moi if a %}{% endfor %}", "template.not_a_field"),
        ("{% for a, b in moi %}{% endfor %}", "template.not_a_field"),
        ("{% for a in moi recursive %}{% endfor %}", "template.not_a_field"),
        ("{% for a in nam %}{% endfor %}", "template.not_a_list"),
        ("{% for nam in moi %}{% endfor %}", "template.not_a_list"),
        ("{% for a in moii %}{% endfor %}", "template.unknown_near"),
        ("{% for a in moi %}{{ a }}{% endfor %}", "template.needs_column"),
        ("{% for a in moi %}{{ a.tenn }}{% endfor %}", "template.unknown_near"),
        ("{{ moi }}", "template.needs_loop"),
        ("{{ nam", "template.not_read"),
        ("{% for a in moi %}", "template.not_read"),
    ],
)
def test_what_is_no_field_is_refused_by_name(line, key):
    assert refused(a_template("{{ nam }}", line)) == [key]


def test_all_faults_are_told_at_once_each_once():
    assert refused(a_template("{{ hoi_ngi }}", "{{ hoi_ngi }}", "{{ moi }}")) == [
        "template.unknown_near", "template.needs_loop",
    ]  # fmt: skip


def test_the_nearest_name_is_told():
    with pytest.raises(NotPossible) as found:
        check_template(a_template("{{ hoi_ngi }}"), KIND)
    assert [sentence.values for sentence in found.value] == [{"name": "hoi_ngi", "near": "hoi_nghi"}]


def test_headers_and_footers_are_read_too():
    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ cycler.__init__ }}"
    assert refused(saved(document)) == ["template.not_a_field"]


def test_the_files_properties_hold_no_fields():
    document = Document()
    document.core_properties.title = "{{ nam.__class__ }}"
    assert refused(saved(document)) == ["template.field_elsewhere"]


def a_document(text: str) -> bytes:
    words = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {words}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>".encode()


def under_another_name(document: bytes, name: str) -> bytes:
    """The file with its text in a part of another name, as a program may write it."""
    with ZipFile(BytesIO(a_template("{{ nam }}"))) as old:
        parts = {one: old.read(one) for one in old.namelist()}
    del parts["word/document.xml"]
    for one in ("[Content_Types].xml", "_rels/.rels"):
        parts[one] = parts[one].replace(b"word/document.xml", f"word/{name}".encode())
    parts[f"word/_rels/{name}.rels"] = parts.pop("word/_rels/document.xml.rels")
    return an_archive({**parts, f"word/{name}": document})


SPLIT = "{</w:t></w:r><w:r><w:t>{ nam.__class__ }</w:t></w:r><w:r><w:t>}"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (lambda: with_part("word/document.xml", a_document("&#123;&#123; nam.__class__ }}")), "template.not_a_field"),
        (
            lambda: with_part("word/document.xml", a_document("{{ nam.__class__ }}").decode().encode("utf-16")),
            "template.not_a_field",
        ),
        (lambda: under_another_name(a_document(SPLIT), "text.xml"), "template.field_elsewhere"),
        (lambda: under_another_name(a_document("{{ nam.__class__ }}"), "text.png"), "template.field_elsewhere"),
    ],
)
def test_a_field_is_found_however_its_part_is_named_and_written(content: Callable[[], bytes], key):
    assert refused(content()) == [key]


LINKED = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"'
    b" Target=\"http://example.vn/x.dotm\" TargetMode='External'/></Relationships>"
)


def an_instruction(what: str) -> bytes:
    text = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    return text + f"<w:instrText>{what}</w:instrText></w:r></w:p></w:body></w:document>".encode()


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (lambda: with_part("word/_rels/settings.xml.rels", LINKED), "template.link"),
        (lambda: with_part("word/document.xml", an_instruction(' DDEAUTO c:\\\\x "y"')), "template.link"),
        (lambda: with_part("word/document.xml", an_instruction(" INCLUDEPICTURE http://x")), "template.link"),
        (lambda: with_part("word/_rels/settings.xml.rels", LINKED.replace(b"'", b"")), "template.not_word"),
        (lambda: with_part("word/_rels/settings.xml.rels", LINKED.replace(b"e='E", b"e = 'E")), "template.link"),
        (lambda: with_part("word/_rels/settings.xml.rels", LINKED.replace(b"'E", b"'&#69;")), "template.link"),
        (lambda: with_part("word/document.xml", an_instruction("INCLUDE&#80;ICTURE http://x")), "template.link"),
        (
            lambda: with_part(
                "word/document.xml", an_instruction("INCLUDE</w:instrText><w:instrText>PICTURE http://x")
            ),
            "template.link",
        ),
        (lambda: with_part("word/embeddings/oleObject1.bin", b"x"), "template.object"),
        (lambda: with_part("word/activeX/activeX1.xml", b"<a/>"), "template.object"),
        (lambda: with_part("word/extra.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "template.object"),
        (lambda: with_part("word/vbaProject.bin", b"x"), "template.macros"),
        (lambda: with_part("word/media/a.xml", b" " * 45_000_000), "template.too_large"),
        (lambda: b"PK\x03\x04 no archive", "template.not_word"),
        (lambda: b"%PDF-1.7 %%EOF", "template.not_word"),
        (lambda: b"x" * 5_000_001, "template.too_large"),
    ],
)
def test_what_is_more_than_text_and_pictures_is_refused(content: Callable[[], bytes], key):
    assert refused(content()) == [key]


def without(part: str) -> bytes:
    """The file as a broken copy leaves it."""
    with ZipFile(BytesIO(a_template("{{ nam }}"))) as old:
        return an_archive({one: old.read(one) for one in old.namelist() if one != part})


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml", "_rels/.rels"])
def test_a_file_that_lacks_a_part_is_refused_before_it_is_kept(part):
    assert refused(without(part)) == ["template.broken"]


def test_a_file_whose_text_is_none_is_refused_before_it_is_kept():
    assert refused(with_part("word/document.xml", b"<a/>")) == ["template.broken"]
