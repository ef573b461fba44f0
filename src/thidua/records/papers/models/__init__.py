"""Official papers: those that others refer to; those that a season makes, with their numbers and templates."""

from thidua.records.papers.models.cited import Paper
from thidua.records.papers.models.official import (
    AdoptedTemplate,
    AllowedLetterhead,
    Letterhead,
    MadePdf,
    NumberTaken,
    OfficialPaper,
    UnitPdf,
)

__all__ = [
    "AdoptedTemplate",
    "AllowedLetterhead",
    "Letterhead",
    "MadePdf",
    "NumberTaken",
    "OfficialPaper",
    "Paper",
    "UnitPdf",
]
