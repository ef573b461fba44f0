"""How many votes a council of so many members has to give for an award, on a day."""

from dataclasses import dataclass
from typing import Any

from thidua.base.law import law
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.law.conditions.groups import Doubt
from thidua.core.law.provisions import Provision
from thidua.core.law.register import Award
from thidua.core.law.votes import vote_of, votes_needed
from thidua.pages.law.days import Day
from thidua.pages.law.words import Cited, cited

USUAL, MOST = 9, 999


@dataclass(frozen=True)
class Council:
    """What one council needs; `present` where so many of its members have to be there."""

    name: str
    percent: int
    needed: int
    present: int | None
    cited: Cited
    doubt: Doubt | None


@dataclass(frozen=True)
class Reckoned:
    """`typed` as it stands in the field; `is_wrong` where it is no number of members, and the usual one is shown."""

    members: int
    typed: str
    councils: list[Council]
    is_wrong: bool = False


def reckoned(request: Any, award: Award, day: Day) -> Reckoned | None:
    """None where no text in force on the day asks for a vote on the award."""
    typed = request.GET.get("thanh-vien", "").replace("\x00", "").strip()[:20]
    is_number = typed.isascii() and typed.isdigit() and 1 <= int(typed) <= MOST
    members = int(typed) if is_number else USUAL
    asked = vote_of(law(), award.code, day.on, yes=0, appointed=members)
    councils = [_council(one.rule, one.needed, members) for one in asked]
    return Reckoned(members, typed or str(USUAL), councils, bool(typed) and not is_number) if councils else None


def _council(rule: Provision, needed: int, members: int) -> Council:
    quorum = rule["quorum"]
    return Council(
        say(Sentence(f"law.council.{rule['council']}")), rule["percent"], needed,
        votes_needed(quorum, members) if quorum else None, cited(law(), rule.source, rule.text), rule.doubt,
    )  # fmt: skip
