"""Sets a paper of the library with Typst: our fonts only, the same bytes for the same words and moment."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import typst

from thidua.base import places


def typeset(name: str, given: Mapping[str, Any], *, at: datetime) -> bytes:
    """The PDF of papers/<name>.typ, which reads `given` as JSON; `at` stands in it as the moment of its making."""
    folder = places.library("papers")
    return typst.compile(
        str(folder / f"{name}.typ"),
        root=str(folder),
        font_paths=[str(folder / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"given": json.dumps(given)},
        format="pdf",
        timestamp=int(at.timestamp()),
    )
