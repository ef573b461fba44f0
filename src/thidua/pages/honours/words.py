"""Entries as readers read them: their kind, what they say, by which decision."""

from django.utils.translation import get_language

from thidua.base.days import written
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.law.years import written as written_years
from thidua.core.law.years import years
from thidua.core.names import Name
from thidua.records.awards.models import Discipline, Entry, Fact, Honour, Leave, Profile, Rating, Tenure, Work


def word(key: str) -> str:
    return say(Sentence(key))


def named(name: Name) -> str:
    """A name of the register in the reader's language."""
    return name.within((get_language() or "vi")[:2])


def kind_of(entry: Entry) -> str:
    """What sort of entry it is; titles and forms of commendation are two."""
    if isinstance(entry, Honour):
        return word("honours.kind.title" if entry.year else "honours.kind.form")
    return word(f"row.{entry._meta.model_name}")


def says(entry: Entry) -> str:
    """What the entry says, in one line."""
    if isinstance(entry, Rating):
        return word(f"rating.level.{entry.level}")
    if isinstance(entry, Honour):
        return named(entry.conferred.name)
    if isinstance(entry, Work):
        return entry.name
    if isinstance(entry, Leave):
        return word(f"leave.kind.{entry.kind}")
    if isinstance(entry, Fact | Tenure):
        return named(entry.name)
    if isinstance(entry, Profile):
        sex, group = Sentence(f"profile.sex.{entry.sex}"), Sentence(f"profile.group.{entry.of_group}")
        return say(Sentence("profile.says", sex=sex, group=group))
    assert isinstance(entry, Discipline)
    return word(f"discipline.degree.{entry.degree}")


def more_of(entry: Entry) -> str:
    """What else is to be known: type and years of a form, rank of a work, yes or no, where, from when until when."""
    if isinstance(entry, Honour) and entry.type:
        told = word(f"honour.type.{entry.type}")
        return f"{told}, {written_years(years(entry.rewarded))}" if entry.rewarded else told
    if isinstance(entry, Work):
        return word(f"work.recognised_by.{entry.recognised_by}")
    if isinstance(entry, Fact):
        return word("fact.is_so.yes" if entry.is_so else "fact.is_so.no")
    if isinstance(entry, Discipline):
        return _span(entry)
    if isinstance(entry, Tenure):
        return f"{entry.held_at}, {_span(entry)}" if entry.held_at else _span(entry)
    return ""


def _span(entry: Discipline | Tenure) -> str:
    until = written(entry.until_on) if entry.until_on else "…"
    return f"{written(entry.from_on)} – {until}"


def year_of(entry: Entry) -> int:
    """The year in whose row it stands, of all but a profile."""
    if isinstance(entry, Discipline | Tenure):
        return entry.from_on.year
    assert isinstance(entry, Rating | Honour | Work | Leave | Fact)
    return entry.of_year if isinstance(entry, Honour) else entry.year
