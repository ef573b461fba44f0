"""What a returned form says of the paper that the unit's leader has signed."""

from thidua.base.clock import today
from thidua.core.answer import Sentence
from thidua.core.returned.forms import LABELS
from thidua.core.returned.grid import Fault, cell_name
from thidua.core.returned.labels import beside
from thidua.core.texts import folded
from thidua.gateways.returned.cells import Cells

MOST = {"number": 60, "signer_name": 120, "signer_title": 120}
AS_READ = 2000


def paper_in(cells: Cells) -> dict[str, str]:
    """Number, day, signer and post, texts by what they are; what is missing is a fault."""
    found: dict[str, str] = {}
    for key, (name, others) in LABELS.items():
        cell, place = beside(cells.grid, {folded(name), *others})
        if cell is not None and place is not None:
            found[key] = _dated(cells, *place) if key == "dated_on" else _written(cells, key, *place)
            continue
        where = cell_name(*place) if place else ""
        cells.faults.append(Fault(Sentence("import.paper_lacks", name=name), cells.grid.name, where))
    return found


def _written(cells: Cells, key: str, row: int, column: int) -> str:
    text = cells.text(row, column, most=AS_READ)
    text = text.partition(":")[2].strip() or text
    if len(text) > MOST[key]:
        cells.fault("import.too_long", row, column, most=MOST[key], length=len(text))
    return text[: MOST[key]]


def _dated(cells: Cells, row: int, column: int) -> str:
    on = cells.day(row, column)
    if on is not None and on > today():
        cells.fault("entry.paper_from_later", row, column, dated_on=on)
    return on.isoformat() if on else ""
