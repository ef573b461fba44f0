"""Conferences with what is on their programme, who is invited and who comes, what is said, what remains,
and its money."""

from thidua.records.councils.models.conferences import Conference, Matter, ProgrammeItem
from thidua.records.councils.models.delegates import Delegate, Invitation
from thidua.records.councils.models.money import Budget, Contribution, EstimateLine, Receipt, Spending
from thidua.records.councils.models.papers import ConferencePaper, Nominated
from thidua.records.councils.models.running import ScriptLine
from thidua.records.councils.models.seats import Seat
from thidua.records.councils.models.talks import Talk

__all__ = [
    "Budget",
    "Conference",
    "ConferencePaper",
    "Contribution",
    "Delegate",
    "EstimateLine",
    "Invitation",
    "Matter",
    "Nominated",
    "ProgrammeItem",
    "Receipt",
    "ScriptLine",
    "Seat",
    "Spending",
    "Talk",
]
