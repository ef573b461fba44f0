"""Conferences with what is on their programme, who is invited and who comes, what is said and what remains."""

from thidua.records.councils.models.conferences import Conference, Matter, ProgrammeItem
from thidua.records.councils.models.delegates import Delegate, Invitation

__all__ = ["Conference", "Delegate", "Invitation", "Matter", "ProgrammeItem"]
