"""Tables of results: reports and their evidence, inspections, exemplars, initiatives, participation, chapters."""

from thidua.records.results.models.chapters import ActivityPhoto, ChapterActivity
from thidua.records.results.models.exemplars import Exemplar, ExemplarNote, Replication
from thidua.records.results.models.initiatives import Author, Initiative, InitiativePaper
from thidua.records.results.models.inspections import (
    FindingFile,
    Inspection,
    InspectionContent,
    InspectionTeam,
    Mending,
    TeamMember,
    Visit,
    VisitFinding,
)
from thidua.records.results.models.participation import DeclaredTotal, JoinCode, Participation
from thidua.records.results.models.reports import Correction, Evidence, Measure, Report, Result
from thidua.records.results.models.written import LaterDay, WrittenReport

__all__ = [
    "ActivityPhoto",
    "Author",
    "ChapterActivity",
    "Correction",
    "DeclaredTotal",
    "Evidence",
    "Exemplar",
    "ExemplarNote",
    "FindingFile",
    "Initiative",
    "InitiativePaper",
    "Inspection",
    "InspectionContent",
    "InspectionTeam",
    "JoinCode",
    "LaterDay",
    "Measure",
    "Mending",
    "Participation",
    "Replication",
    "Report",
    "Result",
    "TeamMember",
    "Visit",
    "VisitFinding",
    "WrittenReport",
]
