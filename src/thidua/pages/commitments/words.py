"""How titles are named on pages: in the reader's language, with to whom they go."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua.core.titles import To
from thidua.records.seasons.models import RegisteredTitle
from thidua.records.seasons.queries.titles import Offered


@dataclass(frozen=True)
class Named:
    """A title with how many of it: `field` is what its field is called, `to` a code and `goes_to` its word."""

    field: str
    name: str
    to: str
    goes_to: str
    count: int


def offered_in_words(offered: Iterable[Offered]) -> list[Named]:
    language = get_language() or ""
    return [
        Named(one.title.key, one.title.name.within(language), one.title.to, goes_to(one.title.to), one.count)
        for one in offered
    ]


def registered_in_words(registered: Iterable[tuple[RegisteredTitle, int]]) -> list[Named]:
    english = get_language() == "en"
    return [
        Named(row.key, row.name_en if english else row.name, row.to, goes_to(row.to), count)
        for row, count in registered
    ]


def audiences() -> list[tuple[str, str]]:
    """Those who are honoured, with the word for them."""
    return [(to.value, goes_to(to)) for to in To]


def goes_to(to: str) -> str:
    return {To.COLLECTIVE.value: _("Tập thể"), To.INDIVIDUAL.value: _("Cá nhân")}[to]
