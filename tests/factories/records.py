"""Records of people made at random: every kind of entry, some withdrawn, works that were used."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from tests.factories.seasons import NOON
from thidua.core.law.history import GROUPS, AwardType, Level, Recognition
from thidua.records.awards.models import Discipline, Entry, Fact, Honour, Leave, Profile, Rating, Work
from thidua.records.directory.models import Person, Post, Unit

YEARS = range(2008, 2027)
TITLES = (("LDTT", 0.8), ("CSTDCS", 0.4), ("CSTD_BO", 0.1))
WORDS = ("conduct", "feat_BK_BO")
FORMS = ("GK", "BK_BO", "BK_TTG", "HCLD_BA")


def people_with_records(units: Sequence[Unit], number: int, chance: Random) -> list[Person]:
    """Each with a post in one of the units, or in two."""
    people = [Person(full_name=f"Người {n}", is_made_up=True).fold() for n in range(number)]
    Person.objects.bulk_create(people)
    Post.objects.bulk_create(_post(one, units, chance) for one in people for _ in range(chance.choice([1, 1, 2])))
    for one in people:
        _fill(one, chance)
    return people


def _post(person: Person, units: Sequence[Unit], chance: Random) -> Post:
    from_on = chance.choice([None, _day(chance)])
    until_on = chance.choice([None, None, date(2026, 12, 31)])
    return Post(
        person=person, unit=chance.choice(units), kind="staff", title="Chuyên viên", from_on=from_on, until_on=until_on
    )


def _fill(person: Person, chance: Random) -> None:
    own = _Own(person, chance)
    merit = chance.random() * 2
    for year in YEARS:
        if chance.random() < 0.9:
            own.keep(Rating, year=year, level=chance.choice([*Level, Level.HTXS, Level.HTT, Level.HTT]).name)
        if chance.random() < 0.05:
            own.keep(Leave, year=year, kind="study")
    works = [own.keep(Work, **_work(chance)) for _ in range(chance.randint(0, 5))]
    honours = [
        own.keep(Honour, award=award, year=year)
        for award, share in TITLES
        for year in YEARS
        if chance.random() < share * merit
    ]
    honours += [own.keep(Honour, **_form(chance)) for _ in range(chance.randint(0, 4))]
    for honour in honours:
        if works and chance.random() < 0.2:
            honour.works.add(chance.choice(works))
    if chance.random() < 0.2:
        own.keep(Discipline, **_discipline(chance))
    for word in WORDS:
        if chance.random() < 0.3:
            own.keep(Fact, word=word, year=chance.choice(YEARS), is_so=chance.random() < 0.7)
    if chance.random() < 0.3:
        own.keep(Profile, sex=chance.choice(list(Profile.Sex)), of_group=chance.choice(GROUPS))


def units_with_records(units: Sequence[Unit], chance: Random) -> None:
    for unit in units:
        own = _Own(unit, chance)
        for year in YEARS:
            if chance.random() < 0.4:
                own.keep(Rating, year=year, level=chance.choice([*Level, Level.HTXS, Level.HTT]).name)
            if chance.random() < 0.3:
                own.keep(Honour, award=chance.choice(["TTLDTT", "TTLDXS"]), year=year)
        for _ in range(chance.randint(0, 2)):
            own.keep(Honour, **_form(chance))
        for word in (*WORDS, "leads"):
            if chance.random() < 0.5:
                own.keep(Fact, word=word, year=chance.choice(YEARS), is_so=chance.random() < 0.7)


class _Own:
    """Writes entries of one person or unit, some of them withdrawn again."""

    def __init__(self, whose: Person | Unit, chance: Random) -> None:
        self.whose, self.chance = {"unit" if isinstance(whose, Unit) else "person": whose}, chance

    def keep(self, of: type[Entry], **told: Any) -> Any:
        decided_on = _day(self.chance) if self.chance.random() < 0.5 else None
        withdrawn_at = NOON if self.chance.random() < 0.05 else None
        common = {"decided_on": decided_on, "source": "Sổ", "entered_at": NOON, "entered_by": {}}
        return of._default_manager.create(**common | told, **self.whose, withdrawn_at=withdrawn_at)


def _day(chance: Random) -> date:
    return date(chance.choice(YEARS), chance.randint(1, 12), chance.randint(1, 28))


def _work(chance: Random) -> dict[str, Any]:
    kind = chance.choice([Work.Kind.INITIATIVE, Work.Kind.INITIATIVE, Work.Kind.RESEARCH])
    rank = chance.choice(list(Recognition))
    return {"kind": kind, "year": chance.choice(YEARS), "name": "Sổ điện tử", "recognised_by": rank.value}


def _form(chance: Random) -> dict[str, Any]:
    return {
        "award": chance.choice(FORMS),
        "decided_on": _day(chance),
        "number": str(chance.random()),
        "type": chance.choice(list(AwardType)).value,
        "rewarded": chance.choice([[], [2019, 2020]]),
    }


def _discipline(chance: Random) -> dict[str, Any]:
    began = _day(chance)
    until = chance.choice([None, date(began.year + 1, 2, 1), date(began.year, 12, 31)])
    return {"degree": chance.choice(list(Discipline.Degree)), "from_on": began, "until_on": until}
