"""What of the board is asked for: period, content, units, order; read from the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thidua.core.texts import folded
from thidua.figures.progress import Board, Row
from thidua.records.seasons.models import Indicator, Period

REACHED, NAME = "dat", "don-vi"


@dataclass(frozen=True)
class Asked:
    """`order` is a column's key (an indicator's code, `dat`, `don-vi`), "-" before it for the other way round."""

    period: Period | None
    indicator: Indicator | None
    search: str
    order: str


def asked_in(query: Mapping[str, str], periods: Sequence[Period], indicators: Sequence[Indicator]) -> Asked:
    """What the address asks for; what it asks for wrongly is left out."""
    order = query.get("xep", "")
    known = {REACHED, NAME, *(one.code for one in indicators)}
    return Asked(
        period=next((one for one in periods if one.slug == query.get("ky")), None),
        indicator=next((one for one in indicators if one.code == query.get("noi-dung")), None),
        search=query.get("tim", "")[:60],
        order=order if order.removeprefix("-") in known else "",
    )


def rows_asked(board: Board, asked: Asked) -> list[Row]:
    """The board's rows found and sorted as asked; what is missing stays at the end either way."""
    words = folded(asked.search).split()
    rows = [row for row in board.rows if all(word in row.member.unit.folded for word in words)]
    key, backwards = asked.order.removeprefix("-"), asked.order.startswith("-")
    if not key:
        return rows
    if key == NAME:
        return sorted(rows, key=lambda row: folded(row.member.short_name), reverse=backwards)
    known = [(worth, row) for row in rows if (worth := _worth(row, key)) is not None]
    missing = [row for row in rows if _worth(row, key) is None]
    return [row for _, row in sorted(known, key=lambda pair: pair[0], reverse=backwards)] + missing


def _worth(row: Row, key: str) -> Fraction | int | None:
    if key == REACHED:
        return row.reached
    cell = next(one for one in row.cells if one.indicator.code == key)
    return int(cell.is_met) if cell.is_met is not None else cell.share
