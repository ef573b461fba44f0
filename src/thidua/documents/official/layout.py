"""The official PDF of a paper, set by Typst in the layout of Decree 30/2020/NĐ-CP: papers/official.typ."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from thidua.core.papers import PaperKind, as_sheet
from thidua.documents.typeset import typeset


def pdf_of(kind: PaperKind, values: Mapping[str, Any], *, at: datetime) -> bytes:
    """`values` by field, those of letterhead and signature among them."""
    return typeset("official", as_sheet(kind, values), at=at)
