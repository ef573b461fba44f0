"""Conferences with what is on their programme, who is invited and who comes, what is said and what remains."""

from thidua.records.councils.models.conferences import Conference, Matter, ProgrammeItem
from thidua.records.councils.models.delegates import Delegate, Invitation
from thidua.records.councils.models.papers import ConferencePaper, Nominated
from thidua.records.councils.models.running import ScriptLine
from thidua.records.councils.models.seats import Seat
from thidua.records.councils.models.talks import Talk

__all__ = [
    "Conference",
    "ConferencePaper",
    "Delegate",
    "Invitation",
    "Matter",
    "Nominated",
    "ProgrammeItem",
    "ScriptLine",
    "Seat",
    "Talk",
]
