"""Writes an initiative with its authors and papers, and sees that it is whole before it is handed in."""

from collections.abc import Sequence
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.answer import NotPossible, Sentence
from thidua.core.texts import composed
from thidua.records.journal.models import HasToken
from thidua.records.papers.steps import Shown, papers_of_unit
from thidua.records.results.models import Author, Initiative, InitiativePaper
from thidua.records.results.steps.lines import require_shown
from thidua.records.results.told import InitiativeTold

WHOLE = 100


def write_initiative(initiative: Initiative, told: InitiativeTold, *, at: datetime) -> None:
    """All that is told, authors anew; a draft may still lack much of it.

    Raises NotPossible for one without a title, with a day that has not come, or with shares above a hundred.
    """
    faults = []
    if not told.title.strip():
        faults.append(Sentence("initiative.needs_title"))
    if told.applied_on is not None and told.applied_on > local_day(at):
        faults.append(Sentence("initiative.not_applied_yet", on=told.applied_on))
    faults += [
        Sentence("initiative.share_of_hundred", name=author.name)
        for author in told.authors
        if not 1 <= author.share_percent <= WHOLE
    ]
    if (total := sum(author.share_percent for author in told.authors)) > WHOLE:
        faults.append(Sentence("initiative.shares_above", total=total))
    if faults:
        raise NotPossible(*faults)
    initiative.title, initiative.field, initiative.applied_on = (
        composed(told.title.strip()),
        told.field,
        told.applied_on,
    )
    initiative.description, initiative.benefit = composed(told.description.strip()), composed(told.benefit.strip())
    initiative.save()
    initiative.authors.all().delete()
    Author.objects.bulk_create(
        Author(
            initiative=initiative, position=place, name=composed(author.name.strip()), person=author.person,
            share_percent=author.share_percent,
        )
        for place, author in enumerate(told.authors, 1)
    )  # fmt: skip


def put_beside(initiative: Initiative, shown: Sequence[Shown], *, at: datetime) -> list[InitiativePaper]:
    """Papers that show it. Raises NotPossible for one with neither number and day nor file, or from a later day."""
    for one in shown:
        require_shown(one, on=local_day(at))
    papers = papers_of_unit(initiative.membership.unit, list(shown))
    return InitiativePaper.objects.bulk_create(
        InitiativePaper(initiative=initiative, paper=paper, added_at=at) for paper in papers
    )


def require_whole(initiative: Initiative) -> None:
    """Raises NotPossible with everything that is still missing."""
    missing = {
        "initiative.needs_day": initiative.applied_on,
        "initiative.needs_description": initiative.description,
        "initiative.needs_benefit": initiative.benefit,
        "initiative.needs_paper": initiative.papers.filter(withdrawn_at=None).exists(),
    }
    faults = [Sentence(key) for key, there in missing.items() if not there]
    total = sum(initiative.authors.values_list("share_percent", flat=True))
    if total != WHOLE:
        faults.append(Sentence("initiative.shares_not_whole", total=total))
    if faults:
        raise NotPossible(*faults)


def subjects_of(initiative: Initiative) -> list[HasToken]:
    return [initiative, initiative.membership.unit]
