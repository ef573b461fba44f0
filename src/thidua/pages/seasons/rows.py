"""Forms of many rows: fields `name-0`, `name-1`, …; blank rows at the end, more of them on request, none lost."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from thidua.pages.shared import drafts
from thidua.pages.shared.clash import Field, seen_in

SPARE = 3
MORE = 10
ROWS_AT_MOST = 100  # ten columns of these fill the fields that the server reads from one form


def wants_more(request: HttpRequest) -> bool:
    """Whether the form was sent to get more rows, not to be saved.

    Its draft goes then: the page that comes back holds all of it, and the draft would put the old rows back.
    """
    if "more" not in request.POST:
        return False
    drafts.sent(request)
    return True


def row_count(values: Mapping[str, str], counted: str = "rows") -> int:
    """How many rows the form had in the table that `counted` counts; what is no number counts as none."""
    typed = values.get(counted, "")
    return min(int(typed), ROWS_AT_MOST) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0


def shown_rows(
    request: HttpRequest, fields: Sequence[str], kept: Sequence[Mapping[str, Any]], counted: str = "rows"
) -> list[dict[str, Any]]:
    """The rows of a form with their number `n`: as typed after a POST, else those that are kept and some blank."""
    if request.method == "POST":
        count = row_count(request.POST, counted) + (MORE if wants_more(request) else 0)
        rows = [
            {field: request.POST.get(f"{field}-{n}", "") for field in fields} for n in range(min(count, ROWS_AT_MOST))
        ]
    else:
        rows = [dict(row) for row in kept] + [dict.fromkeys(fields, "") for _ in range(SPARE)]
    return [{**row, "n": n} for n, row in enumerate(rows)]


def filled_rows(request: HttpRequest, telling: Sequence[str], counted: str = "rows") -> list[int]:
    """Numbers of the rows in which one of the `telling` fields holds something."""
    values = request.POST
    return [
        n for n in range(row_count(values, counted)) if any(values.get(f"{field}-{n}", "").strip() for field in telling)
    ]


def fields_of_rows(
    request: HttpRequest,
    columns: Mapping[str, str],
    kept: Sequence[Mapping[str, Any]],
    *,
    key: str,
    words: Mapping[str, Mapping[str, str]] | None = None,
    numbered: bool = False,
) -> tuple[list[Field], int]:
    """The fields of a form's rows as they are kept now, and how many rows that takes; labels by column.

    A row of the form is the kept row that has the `key` with which the form began, wherever it stands now.
    Rows that another has added come after the form's own. `numbered`: the key of a blank row is its line's number.
    """
    seen, typed = seen_in(request.POST), request.POST
    if not seen:
        rows: list[Mapping[str, Any]] = [*kept]
        rows += [{key: n + 1} if numbered else {} for n in range(len(kept), len(kept) + SPARE)]
        return [one for n, row in enumerate(rows) for one in _fields(columns, n, row, words)], len(rows)
    count, left = row_count(typed), {str(row[key]): row for row in kept}
    rows = []
    for n in range(count):
        there = left.pop(seen.get(f"{key}-{n}", ""), None)
        rows.append({key: typed.get(f"{key}-{n}", "")} if there is None else there)
    rows = [*rows, *left.values()][:ROWS_AT_MOST]
    return [one for n, row in enumerate(rows) for one in _fields(columns, n, row, words)], len(rows)


def _fields(
    columns: Mapping[str, str], n: int, row: Mapping[str, Any], words: Mapping[str, Mapping[str, str]] | None
) -> list[Field]:
    return [
        Field(
            f"{column}-{n}",
            _("Dòng {n}, {column}").format(n=n + 1, column=label) if label else "",
            str(row.get(column, "")),
            (words or {}).get(column, {}),
        )
        for column, label in columns.items()
    ]
