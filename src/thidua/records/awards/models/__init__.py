"""What stands in the record of a person or a unit, each entry with the decision that it rests on."""

from thidua.records.awards.models.conduct import Discipline, Leave
from thidua.records.awards.models.entries import Entry, known_on
from thidua.records.awards.models.facts import Fact, Profile
from thidua.records.awards.models.honours import Honour
from thidua.records.awards.models.ratings import Rating
from thidua.records.awards.models.remits import Remit
from thidua.records.awards.models.tenures import Tenure
from thidua.records.awards.models.works import Work

KINDS: tuple[type[Entry], ...] = (Rating, Honour, Work, Discipline, Leave, Fact, Profile, Tenure)

__all__ = [
    "KINDS",
    "Discipline",
    "Entry",
    "Fact",
    "Honour",
    "Leave",
    "Profile",
    "Rating",
    "Remit",
    "Tenure",
    "Work",
    "known_on",
]
