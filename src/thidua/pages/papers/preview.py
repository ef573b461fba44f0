"""A paper on the screen: the same blocks as its PDF, long tables cut, annexes after the signature."""

from collections.abc import Mapping
from typing import Any

from thidua.core.papers import PaperKind, as_sheet
from thidua.documents.official.values import values_of
from thidua.records.papers.models import OfficialPaper

ROWS_SHOWN = 100  # of a table; the PDF has all


def preview_of(kind: PaperKind, paper: OfficialPaper) -> dict[str, Any]:
    """The sheet with `before` and `annexes` in place of its blocks."""
    sheet = as_sheet(kind, values_of(kind, paper))
    blocks = [_cut(block) for block in sheet["blocks"]]
    at = next((place for place, block in enumerate(blocks) if block["kind"] == "annex"), len(blocks))
    return {**sheet, "before": blocks[:at], "annexes": blocks[at:]}


def _cut(block: Mapping[str, Any]) -> dict[str, Any]:
    rows = block.get("rows", [])
    return {**block, "rows": rows[:ROWS_SHOWN], "more": max(0, len(rows) - ROWS_SHOWN)}
