"""Papers that other records refer to."""

from datetime import date

from thidua.records.papers.models import Paper


def paper_of(*, title: str, number: str, dated_on: date | None, issuer: str = "") -> Paper:
    """The paper of that number, day and issuer, written down once."""
    found, _ = Paper.objects.get_or_create(number=number, dated_on=dated_on, issuer=issuer, defaults={"title": title})
    return found
