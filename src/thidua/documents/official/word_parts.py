"""Pieces of our Word templates: paragraphs, rules, loops, tables, page numbers."""

from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Mm, Pt

from thidua.core.papers import Block, Field

FONT = "Times New Roman"
BODY, SMALL, LEAST = Pt(14), Pt(12), Pt(11)
SIDES = {"l": ALIGN.LEFT, "c": ALIGN.CENTER, "r": ALIGN.RIGHT}


def said(
    within: Any, text: str, size: Any, align: Any, *, bold: bool = False, italic: bool = False, after: int = 6
) -> Any:
    """A paragraph of one run."""
    run = within.add_run(text)
    run.font.size, run.bold, run.italic = size, bold, italic
    within.alignment, within.paragraph_format.space_after = align, Pt(after)
    return within


def paragraph(document: Any, text: str, *, bold: bool = False, italic: bool = False) -> Any:
    """One of the body, its first line drawn in."""
    found = said(document.add_paragraph(), text, BODY, ALIGN.JUSTIFY, bold=bold, italic=italic)
    found.paragraph_format.first_line_indent = Cm(1)
    return found


def loop(document: Any, field: Field, text: str, *, italic: bool = False, indent: Any = None) -> None:
    """A paragraph for each line of a field."""
    document.add_paragraph(f"{{%p for dong in {field.name} %}}")
    found = paragraph(document, text, italic=italic)
    if indent is not None:
        found.paragraph_format.left_indent, found.paragraph_format.first_line_indent = indent, Cm(0)
    document.add_paragraph("{%p endfor %}")


def two_columns(document: Any, left: int, right: int) -> tuple[Any, Any]:
    """Cells side by side over the width of the text, by their shares; their row is never parted."""
    return rows_of_two(document, left, right, rows=1)[0]


def rows_of_two(document: Any, left: int, right: int, *, rows: int) -> list[tuple[Any, Any]]:
    """The same, row under row; each stays with the next."""
    section = document.sections[-1]
    whole = section.page_width - section.left_margin - section.right_margin
    made = document.add_table(rows=rows, cols=2)
    made.autofit = False
    _no_margins(made)
    widths = [Length(whole * share // (left + right)) for share in (left, right)]
    for place, width in enumerate(widths):
        made.columns[place].width = width
    for row in made.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return [(row.cells[0], row.cells[1]) for row in made.rows]


def _no_margins(made: Any) -> None:
    """The country's name takes the whole of its column."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        none = OxmlElement(f"w:{side}")
        none.set(qn("w:w"), "0")
        none.set(qn("w:type"), "dxa")
        margins.append(none)
    made._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def table(document: Any, field: Field, block: Block, *, width: int) -> None:
    """Heads that are said again on each sheet, and a row for each of the field's."""
    columns = field.columns or {}
    made = document.add_table(rows=4, cols=len(columns), style="Table Grid")
    made.autofit, made.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    heads, first, row, last = made.rows
    heads._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    heads._tr.trPr.append(OxmlElement("w:tblHeader"))
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for place, (name, label) in enumerate(columns.items()):
        side = SIDES[block.aligned[place]] if place < len(block.aligned) else ALIGN.LEFT
        said(heads.cells[place].paragraphs[0], label.vi, Pt(13), ALIGN.CENTER, bold=True, after=2)
        said(row.cells[place].paragraphs[0], f"{{{{ dong.{name} }}}}", Pt(13), side, after=2)
        for one in (heads, row):
            one.cells[place].paragraphs[0].paragraph_format.space_before = Pt(2)
            one.cells[place].vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    first.cells[0].paragraphs[0].text = f"{{%tr for dong in {field.name} %}}"
    last.cells[0].paragraphs[0].text = "{%tr endfor %}"
    shares = block.widths if len(block.widths) == len(columns) else (1,) * len(columns)
    for place, share in enumerate(shares):
        made.columns[place].width = Length(width * share // sum(shares))
        for one in made.rows:
            one.cells[place].width = made.columns[place].width
    below = document.add_paragraph().paragraph_format
    below.space_after, below.line_spacing = Pt(0), Pt(6)


def rule(under: Any, length: int, *, within: int) -> None:
    """A line of `length` millimetres in the middle, under what stands above."""
    shape = under.paragraph_format
    shape.left_indent = shape.right_indent = Length(max(0, (within - Mm(length)) // 2))
    shape.space_before, shape.space_after, shape.line_spacing = Pt(3), Pt(4), Pt(3)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    under._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc")


def count_from_one(section: Any) -> None:
    """Pages of a section are counted anew."""
    if (counted := section._sectPr.find(qn("w:pgNumType"))) is None:
        counted = OxmlElement("w:pgNumType")
        section._sectPr.find(qn("w:pgMar")).addnext(counted)
    counted.set(qn("w:start"), "1")


def number_pages(document: Any) -> None:
    """The page's number top centre, from the second page of the paper and of each annex on."""
    for section in document.sections:
        section.different_first_page_header_footer = True
    shown = document.sections[0].header.paragraphs[0]
    shown.alignment = ALIGN.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    shown._p.append(field)
