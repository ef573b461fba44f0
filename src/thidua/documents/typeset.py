"""Sets a paper of the library with Typst: our fonts only, the same bytes for the same words and moment."""

import json
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

import typst
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

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


def ready_to_sign(content: bytes) -> bytes:
    """The PDF with an empty form behind it, of which signatures are the fields.

    So that what a signer adds can be told from all else; its flags ask signing programs to append (PDF 1.7, 12.7.2).
    """
    more, out = IncrementalPdfFileWriter(BytesIO(content)), BytesIO()
    form = {"/Fields": generic.ArrayObject(), "/SigFlags": generic.NumberObject(3)}
    more.root["/AcroForm"] = more.add_object(
        generic.DictionaryObject({generic.pdf_name(name): value for name, value in form.items()})
    )
    more.update_root()
    more.write(out)
    return out.getvalue()
