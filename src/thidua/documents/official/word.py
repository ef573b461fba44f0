"""Our Word template of a paper, written from the same body as the PDF: fields as {{ ten }}, rows as loops."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from thidua.core.papers import Block, BlockKind, Field, PaperKind

FONT = "Times New Roman"
BODY, SMALL, LEAST = Pt(14), Pt(12), Pt(11)
A4, A3 = (Mm(210), Mm(297)), (Mm(297), Mm(420))
TEXT_WIDTH = 165  # millimetres of an A4 sheet between its margins


def template_of(kind: PaperKind) -> bytes:
    """The template as a file; who fills it gets the paper as the PDF shows it."""
    document = Document()
    _style(document)
    _sheet(document.sections[0], kind)
    _letterhead(document, kind)
    _head(document, kind)
    for block in _before_annexes(kind):
        _block(document, kind, block)
    _foot(document, kind)
    for block in kind.body[len(_before_annexes(kind)) :]:
        _block(document, kind, block)
    _number_pages(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _before_annexes(kind: PaperKind) -> tuple[Block, ...]:
    at = next((place for place, block in enumerate(kind.body) if block.kind is BlockKind.ANNEX), len(kind.body))
    return kind.body[:at]


def _style(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, BODY
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_before, normal.paragraph_format.space_after = Pt(0), Pt(6)


def _sheet(section: Any, kind: PaperKind) -> None:
    width, height = A3 if kind.sheet == "a3-landscape" else A4
    if kind.sheet != "a4":
        section.orientation, width, height = WD_ORIENT.LANDSCAPE, height, width
    section.page_width, section.page_height = width, height
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)


def _letterhead(document: Any, kind: PaperKind) -> None:
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.width, right.width = Mm(TEXT_WIDTH * 2 // 5), Mm(TEXT_WIDTH * 3 // 5)
    _said(left.paragraphs[0], "{{ co_quan_cap_tren|upper }}", Pt(13), ALIGN.CENTER, after=0)
    _said(left.add_paragraph(), "{{ co_quan|upper }}", Pt(13), ALIGN.CENTER, bold=True, after=0)
    _rule(left.add_paragraph(), indent=20)
    _said(left.add_paragraph(), "Số: {{ so_ky_hieu }}", Pt(13), ALIGN.CENTER)
    if kind.is_letter:
        _said(left.add_paragraph(), kind.subject, SMALL, ALIGN.CENTER)
    _said(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Pt(13), ALIGN.CENTER, bold=True, after=0)
    _said(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", BODY, ALIGN.CENTER, bold=True, after=0)
    _rule(right.add_paragraph(), indent=22)
    _said(right.add_paragraph(), "{{ dia_danh_ngay }}", BODY, ALIGN.CENTER, italic=True)


def _head(document: Any, kind: PaperKind) -> None:
    if not kind.is_letter:
        _said(document.add_paragraph(), kind.type.upper(), BODY, ALIGN.CENTER, bold=True, after=0)
        _said(document.add_paragraph(), "{{ trich_yeu }}", BODY, ALIGN.CENTER, bold=True, after=0)
        _rule(document.add_paragraph(), indent=60)
    if kind.to:
        _said(document.add_paragraph(), "Kính gửi:", BODY, ALIGN.LEFT).paragraph_format.left_indent = Cm(3)
        _loop(document, kind.fields[kind.to], "- {{ dong }}", indent=Cm(4.5))


def _block(document: Any, kind: PaperKind, block: Block) -> None:
    match block.kind:
        case BlockKind.GROUND:
            _paragraph(document, block.text, italic=True)
        case BlockKind.PART:
            _paragraph(document, block.text, bold=True).paragraph_format.keep_with_next = True
        case BlockKind.CENTRE:
            _said(document.add_paragraph(), block.text, BODY, ALIGN.CENTER, bold=True)
        case BlockKind.TEXT:
            _paragraph(document, block.text)
        case BlockKind.GROUNDS | BlockKind.LINES:
            _loop(document, kind.fields[block.text], "{{ dong }}", italic=block.kind is BlockKind.GROUNDS)
        case BlockKind.TABLE:
            _table(document, kind.fields[block.text], block.widths)
        case BlockKind.ANNEX:
            title = _said(document.add_paragraph(), "Phụ lục", BODY, ALIGN.CENTER, bold=True, after=0)
            title.paragraph_format.page_break_before = True
            _said(document.add_paragraph(), block.text, BODY, ALIGN.CENTER, bold=True, after=0)
            come_with = f"(Kèm theo {kind.name.vi} số {{{{ so_ky_hieu }}}} của {{{{ co_quan }}}})"
            _said(document.add_paragraph(), come_with, BODY, ALIGN.CENTER, italic=True)


def _foot(document: Any, kind: PaperKind) -> None:
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    _said(left.paragraphs[0], "Nơi nhận:", SMALL, ALIGN.LEFT, bold=True, italic=True, after=0)
    for one in kind.recipients:
        _said(left.add_paragraph(), f"- {one}", LEAST, ALIGN.LEFT, after=0)
    _said(right.paragraphs[0], "{{ quyen_han }}", BODY, ALIGN.CENTER, bold=True, after=0)
    _said(right.add_paragraph(), "{{ chuc_vu_ky }}", BODY, ALIGN.CENTER, bold=True, after=75)
    _said(right.add_paragraph(), "{{ nguoi_ky }}", BODY, ALIGN.CENTER, bold=True)


def _loop(document: Any, field: Field, text: str, *, italic: bool = False, indent: Any = None) -> None:
    """A paragraph for each line of a field."""
    document.add_paragraph(f"{{%p for dong in {field.name} %}}")
    paragraph = _paragraph(document, text, italic=italic)
    if indent is not None:
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = indent, Cm(0)
    document.add_paragraph("{%p endfor %}")


def _table(document: Any, field: Field, widths: tuple[int, ...]) -> None:
    """Heads that are said again on each sheet, and a row for each of the field's."""
    columns = field.columns or {}
    table = document.add_table(rows=4, cols=len(columns), style="Table Grid")
    table.autofit = False
    heads, first, row, last = table.rows
    heads._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for place, (name, label) in enumerate(columns.items()):
        _said(heads.cells[place].paragraphs[0], label.vi, Pt(13), ALIGN.CENTER, bold=True, after=0)
        _said(row.cells[place].paragraphs[0], f"{{{{ dong.{name} }}}}", Pt(13), ALIGN.LEFT, after=0)
    first.cells[0].paragraphs[0].text = f"{{%tr for dong in {field.name} %}}"
    last.cells[0].paragraphs[0].text = "{%tr endfor %}"
    shares = widths if len(widths) == len(columns) else (1,) * len(columns)
    for place, share in enumerate(shares):
        for one in table.rows:
            one.cells[place].width = Mm(TEXT_WIDTH * share / sum(shares))


def _paragraph(document: Any, text: str, *, bold: bool = False, italic: bool = False) -> Any:
    paragraph = _said(document.add_paragraph(), text, BODY, ALIGN.JUSTIFY, bold=bold, italic=italic)
    paragraph.paragraph_format.first_line_indent = Cm(1)
    return paragraph


def _said(
    paragraph: Any, text: str, size: Any, align: Any, *, bold: bool = False, italic: bool = False, after: int = 6
) -> Any:
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = size, bold, italic
    paragraph.alignment, paragraph.paragraph_format.space_after = align, Pt(after)
    return paragraph


def _rule(paragraph: Any, *, indent: int) -> None:
    """A line under what stands above, shorter by `indent` millimetres on each side."""
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = Mm(indent)
    shape.space_after, shape.line_spacing = Pt(4), Pt(3)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().append(borders)


def _number_pages(document: Any) -> None:
    """The page's number top centre, from the second page on."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
