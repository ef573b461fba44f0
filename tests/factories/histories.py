"""Histories made at random, and texts of law for tests of the reader."""

from datetime import date
from random import Random

from thidua.core.law.history import (
    AwardType,
    Conferred,
    Discipline,
    History,
    Kind,
    Level,
    Members,
    Period,
    Recognition,
    Work,
)
from thidua.core.law.years import Years, years

TITLES_OF = {
    Kind.INDIVIDUAL: (("LDTT", 0.9), ("CSTT", 0.05), ("CSTDCS", 0.5), ("CSTD_BO", 0.15), ("CSTDTQ", 0.03)),
    Kind.COLLECTIVE: (("TTLDTT", 0.8), ("TTLDXS", 0.5), ("CO_BO", 0.2), ("CO_CP", 0.1)),
    Kind.HOUSEHOLD: (("GDVH", 0.8),),
}
FORMS = ("BK_BO", "BK_TTG", "HCLD_BA", "HCLD_NHI")
TYPES = (AwardType.MERIT, AwardType.MERIT, AwardType.MOVEMENT, AwardType.AD_HOC, AwardType.UNKNOWN)
RATED = ((Level.NONE, 2), (Level.KHT, 2), (Level.HT, 6), (Level.HTT, 50), (Level.HTXS, 40))
FACTS = ("movement", "leads_central", "exceeds", "flag_standard", "conduct", "united")


def a_history(chance: Random, kind: Kind = Kind.INDIVIDUAL) -> History:
    """Of somebody who may have been honoured much or little; every fact that rules ask about turns up in some."""
    first = chance.randint(2006, 2022)
    last = chance.randint(first, 2026)
    span = range(first, last + 1)

    def some(share: float) -> Years:
        return years(year for year in span if chance.random() < share)

    def a_day() -> date:
        return date(chance.choice(span), chance.randint(1, 12), chance.randint(1, 28))

    def a_work() -> Work:
        used = chance.choice([(), (), (), ("CSTDCS",), ("BK_BO",), ("CSTDCS", "CSTD_BO")])
        return Work(chance.choice(span), chance.choice(list(Recognition)), used)

    levels, weights = [level for level, _ in RATED], [weight for _, weight in RATED]
    merit = chance.random() * 2
    return History(
        kind=kind,
        ratings={year: chance.choices(levels, weights)[0] for year in span if chance.random() < 0.97},
        titles={code: some(min(share * merit, 1)) for code, share in TITLES_OF[kind]},
        forms=tuple(
            Conferred(form, a_day(), chance.choice(TYPES), some(0.1))
            for form in FORMS
            for _ in range(chance.randint(0, 2))
        ),
        initiatives=tuple(a_work() for _ in range(chance.randint(0, 6))),
        research=tuple(a_work() for _ in range(chance.choice([0, 0, 1, 2]))),
        disciplines=tuple(_a_discipline(chance, year) for year in span if chance.random() < 0.01),
        pending=tuple(Period(date(year, 3, 1)) for year in span if chance.random() < 0.005),
        excused=some(0.03),
        inherited=some(0.01),
        leads=some(0.2),
        members={year: _members(chance) for year in span if chance.random() < 0.9},
        stated={word: some(0.3) for word in FACTS},
        denied={word: some(0.02) for word in FACTS},
        joined_on=a_day() if chance.random() < 0.3 else None,
        founded_on=a_day() if chance.random() < 0.6 else None,
        dissolved_on=a_day() if chance.random() < 0.02 else None,
        succeeded=chance.random() < 0.5,
        group=chance.choice(["civil", "civil", "civil", "worker", "armed"]),
    )


def _a_discipline(chance: Random, year: int) -> Discipline:
    return Discipline(date(year, 3, 1), chance.choice([None, date(year + 1, 3, 1), date(year, 12, 31)]))


def _members(chance: Random) -> Members:
    count = chance.randint(3, 40)
    complete = count - chance.choice([0, 0, 0, 1])
    figures = [chance.randint(count // 2, count), chance.randint(0, 3), chance.choice([0, 0, 1])]
    known = [figure if chance.random() < 0.95 else None for figure in figures]
    return Members(count, complete, *known)
