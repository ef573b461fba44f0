"""A draft of one standard: the rule as it is written now, with other figures or other words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from thidua.base.law import library_drafted
from thidua.core.law.library import Library
from thidua.core.law.standard import Standard

FIGURE = re.compile(r"\b(years|times|consecutive|months|at_least|at_most|over): (\d+)\b")


@dataclass(frozen=True)
class Figure:
    """A figure of a rule, as the `nth` of them, with the line in which it stands."""

    nth: int
    word: str
    value: str
    line: str

    @property
    def name(self) -> str:
        return f"so-{self.nth}"

    @property
    def label(self) -> str:
        return {
            "years": _("Số năm liên tục"),
            "times": _("Số lần"),
            "consecutive": _("Số năm liên tiếp"),
            "months": _("Số tháng"),
            "at_least": _("Ít nhất"),
            "at_most": _("Nhiều nhất"),
            "over": _("Trên"),
        }[self.word]


def figures_in(rule: str) -> Iterator[Figure]:
    for nth, found in enumerate(FIGURE.finditer(rule)):
        line = rule[rule.rfind("\n", 0, found.start()) + 1 :].split("\n", 1)[0]
        yield Figure(nth, found[1], found[2], line.strip(" -"))


def with_figures(rule: str, typed: Mapping[str, str]) -> str:
    """The rule with what was typed in place of its figures, whatever it is: the reader of rules says what is wrong."""
    nth = iter(range(len(rule)))
    return FIGURE.sub(lambda found: f"{found[1]}: {typed.get(f'so-{next(nth)}', '').strip() or found[2]}", rule)


def drafted(standard: Standard, rule: str) -> Library:
    """The law with the rule in place of a standard, in the same text and on the same days. Raises LawError."""
    return _drafted(standard.file, rule)


@lru_cache(maxsize=4)
def _drafted(file: str, rule: str) -> Library:
    """Kept while its parts are reckoned."""
    return library_drafted({file: rule})
