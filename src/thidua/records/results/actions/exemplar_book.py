"""Acts in an exemplar's book: consent, support and evidence, units that adopt the model, the yearly look."""

from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import Sentence, Unknown, refuse, require
from thidua.core.texts import composed
from thidua.core.workflow.exemplars import ExemplarMove, NoteKind, after, may
from thidua.records.desk.steps.notices import notify
from thidua.records.files.models import StoredFile
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.steps import Shown
from thidua.records.results.access import exemplars as access
from thidua.records.results.actions.exemplars import FRAME, locked
from thidua.records.results.models import Exemplar, ExemplarNote, Replication
from thidua.records.results.steps.exemplars import paper_shown, subjects_of, write_note
from thidua.records.seasons.models import Membership


@act
def give_consent(
    exemplar: Exemplar, *, name: str, on: date, file: StoredFile | None, by: Actor, at: datetime, key: str
) -> Exemplar:
    """The person, or a collective's leader, agrees that the others of the season may read it.

    Written down by the unit it needs the signed slip as `file`; given by the person in person it does not.
    """
    exemplar = locked(exemplar)
    require(access.may_consent(by, exemplar, on=local_day(at)))
    if not name.strip():
        raise refuse("exemplar.needs_who_agrees")
    if on > local_day(at):
        raise refuse("evidence.from_later", dated_on=on)
    if file is None and not access.is_it(by, exemplar):
        raise refuse("exemplar.needs_slip")
    exemplar.consent_name, exemplar.consent_on, exemplar.consent_file = composed(name.strip()), on, file
    exemplar.turn()
    exemplar.save()
    body = {"name": exemplar.consent_name, "on": on.isoformat(), "in_person": access.is_it(by, exemplar)}
    record("exemplar.consented", by=by, at=at, subjects=subjects_of(exemplar), body=body)
    return exemplar


@act
def take_back_consent(exemplar: Exemplar, *, by: Actor, at: datetime, key: str) -> Exemplar:
    """At once nobody outside the unit and the secretariat sees it any more."""
    exemplar = locked(exemplar)
    require(access.may_consent(by, exemplar, on=local_day(at)))
    if exemplar.consent_on is None:
        raise refuse("exemplar.no_consent")
    body = {"name": exemplar.consent_name, "on": exemplar.consent_on.isoformat()}
    exemplar.consent_name, exemplar.consent_on, exemplar.consent_file = "", None, None
    exemplar.turn()
    exemplar.save()
    record("exemplar.consent_taken_back", by=by, at=at, subjects=subjects_of(exemplar), body=body)
    return exemplar


@act
def log_support(
    exemplar: Exemplar, *, text: str, on: date, shown: Shown | None, by: Actor, at: datetime, key: str
) -> ExemplarNote:
    """What was done to build it up: a course, a mentor's visit, an exchange. The first makes it *nurtured*."""
    exemplar = locked(exemplar)
    require(access.may_keep(by, exemplar, on=local_day(at)))
    require(may(exemplar.at_state, ExemplarMove.SUPPORT))
    note = write_note(exemplar, NoteKind.SUPPORT, text, on, shown, by=by.as_written(), at=at)
    _go(exemplar, ExemplarMove.SUPPORT)
    record("exemplar.supported", by=by, at=at, subjects=[note, *subjects_of(exemplar)], body={"text": note.text})
    return note


@act
def add_proof(
    exemplar: Exemplar, *, text: str, on: date, shown: Shown | None, by: Actor, at: datetime, key: str
) -> ExemplarNote:
    """A paper, photograph or press cutting that shows what was done; at every step but after it was withdrawn."""
    exemplar = locked(exemplar)
    require(access.may_keep(by, exemplar, on=local_day(at)))
    require(may(exemplar.at_state, ExemplarMove.WITHDRAW))
    note = write_note(exemplar, NoteKind.EVIDENCE, text, on, shown, by=by.as_written(), at=at)
    record("exemplar.shown", by=by, at=at, subjects=[note, *subjects_of(exemplar)], body={"text": note.text})
    return note


@act
def adopt_model(
    exemplar: Exemplar, *, member: Membership, on: date, result: str, shown: Shown | None, by: Actor, at: datetime,
    key: str,
) -> Replication:  # fmt: skip
    """Another unit works by the model: since when, with what result, shown by what. Its own unit is told.

    Raises NotPossible for the exemplar's own unit, before it was recognised, twice, or without result and evidence.
    """
    exemplar = locked(exemplar)
    member = Membership.objects.select_related(*FRAME).get(pk=member.pk)
    require(access.may(by, "exemplars.replicate", member, on=local_day(at)))
    if member.bloc_season.season_id != exemplar.membership.bloc_season.season_id or not _is_known(exemplar):
        raise Unknown
    if member.pk == exemplar.membership_id:
        raise refuse("exemplar.own_model")
    require(may(exemplar.at_state, ExemplarMove.REPLICATE))
    if exemplar.replications.filter(membership=member).exists():
        raise refuse("exemplar.adopted_already", unit=member.short_name)
    if not result.strip():
        raise refuse("exemplar.needs_result")
    if shown is None:
        raise refuse("evidence.needs_number_or_file")
    if on > local_day(at):
        raise refuse("evidence.from_later", dated_on=on)
    copied = Replication.objects.create(
        exemplar=exemplar, membership=member, adopted_on=on, result=composed(result.strip()), at=at,
        by=by.as_written(), paper=paper_shown(member.unit, shown, at=at),
    )  # fmt: skip
    _go(exemplar, ExemplarMove.REPLICATE)
    bloc = exemplar.membership.bloc_season
    told = Sentence("notice.model_adopted", unit=member.short_name, name=exemplar.name)
    slugs = (bloc.season.cluster.slug, bloc.season.slug, exemplar.public_id)
    notify(exemplar.membership.unit, told, at=at, place="exemplar", slugs=slugs)
    body = {"unit": member.short_name, "on": on.isoformat(), "result": copied.result}
    record("exemplar.adopted", by=by, at=at, subjects=[copied, *subjects_of(exemplar), member.unit], body=body)
    return copied


@act
def check_exemplar(exemplar: Exemplar, *, text: str, on: date, by: Actor, at: datetime, key: str) -> ExemplarNote:
    """The secretariat's yearly look: does it still hold, what came of it."""
    exemplar = locked(exemplar)
    require(access.may(by, "exemplars.follow", exemplar.membership, on=local_day(at)))
    require(may(exemplar.at_state, ExemplarMove.CHECK))
    note = write_note(exemplar, NoteKind.CHECK, text, on, None, by=by.as_written(), at=at)
    _go(exemplar, ExemplarMove.CHECK)
    record("exemplar.checked", by=by, at=at, subjects=[note, *subjects_of(exemplar)], body={"text": note.text})
    return note


def _is_known(exemplar: Exemplar) -> bool:
    return exemplar.consent_on is not None


def _go(exemplar: Exemplar, move: ExemplarMove) -> None:
    state = after(exemplar.at_state, move)
    assert state is not None
    if state is not exemplar.at_state:
        exemplar.state = state.value
        exemplar.turn()
        exemplar.save(update_fields=["state", "version"])
