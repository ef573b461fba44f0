"""Awards in a list, each for one kind of those honoured, as an address asks for them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from thidua.base.law import law, register
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.law.history import Kind
from thidua.core.law.register import Award, Level
from thidua.core.texts import folded
from thidua.pages.law.days import Day
from thidua.pages.law.words import KINDS, kind_name, named

SORTS = {"danh-hieu": True, "hinh-thuc": False}  # whether it is a title


@dataclass(frozen=True)
class For:
    """An award for one kind of those honoured; whether some text says on the day what is asked."""

    to: Kind
    href: str
    has_standard: bool

    @property
    def kind(self) -> str:
        return kind_name(self.to)


@dataclass(frozen=True)
class Listed:
    """An award with those for whom it is asked about."""

    award: Award
    kinds: tuple[For, ...]

    @property
    def name(self) -> SafeString:
        return named(self.award.name)

    @property
    def href(self) -> str:
        return self.kinds[0].href

    @property
    def level(self) -> str:
        return say(Sentence(f"law.award_level.{self.award.level}"))

    @property
    def with_standard(self) -> list[str]:
        return [one.kind for one in self.kinds if one.has_standard]

    @property
    def has_all(self) -> bool:
        return all(one.has_standard for one in self.kinds)


def address_of(award: Award, to: Kind) -> str:
    """The page of an award; for the kind that it names first without a word of it."""
    there = reverse("law_award", args=(award.code,))
    return there if award.to[0] is to else f"{there}?cho={KINDS[to]}"


def address_on(award: Award, to: Kind, on: date) -> str:
    """The same page, of a day."""
    there = address_of(award, to)
    return f"{there}{'&' if '?' in there else '?'}ngay={on.isoformat()}"


@dataclass(frozen=True)
class Wanted:
    """The list as an address asks for it."""

    words: str
    kind: str
    sort: str
    level: str

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words or self.kind or self.sort or self.level)

    def holds(self, award: Award, to: Kind) -> bool:
        texts = (award.code, award.name.vi, award.name.en)
        return (
            (not self.words or any(folded(self.words) in folded(text) for text in texts))
            and (not self.kind or KINDS[to] == self.kind)
            and (not self.sort or SORTS[self.sort] is award.is_title)
            and (not self.level or award.level == self.level)
        )


def wanted_by(request: Any) -> Wanted:
    def one_of(name: str, offered: Any) -> str:
        given = request.GET.get(name, "")
        return given if given in offered else ""

    words = str(request.GET.get("q", "")).replace("\x00", "").strip()[:100]
    return Wanted(words, one_of("cho", KINDS.values()), one_of("loai", SORTS), one_of("cap", set(Level)))


def listed(wanted: Wanted, day: Day) -> list[Listed]:
    known = {to: set(law().awards_on(day.on, to)) for to in Kind}
    return [
        Listed(award, tuple(For(to, address_of(award, to), award.code in known[to]) for to in kinds))
        for award in register().values()
        if (kinds := [to for to in award.to if wanted.holds(award, to)])
    ]
