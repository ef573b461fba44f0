"""Acts on what is said and what remains: the running order, minutes and conclusions, who was nominated."""

from collections.abc import Sequence
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.workflow.conferences import ConferenceMove, ConferenceState, MatterKind
from thidua.records.councils.actions.holding import hold
from thidua.records.councils.models import Conference, ConferencePaper, Matter
from thidua.records.councils.plan import NominatedTold, PaperTold, ScriptPlan
from thidua.records.councils.queries.conferences import invitations_of
from thidua.records.councils.steps.conferences import slugs, subjects
from thidua.records.councils.steps.running import write_nominated, write_paper, write_script
from thidua.records.desk.steps.notices import notify_units
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record


@act
def set_script(
    conference: Conference, *, lines: Sequence[ScriptPlan], seen_version: int, by: Actor, at: datetime, key: str
) -> Conference:
    """The running order.

    Raises NotPossible naming lines of another day, if someone has saved since, or once it was held.
    """
    conference = hold(conference, "conference.plan", ConferenceMove.PLAN, by, at)
    conference.expect(seen_version)
    write_script(conference, lines)
    conference.turn()
    conference.save(update_fields=["version"])
    body = {"lines": [[one.at.isoformat(), one.speaker, one.words, one.cue] for one in lines]}
    record("conference.script_set", by=by, at=at, subjects=subjects(conference), body=body)
    return conference


@act
def keep_paper(
    conference: Conference, *, kind: str, told: PaperTold, seen_version: int, by: Actor, at: datetime, key: str
) -> ConferencePaper:
    """Minutes or conclusions are written, and later get the number, day and file that the office gave them.

    Raises NotPossible before the conference was held, for a number without a day, or a day before it.
    """
    conference = hold(conference, "conference.plan", ConferenceMove.WRITE, by, at)
    if bool(told.number) != (told.dated_on is not None):
        raise refuse("conference.number_and_day")
    if told.dated_on is not None and not local_day(conference.starts_at) <= told.dated_on <= local_day(at):
        raise refuse("conference.paper_of_another_day", first=local_day(conference.starts_at), last=local_day(at))
    paper = conference.papers.filter(kind=kind).first() or ConferencePaper(conference=conference, kind=kind, version=0)
    paper.expect(seen_version)
    paper.turn()
    write_paper(paper, told)
    body = {"kind": kind, "number": told.number, "text": told.text, "file": paper.file.sha256 if paper.file else ""}
    record("conference.paper_kept", by=by, at=at, subjects=[paper, *subjects(conference)], body=body)
    return paper


@act
def note_nominated(matter: Matter, *, rows: Sequence[NominatedTold], by: Actor, at: datetime, key: str) -> Conference:
    """Who was nominated, as the minutes say; the vote itself was on paper.

    Raises NotPossible under a matter that nominates nobody, before it was held, or for more votes than were cast.
    """
    conference = hold(matter.conference, "conference.plan", ConferenceMove.WRITE, by, at)
    if matter.kind != MatterKind.NOMINATION:
        raise refuse("conference.nominates_nobody")
    write_nominated(matter, rows)
    body = {"matter": matter.text, "nominated": [[one.name, one.what, one.votes, one.of] for one in rows]}
    record("conference.nominated", by=by, at=at, subjects=subjects(conference), body=body)
    return conference


@act
def conclude_conference(conference: Conference, *, by: Actor, at: datetime, key: str) -> Conference:
    """Minutes and conclusions stand from now on, and the invited units are told.

    Raises NotPossible naming the paper that has no number yet.
    """
    conference = hold(conference, "conference.plan", ConferenceMove.CONCLUDE, by, at)
    issued = {paper.kind for paper in conference.papers.all() if paper.is_issued}
    if missing := [Sentence(f"conference.needs_{kind}") for kind in ConferencePaper.Kind if kind not in issued]:
        raise NotPossible(*missing)
    conference.state, conference.concluded_at = ConferenceState.CONCLUDED.value, at
    conference.turn()
    conference.save(update_fields=["state", "concluded_at", "version"])
    units = [one.membership.unit for one in invitations_of(conference) if one.membership]
    number = conference.papers.get(kind=ConferencePaper.Kind.CONCLUSIONS).number
    told = Sentence("notice.conference_concluded", name=conference.name, number=number)
    notify_units(units, told, at=at, place="conclusions", slugs=slugs(conference))
    record("conference.concluded", by=by, at=at, subjects=subjects(conference))
    return conference
