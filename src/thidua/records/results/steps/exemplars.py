"""Writes down what is told of an exemplar, and lines of its book."""

from collections.abc import Mapping
from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.texts import composed
from thidua.core.workflow.exemplars import NoteKind
from thidua.records.directory.models import Unit
from thidua.records.journal.models import HasToken
from thidua.records.papers.models import Paper
from thidua.records.papers.steps import Shown, papers_of_unit
from thidua.records.results.models import Exemplar, ExemplarNote
from thidua.records.results.steps.lines import require_shown
from thidua.records.results.told import ExemplarTold


def write_down(exemplar: Exemplar, told: ExemplarTold) -> None:
    """Name, place, field and deed; the caller saves. Raises NotPossible for an empty name or deed."""
    faults = [
        Sentence(key)
        for key, text in (("exemplar.needs_name", told.name), ("exemplar.needs_deed", told.did))
        if not text.strip()
    ]
    if faults:
        raise NotPossible(*faults)
    exemplar.kind, exemplar.person, exemplar.field = told.kind, told.person, told.field
    exemplar.name, exemplar.post = composed(told.name.strip()), composed(told.post.strip())
    exemplar.did = composed(told.did.strip())
    exemplar.goal, exemplar.mentor = composed(told.goal.strip()), composed(told.mentor.strip())


def write_note(
    exemplar: Exemplar, kind: NoteKind, text: str, on: date, shown: Shown | None, *, by: Mapping[str, str], at: datetime
) -> ExemplarNote:
    """A line of the book. Raises NotPossible for nothing said, a later day, or evidence without a paper."""
    if not text.strip():
        raise refuse("exemplar.needs_words")
    if on > local_day(at):
        raise refuse("evidence.from_later", dated_on=on)
    if kind is NoteKind.EVIDENCE and shown is None:
        raise refuse("evidence.needs_number_or_file")
    return ExemplarNote.objects.create(
        exemplar=exemplar, kind=kind.value, on=on, text=composed(text.strip()), at=at, by=dict(by),
        paper=paper_shown(exemplar.membership.unit, shown, at=at),
    )  # fmt: skip


def paper_shown(unit: Unit, shown: Shown | None, *, at: datetime) -> Paper | None:
    if shown is None:
        return None
    require_shown(shown, on=local_day(at))
    [paper] = papers_of_unit(unit, [shown])
    return paper


def subjects_of(exemplar: Exemplar) -> list[HasToken]:
    return [exemplar, exemplar.membership.unit]
