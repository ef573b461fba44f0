"""Questions about reports, what stands of them, and what is behind a figure."""

from thidua.records.results.queries.reports import (
    corrections_waiting,
    has_reported,
    is_on_behalf,
    lines_of,
    on_behalf_in,
    report_of,
    reports_of,
    reports_waiting,
)
from thidua.records.results.queries.standing import facts_of, results_behind, results_of_year, year_facts

__all__ = [
    "corrections_waiting",
    "facts_of",
    "has_reported",
    "is_on_behalf",
    "lines_of",
    "on_behalf_in",
    "report_of",
    "reports_of",
    "reports_waiting",
    "results_behind",
    "results_of_year",
    "year_facts",
]
