"""A draft of one standard: the rule as it is written now, with other figures or other words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _

from thidua.base.law import library_drafted
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.law.history import Level, Recognition
from thidua.core.law.library import Library
from thidua.core.law.standard import Standard
from thidua.core.law.texts import Text

LEVELS = [level.name for level in reversed(Level) if level is not Level.NONE]
RANKS = [rank.value for rank in Recognition]
FIGURE = re.compile(
    r"\b(years|times|consecutive|months|at_least|at_most|over|recognised_by): "
    rf"(\d+|{'|'.join((*LEVELS, *RANKS))})\b"
)
LONGEST = max(map(len, (*LEVELS, *RANKS)))
DRAFT = "DT1"
# What can be added to any standard under its `all:`, for who has nothing to change in it.
ADDED = (
    "  - rated: {at_least: HTT}",
    "  - titled: {title: CSTDCS, consecutive: 2}",
    "  - initiative: {recognised_by: base, when: year}",
)


@dataclass(frozen=True)
class Figure:
    """A figure of a rule, or a level or rank in it, as the `nth` of them, with the line in which it stands."""

    nth: int
    word: str
    value: str
    line: str

    @property
    def name(self) -> str:
        return f"so-{self.nth}"

    @property
    def options(self) -> list[tuple[str, str]]:
        """What may stand in its place; of a number nothing is offered."""
        if self.value in LEVELS:
            return [(level, say(Sentence(f"law.rating.{level}"))) for level in LEVELS]
        if self.value in RANKS:
            return [(rank, say(Sentence(f"work.recognised_by.{rank}"))) for rank in RANKS]
        return []

    @property
    def label(self) -> str:
        if self.value in LEVELS:
            return _("Xếp loại ít nhất")
        return {
            "years": _("Số năm liên tục"),
            "times": _("Số lần"),
            "consecutive": _("Số năm liên tiếp"),
            "months": _("Số tháng"),
            "at_least": _("Ít nhất"),
            "at_most": _("Nhiều nhất"),
            "over": _("Trên"),
            "recognised_by": _("Cấp công nhận"),
        }[self.word]


def figures_in(rule: str) -> Iterator[Figure]:
    for nth, found in enumerate(FIGURE.finditer(rule)):
        line = rule[rule.rfind("\n", 0, found.start()) + 1 :].split("\n", 1)[0]
        yield Figure(nth, found[1], found[2], line.strip(" -"))


def with_figures(rule: str, typed: Mapping[str, str]) -> str:
    """The rule with what was typed in place of its figures, whatever it is: the reader of rules says what is wrong."""
    nth = iter(range(len(rule)))

    def put(found: re.Match[str]) -> str:
        return f"{found[1]}: {typed.get(f'so-{next(nth)}', '').strip()[:LONGEST] or found[2]}"

    return FIGURE.sub(put, rule)


def text_file(amended: Text, on: date) -> str:
    """The `text.yaml` of a draft in place of what a text asks, from a day on; of the same authority."""
    lines = [
        f"text: {DRAFT}",
        "name: {vi: Dự thảo, en: Draft}",
        "about: {vi: Thử đổi tiêu chuẩn, en: A trial of other standards}",
        "rank: draft",
        f"from: {on.isoformat()}",
        f"amends: [{amended.code}]",
    ]
    if amended.details:
        lines.append(f"details: [{', '.join(amended.details)}]")
    if amended.authority:
        lines.append(f"authority: {amended.authority}")
    return "\n".join(lines)


def drafted(standard: Standard, rule: str) -> Library:
    """The law with the rule in place of a standard, in the same text and on the same days. Raises LawError."""
    return _drafted(standard.file, rule)


@lru_cache(maxsize=4)
def _drafted(file: str, rule: str) -> Library:
    """Kept while its parts are reckoned."""
    return library_drafted({file: rule})
