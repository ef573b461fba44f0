"""The pact as a PDF to be signed digitally."""

from datetime import datetime

from thidua.documents.signable import ready_to_sign
from thidua.documents.typeset import typeset
from thidua.records.files.models import StoredFile
from thidua.records.files.steps import keep_file
from thidua.records.seasons.models import Pact


def paper_of(pact: Pact, *, at: datetime) -> StoredFile:
    """The full text of a pact that is open, set and kept, to be given to the act that hands it out."""
    assert pact.opened_at is not None
    bloc = pact.bloc_season
    given = {
        "title": f"Giao ước thi đua năm {bloc.season.emulation_year}, {bloc.bloc.name}",
        "text_hash": pact.text_hash,
        "lines": pact.text.splitlines(),
    }
    name = f"giao-uoc-{bloc.season.slug}-{bloc.bloc.slug}-de-ky-so.pdf"
    content = ready_to_sign(typeset("pact", given, at=pact.opened_at))
    return keep_file(name=name, content=content, at=at)
