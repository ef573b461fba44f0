"""Our Word template of a paper, written from the same body as the PDF: fields as {{ ten }}, rows as loops."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from thidua.core.papers import ONE, SEVERAL, SIGNATURE, Block, BlockKind, PaperKind, TwoSigners
from thidua.documents.official.word_parts import (
    BODY,
    FONT,
    LEAST,
    SMALL,
    count_from_one,
    loop,
    number_pages,
    paragraph,
    rows_of_two,
    rule,
    said,
    table,
    two_columns,
)

A4, A3 = (Mm(210), Mm(297)), (Mm(297), Mm(420))
TOP, LEFT, RIGHT = Mm(20), Mm(30), Mm(15)
ROMAN = ("I", "II", "III", "IV", "V", "VI")
ROOM = Pt(75)  # for a signature and a seal
RULE_OF_AGENCY, RULE_OF_MOTTO, RULE_OF_SUBJECT = 26, 62, 40  # millimetres; the motto's is as long as its words


def template_of(kind: PaperKind) -> bytes:
    """The template as a file; who fills it gets the paper as the PDF shows it."""
    document = Document()
    _style(document, kind)
    _sheet(document.sections[0], kind)
    _letterhead(document, kind)
    _head(document, kind)
    for block in _before_annexes(kind):
        _block(document, kind, block)
    _foot(document, kind)
    for block in kind.body[len(_before_annexes(kind)) :]:
        _block(document, kind, block)
    number_pages(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _before_annexes(kind: PaperKind) -> tuple[Block, ...]:
    at = next((place for place, block in enumerate(kind.body) if block.kind is BlockKind.ANNEX), len(kind.body))
    return kind.body[:at]


def _style(document: Any, kind: PaperKind) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, BODY
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.rPr.append(language)
    normal.paragraph_format.space_before, normal.paragraph_format.space_after = Pt(0), Pt(6)
    told = document.core_properties
    told.title, told.author, told.comments = kind.name.vi, "", ""


def _sheet(section: Any, kind: PaperKind) -> None:
    width, height = A3 if kind.sheet == "a3-landscape" else A4
    if kind.sheet != "a4":
        section.orientation, width, height = WD_ORIENT.LANDSCAPE, height, width
    section.page_width, section.page_height = width, height
    section.top_margin = section.bottom_margin = TOP
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.header_distance = Mm(10)


def _letterhead(document: Any, kind: PaperKind) -> None:
    left, right = two_columns(document, 2, 3)
    said(left.paragraphs[0], "{{ co_quan_cap_tren|upper }}", Pt(13), ALIGN.CENTER, after=0)
    said(left.add_paragraph(), "{{ co_quan|upper }}", Pt(13), ALIGN.CENTER, bold=True, after=0)
    rule(left.add_paragraph(), RULE_OF_AGENCY, within=left.width)
    said(left.add_paragraph(), "Số: {{ so_ky_hieu }}", Pt(13), ALIGN.CENTER)
    if kind.is_letter:
        said(left.add_paragraph(), kind.subject, SMALL, ALIGN.CENTER)
    said(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Pt(13), ALIGN.CENTER, bold=True, after=0)
    said(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", BODY, ALIGN.CENTER, bold=True, after=0)
    rule(right.add_paragraph(), RULE_OF_MOTTO, within=right.width)
    said(right.add_paragraph(), "{{ dia_danh_ngay }}", BODY, ALIGN.CENTER, italic=True)


def _head(document: Any, kind: PaperKind) -> None:
    if not kind.is_letter:
        title = said(document.add_paragraph(), kind.type.upper(), BODY, ALIGN.CENTER, bold=True, after=0)
        title.paragraph_format.space_before = Pt(8)
        said(document.add_paragraph(), "{{ trich_yeu }}", BODY, ALIGN.CENTER, bold=True, after=0)
        rule(document.add_paragraph(), RULE_OF_SUBJECT, within=_width(document))
    if kind.to:
        _address(document)


def _address(document: Any) -> None:
    """One recipient on the line of its words, several under it."""
    one = f"{{% for dong in {ONE.name} %}}{{{{ dong }}}}{{% endfor %}}"
    document.add_paragraph(f"{{%p if {ONE.name} %}}")
    said(document.add_paragraph(), f"Kính gửi: {one}", BODY, ALIGN.CENTER).paragraph_format.space_before = Pt(8)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph(f"{{%p if {SEVERAL.name} %}}")
    several = said(document.add_paragraph(), "Kính gửi:", BODY, ALIGN.LEFT)
    several.paragraph_format.left_indent, several.paragraph_format.space_before = Cm(3), Pt(8)
    loop(document, SEVERAL, "- {{ dong }}", indent=Cm(4.5))
    document.add_paragraph("{%p endif %}")


def _block(document: Any, kind: PaperKind, block: Block) -> None:
    """One that stands only with a field, or without it, between the marks that say so."""
    asked = block.with_field or (f"not {block.without_field}" if block.without_field else "")
    if asked:
        document.add_paragraph(f"{{%p if {asked} %}}")
    _set(document, kind, block)
    if asked:
        document.add_paragraph("{%p endif %}")


def _set(document: Any, kind: PaperKind, block: Block) -> None:
    match block.kind:
        case BlockKind.GROUND:
            paragraph(document, block.text, italic=True)
        case BlockKind.PART:
            paragraph(document, block.text, bold=True).paragraph_format.keep_with_next = True
        case BlockKind.CENTRE:
            middle = said(document.add_paragraph(), block.text, BODY, ALIGN.CENTER, bold=True)
            middle.runs[0].font.all_caps, middle.paragraph_format.keep_with_next = True, True
        case BlockKind.TEXT:
            paragraph(document, block.text)
        case BlockKind.GROUNDS | BlockKind.LINES:
            loop(document, kind.fields[block.text], "{{ dong }}", italic=block.kind is BlockKind.GROUNDS)
        case BlockKind.TABLE:
            table(document, kind.fields[block.text], block, width=_width(document))
        case BlockKind.ANNEX:
            _annex(document, kind, block)


def _annex(document: Any, kind: PaperKind, block: Block) -> None:
    """On a sheet of its own, its pages counted by itself."""
    annexes = [one for one in kind.body if one.kind is BlockKind.ANNEX]
    number = f" {ROMAN[annexes.index(block)]}" if len(annexes) > 1 else ""
    count_from_one(document.add_section(WD_SECTION.NEW_PAGE))
    said(document.add_paragraph(), f"Phụ lục{number}", BODY, ALIGN.CENTER, bold=True, after=0)
    title = said(document.add_paragraph(), block.text, BODY, ALIGN.CENTER, bold=True, after=0)
    title.runs[0].font.all_caps = True
    come_with = f"(Kèm theo {kind.name.vi} số {{{{ so_ky_hieu }}}} {{{{ ngay_van_ban }}}} của {{{{ co_quan }}}})"
    said(document.add_paragraph(), come_with, BODY, ALIGN.CENTER, italic=True, after=12)


def _foot(document: Any, kind: PaperKind) -> None:
    """Recipients to the left, the signature to the right, never parted, and never without the words before; of minutes
    both signatures, and the recipients beneath."""
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    for one in _last_words(document):
        one.paragraph_format.keep_with_next = True
    if kind.two:
        _two_signatures(document, kind.two)
        _recipients(document.add_paragraph(), document, kind)
        return
    left, right = two_columns(document, 2, 3)
    _recipients(left.paragraphs[0], left, kind)
    _lines(right, SIGNATURE.name)
    name = said(right.add_paragraph(), "{{ nguoi_ky }}", BODY, ALIGN.CENTER, bold=True)
    name.paragraph_format.space_before = ROOM


def _two_signatures(document: Any, two: TwoSigners) -> None:
    """Names in a row of their own: they stand side by side whatever stands over them. No cell is ever empty."""
    over, names = rows_of_two(document, 1, 1, rows=2)
    said(over[0].paragraphs[0], two.left, BODY, ALIGN.CENTER, bold=True, after=0)
    _lines(over[1], SIGNATURE.name)
    over[1].add_paragraph().paragraph_format.space_before = ROOM // 2
    _lines(names[0], two.name)
    names[0].add_paragraph().paragraph_format.space_after = Pt(0)
    said(names[1].paragraphs[0], "{{ nguoi_ky }}", BODY, ALIGN.CENTER, bold=True, after=0)
    for cell in (*over, *names):
        for one in cell.paragraphs:
            one.paragraph_format.keep_with_next = True


def _recipients(first: Any, within: Any, kind: PaperKind) -> None:
    """Their list is not parted from its head."""
    said(first, "Nơi nhận:", SMALL, ALIGN.LEFT, bold=True, italic=True, after=0).paragraph_format.keep_with_next = True
    for one in kind.recipients:
        said(within.add_paragraph(), f"- {one}", LEAST, ALIGN.LEFT, after=0)


def _lines(within: Any, field: str) -> None:
    """What a field says, line by line in bold, in an empty cell."""
    within.paragraphs[0].text = f"{{%p for dong in {field} %}}"
    said(within.add_paragraph(), "{{ dong }}", BODY, ALIGN.CENTER, bold=True, after=0)
    within.add_paragraph("{%p endfor %}")


def _last_words(document: Any) -> list[Any]:
    """The last paragraph and the loops under it, which may make none, with the empty one at the end."""
    written, first = document.paragraphs, -2
    while written[first].text.startswith("{%p endfor"):
        first -= 3
    return list(written[first:])


def _width(document: Any) -> int:
    """Of the text between the margins."""
    section = document.sections[-1]
    return int(section.page_width - section.left_margin - section.right_margin)
