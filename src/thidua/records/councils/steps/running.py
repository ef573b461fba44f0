"""Writes the running order; the papers of a conference; who was nominated."""

from collections.abc import Sequence

from thidua.base.days import local_day
from thidua.core.answer import NotPossible, Sentence
from thidua.core.texts import composed
from thidua.records.councils.models import Conference, ConferencePaper, Matter, Nominated, ScriptLine
from thidua.records.councils.plan import NominatedTold, PaperTold, ScriptPlan


def write_script(conference: Conference, lines: Sequence[ScriptPlan]) -> None:
    """In the order of the minutes; lines of the same minute stay as they were typed.

    Raises NotPossible naming lines of another day.
    """
    first, last = local_day(conference.starts_at), local_day(conference.ends_at)
    faults = [
        Sentence("conference.line_outside", n=n, first=first, last=last)
        for n, one in enumerate(lines, 1)
        if not first <= local_day(one.at) <= last
    ]
    if faults:
        raise NotPossible(*faults)
    conference.script.all().delete()
    ScriptLine.objects.bulk_create(
        ScriptLine(
            conference=conference, position=place, at=one.at, speaker=composed(one.speaker),
            words=composed(one.words), cue=composed(one.cue),
        )
        for place, one in enumerate(sorted(lines, key=lambda one: one.at), 1)
    )  # fmt: skip


def write_paper(paper: ConferencePaper, told: PaperTold) -> None:
    """A file that was kept before stays where none comes."""
    paper.text, paper.number = composed(told.text), composed(told.number)
    paper.dated_on, paper.file = told.dated_on, told.file or paper.file
    paper.save()


def write_nominated(matter: Matter, rows: Sequence[NominatedTold]) -> None:
    """Raises NotPossible naming who has more votes than were cast."""
    faults = [Sentence("conference.more_votes_than_cast", name=one.name) for one in rows if one.votes > one.of]
    if faults:
        raise NotPossible(*faults)
    matter.nominated.all().delete()
    Nominated.objects.bulk_create(
        Nominated(
            matter=matter, position=place, name=composed(one.name), what=composed(one.what), votes=one.votes, of=one.of
        )
        for place, one in enumerate(rows, 1)
    )
