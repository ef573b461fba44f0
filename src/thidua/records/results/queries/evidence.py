"""Questions about evidence that is kept once: the papers of a unit, and how many lines each of them shows."""

from django.db.models import Count, Q, QuerySet

from thidua.records.directory.models import Unit
from thidua.records.papers.models import Paper


def papers_at_hand(unit: Unit, search: str = "") -> QuerySet[Paper]:
    """What was named in the unit's affairs, newest first; `shown` counts the lines of reports that each shows."""
    found = Paper.objects.filter(unit=unit).select_related("file")
    if search:
        found = found.filter(Q(number__icontains=search) | Q(title__icontains=search) | Q(issuer__icontains=search))
    shown = Count("evidence", filter=Q(evidence__withdrawn_at=None))
    return found.annotate(shown=shown).order_by("-dated_on", "-pk")
