"""By whose own texts somebody is asked about: the authorities of the unit, or the nation's law alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from thidua.base.law import law
from thidua.records.directory.models import Unit


@dataclass(frozen=True)
class Road:
    """The one that is gone, by its authority's code, of those there are; nothing for the nation's law alone."""

    code: str
    options: tuple[tuple[str, str], ...]

    @property
    def wanted(self) -> str | None:
        """What was chosen, as a sweep is asked; None where there is nothing to choose."""
        return self.code if self.options else None

    @property
    def query(self) -> str:
        """For links that stay on the same road."""
        return f"&co-quan={self.code}" if self.options else ""


OWN_FIRST = Road("", ())  # where there is nothing to choose: everybody by the own


def road_of(request: Any, roads: tuple[str, ...]) -> Road:
    """`co-quan=` of those there are, or empty; where it is not said, the first."""
    if not roads:
        return OWN_FIRST
    names = authority_names(roads)
    typed = request.GET.get("co-quan", roads[0])
    return Road(typed if typed in roads or not typed else roads[0], tuple((code, names[code]) for code in roads))


def authority_names(codes: Iterable[str]) -> dict[str, str]:
    """By the unit that has the code, else by its latest text; one query."""
    codes = list(codes)
    units = dict(Unit.objects.filter(code__in=codes).values_list("code", "name"))
    return {code: units.get(code) or _by_text(code) for code in codes}


def _by_text(code: str) -> str:
    own = [text for text in law().texts.values() if text.authority == code]
    latest = max(own, key=lambda text: text.start, default=None)
    return latest.name.vi if latest else code
