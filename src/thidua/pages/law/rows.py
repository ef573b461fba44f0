"""A row of one of the law's tables as a sentence, with its article and its doubt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from thidua.core.answer import Sentence
from thidua.core.law.conditions.groups import Doubt
from thidua.core.law.history import Kind
from thidua.core.law.library import Library
from thidua.core.law.provisions import Provision
from thidua.core.law.register import Award
from thidua.pages.law.words import Cited, cited, named, told


@dataclass(frozen=True)
class Row:
    """What a row says of an award, what belongs to it one by one, where it stands, from when until when."""

    award: SafeString | str
    says: SafeString
    parts: tuple[SafeString, ...]
    cited: Cited
    doubt: Doubt | None
    start: date
    until: date | None


def rows_of(library: Library, rows: Iterable[Provision]) -> list[Row]:
    return [row_of(library, row) for row in rows]


def alike_together(rows: Iterable[Row]) -> list[Row]:
    """Rows that say the same of several awards, by the same article and of the same days, as one row of all of them."""
    found: dict[object, Row] = {}
    for place, row in enumerate(rows):
        key = (row.says, row.parts, row.cited, row.doubt, row.start, row.until) if row.award else place
        first = found.setdefault(key, row)
        if first is not row:
            found[key] = replace(first, award=format_html("{}, {}", first.award, row.award))
    return list(found.values())


def row_of(library: Library, row: Provision) -> Row:
    award = row.values.get("award") or row.values.get("form")
    return Row(
        award=named(award.name) if isinstance(award, Award) else "",
        says=told(SAYINGS[row.table](row)),
        parts=tuple(named(one) for one in row.values.get("parts") or ()),
        cited=cited(library, row.source, row.text),
        doubt=row.doubt,
        start=row.start,
        until=row.until,
    )


def _given(row: Provision, key: str, **more: Any) -> Sentence:
    """The row's own values in the words of its table."""
    names = {name: getattr(value, "name", value) for name, value in row.values.items()}
    return Sentence(f"law.row.{key}", **(names | more))


def _kind(row: Provision, name: str = "to") -> Sentence:
    return Sentence(f"law.kind.{row.values.get(name) or 'any'}")


def _general(row: Provision) -> Sentence:
    to = tuple(Sentence(f"law.kind.{kind}") for kind in row["to"])
    return Sentence(f"law.row.{row['effect']}", condition=row["condition"].wanted, to=to)


def _votes(row: Provision) -> Sentence:
    return _given(row, "votes", council=Sentence(f"law.council.{row['council']}"))


def _decides(row: Provision) -> Sentence:
    key = "decides_where" if row["where"] else "decides"
    key += "_note" if row["note"] else ""
    return _given(row, key, where=Sentence(f"law.where.{row['where'] or 'any'}"))


def _bonus(row: Provision) -> Sentence:
    return _given(row, "bonus_most" if row["at_most"] == "yes" else "bonus", to=_kind(row))


def _together(row: Provision) -> Sentence:
    return Sentence(f"law.together.{row['what']}.{row['paid']}")


def _terms(row: Provision) -> Sentence:
    if row["working_days"] is not None:
        return _given(row, "term_days")
    return _given(row, "named")


def _papers(row: Provision) -> Sentence:
    return _given(row, "paper")


def _ratings(row: Provision) -> Sentence:
    key = "rating" if row["from_score"] is None else "rating_from"
    return _given(row, key, group=Sentence(f"law.staff.{row.about[1]}"))


def _quotas(row: Provision) -> Sentence:
    return _given(row, "quota_says" if row["says"] else "quota")


def _transition(row: Provision) -> Sentence:
    return Sentence("law.row.transition", keeps=row["keeps"], year=str(row["reviewed_until"]))


def _opinions(row: Provision) -> Sentence:
    key = "publication" if row["kind"] == "publication" else "hearing"
    key += "_days" if row["working_days"] is not None else ""
    return _given(row, f"{key}_who" if row["who"] else key)


def _service(row: Provision) -> Sentence:
    return _given(row, "service" if row["below_months"] is None else "service_below")


def _says(row: Provision) -> Sentence:
    return _given(row, "says")


def _plain(key: str) -> Callable[[Provision], Sentence]:
    return lambda row: _given(row, key)


SAYINGS: dict[str, Callable[[Provision], Sentence]] = {
    "general": _general,
    "votes": _votes,
    "decides": _decides,
    "bonus": _bonus,
    "rounding": _plain("rounding"),
    "base_salary": _plain("base_salary"),
    "rewards": _plain("rewards"),
    "together": _together,
    "terms": _terms,
    "dossier": _plain("dossier"),
    "papers": _papers,
    "ratings": _ratings,
    "rating_rules": _says,
    "quotas": _quotas,
    "opinions": _opinions,
    "service": _service,
    "early_rise": _plain("early_rise"),
    "transition": _transition,
    "service_rules": _says,
    "notes": _says,
}


def is_for(row: Provision, award: str, to: Kind) -> bool:
    """Whether a row is about an award, for such as these or for all."""
    about = str(row.values.get("award") or row.values.get("form") or "")
    meant = row.values.get("to")
    return about == award and (not meant or str(meant) == to)
