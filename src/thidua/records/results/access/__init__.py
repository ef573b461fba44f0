"""Who may do what with results, and who may see inspections, exemplars and initiatives."""

from thidua.records.results.access.reports import may, may_correct_on_behalf, may_support, reads_drafts_of

__all__ = ["may", "may_correct_on_behalf", "may_support", "reads_drafts_of"]
