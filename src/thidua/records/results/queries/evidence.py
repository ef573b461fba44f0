"""Questions about evidence that is kept once: the papers of a unit, and how many lines each of them shows."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from thidua.records.directory.models import Unit
from thidua.records.papers.models import Paper
from thidua.records.results.models import Evidence, Report


def shown_in(report: Report) -> set[tuple[int, str, date | None]]:
    """Documents that stand beside the lines of a report, by the line's key, number and day."""
    standing = Evidence.objects.filter(result__report=report, withdrawn_at=None)
    return set(standing.values_list("result", "paper__number", "paper__dated_on"))


def papers_at_hand(unit: Unit, search: str = "") -> QuerySet[Paper]:
    """What was named in the unit's affairs, newest first; `shown` counts the lines of reports that each shows."""
    found = Paper.objects.filter(unit=unit).select_related("file")
    if search:
        found = found.filter(Q(number__icontains=search) | Q(title__icontains=search) | Q(issuer__icontains=search))
    shown = Count("evidence", filter=Q(evidence__withdrawn_at=None))
    return found.annotate(shown=shown).order_by("-dated_on", "-pk")
