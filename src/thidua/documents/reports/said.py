"""What one field of a report says and where it comes from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from thidua.core.papers import FieldKind, PaperKind

SOURCES = "_sources"  # beside the fields, where no template reads
NOTHING = "Không phát sinh"


@dataclass(frozen=True)
class Said:
    """`value` for a field; `source` in words, with the page that shows it by the name and words of its address."""

    value: Any
    source: str = ""
    place: str = ""
    slugs: tuple[str, ...] = ()


Facts = TypeVar("Facts")
Parts = Mapping[str, Callable[[Facts], Said]]


def fields_by(parts: Parts[Facts], kind: PaperKind, facts: Facts) -> dict[str, Any]:
    """Every field of an outline that nobody types, by the part of its name; and their sources, each once.

    Raises KeyError for a field that no part fills, which a test looks for.
    """
    told = {field.name: parts[field.name](facts) for field in kind.fields.values() if not field.is_typed}
    fields: dict[str, Any] = {}
    for name, said in told.items():
        is_table = kind.fields[name].kind is FieldKind.TABLE
        fields[name] = said.value or _nothing(kind, name) if is_table else said.value
    return fields | {SOURCES: _sources(kind, told)}


def _sources(kind: PaperKind, told: Mapping[str, Said]) -> list[dict[str, Any]]:
    """Each source once, with the fields that come from it."""
    found: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for name, said in told.items():
        if said.source:
            found.setdefault((said.source, said.place, said.slugs), []).append(name)
    return [
        {"fields": names, "text": text, "place": place, "slugs": list(slugs)}
        for (text, place, slugs), names in found.items()
    ]


def sources_in(filled: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = filled.get(SOURCES, ())
    return found


def _nothing(kind: PaperKind, name: str) -> list[dict[str, str]]:
    """A table says in words that there is nothing to tell."""
    columns = kind.fields[name].columns or {}
    return [{next(one for one in ("ten", "don_vi") if one in columns): NOTHING}]
