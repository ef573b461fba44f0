"""Acts on annexes: after its lock a pact changes only by what unit and head have both signed."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import Answer, NotPossible, refuse, require
from thidua.core.texts import composed, text_hash
from thidua.core.workflow.signing import PactStage
from thidua.records.desk.steps.entries import SourcePaper, note_on_behalf
from thidua.records.directory.models import Unit
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.actions.pacts import PaperSignature, signing_inside
from thidua.records.seasons.models import Annex, AnnexLine, Commitment, Membership, Pact, Signature
from thidua.records.seasons.queries.annexes import annex_text
from thidua.records.seasons.steps.annexes import take_back, take_signature
from thidua.records.seasons.steps.figures import Figures, faults_of
from thidua.records.seasons.steps.locks import locked_pact


@act
def propose_annex(
    pact: Pact, *, unit: Unit, changes: Mapping[int, Fraction], reason: str, by: Actor, at: datetime, key: str
) -> Annex:
    """A unit draws up a change of its commitments; `changes` by key of the line. It counts once both have signed.

    Raises NotPossible before the pact is locked, without a reason, if nothing changes, or naming
    the decision for a figure below the assigned one.
    """
    pact = locked_pact(pact)
    require(_may(by, "pact.annex", pact, at, unit))
    annex = _drawn_up(pact, unit, changes, reason, at)
    record("annex.proposed", by=by, at=at, subjects=[annex, pact, unit], body=_body(annex))
    return annex


@act
def enter_annex_on_behalf(
    pact: Pact,
    *,
    unit: Unit,
    changes: Mapping[int, Fraction],
    reason: str,
    paper: SourcePaper,
    by: Actor,
    at: datetime,
    key: str,
) -> Annex:
    """The secretariat enters a unit's annex from a paper: it counts as signed by the leader named there.

    The entry is marked and the unit told. Raises as `propose_annex`.
    """
    pact = locked_pact(pact)
    require(_may(by, "pact.annex_on_behalf", pact, at, unit))
    annex = _drawn_up(pact, unit, changes, reason, at, on_behalf=True)
    signed = PaperSignature(paper.signer_name, paper.signer_title, Signature.Capacity.LEADER)
    take_signature(annex, _signature(Signature.Kind.ON_PAPER, signed, annex.membership), at=at)
    note_on_behalf(annex, unit, paper, within=pact.bloc_season, by=by, at=at)
    body = {**_body(annex), "paper": paper.as_written()}
    record("annex.entered_on_behalf", by=by.for_unit(unit.token), at=at, subjects=[annex, pact, unit], body=body)
    return annex


@act
def sign_annex(annex: Annex, *, by: Actor, at: datetime, key: str) -> Annex:
    """The unit's leader, or a delegate by letter, confirms inside the system; with the head's it is in force.

    Raises NotPossible if `by` may not sign for the unit, if the unit has signed, or if a figure
    has changed since the annex was drawn up.
    """
    annex = _annex(annex)
    unit = annex.membership.unit
    require(_may(by, "pact.sign", annex.pact, at, unit))
    signed = signing_inside(by, unit, on=local_day(at))
    return _sign(annex, _signature(Signature.Kind.INTERNAL, signed, annex.membership), by=by, at=at)


@act
def sign_annex_as_head(annex: Annex, *, by: Actor, at: datetime, key: str) -> Annex:
    """The head of the cluster agrees to a unit's annex; with the unit's signature it is in force. Raises as above."""
    annex = _annex(annex)
    require(_may(by, "pact.sign_annex_as_head", annex.pact, at))
    signed = PaperSignature(by.name, by.title, Signature.Capacity.HEAD)
    return _sign(annex, _signature(Signature.Kind.INTERNAL, signed, None), by=by, at=at)


@act
def sign_annex_on_paper(annex: Annex, *, signed: PaperSignature, by: Actor, at: datetime, key: str) -> Annex:
    """The secretariat enters a signature in ink: the head's if its capacity says so, else the unit's.

    Raises NotPossible as `sign_annex`, or if someone signs by letter and the letter is not named.
    """
    annex = _annex(annex)
    unit = annex.membership.unit
    require(_may(by, "pact.sign_on_paper", annex.pact, at, unit))
    if signed.capacity == Signature.Capacity.BY_LETTER and not signed.letter.strip():
        raise refuse("pact.needs_letter")
    if signed.capacity == Signature.Capacity.HEAD:
        return _sign(annex, _signature(Signature.Kind.ON_PAPER, signed, None), by=by, at=at)
    signature = _signature(Signature.Kind.ON_PAPER, signed, annex.membership)
    return _sign(annex, signature, by=by.for_unit(unit.token), at=at)


@act
def withdraw_annex(annex: Annex, *, by: Actor, at: datetime, key: str) -> Annex:
    """Whoever drew the annex up, the unit or the secretariat for it, takes it back before the head has signed.

    Its number is not given again. Raises NotPossible once the head has signed, or if it is withdrawn.
    """
    annex = _annex(annex)
    unit = annex.membership.unit
    require(_may(by, "pact.annex_on_behalf" if annex.on_behalf else "pact.annex", annex.pact, at, unit))
    take_back(annex, at=at)
    subjects = [annex, annex.pact, unit]
    record("annex.withdrawn", by=by, at=at, subjects=subjects, body={"number": annex.number})
    return annex


def _annex(annex: Annex) -> Annex:
    pact = locked_pact(annex.pact)
    annex = Annex.objects.select_related("membership__unit", "membership__commitment_set").get(pk=annex.pk)
    annex.pact = pact
    return annex


def _may(by: Actor, what: str, pact: Pact, at: datetime, unit: Unit | None = None) -> Answer:
    bloc = pact.bloc_season
    return access.may(by, what, season=bloc.season, bloc=bloc, unit=unit, on=local_day(at))


def _drawn_up(
    pact: Pact, unit: Unit, changes: Mapping[int, Fraction], reason: str, at: datetime, *, on_behalf: bool = False
) -> Annex:
    if pact.at_stage is not PactStage.LOCKED:
        raise refuse("annex.needs_locked_pact")
    if not reason.strip():
        raise refuse("annex.needs_reason")
    members = Membership.objects.filter(bloc_season=pact.bloc_season, unit=unit, left_on=None)
    member = members.select_related("unit").first()
    if member is None:
        raise refuse("pact.no_member", unit=unit.name)
    changed = _changed(member, changes)
    number = pact.annexes.count() + 1
    text = annex_text(pact, member, number, composed(reason.strip()), changed)
    annex = Annex.objects.create(
        pact=pact,
        membership=member,
        number=number,
        reason=composed(reason.strip()),
        text=text,
        text_hash=text_hash(text),
        on_behalf=on_behalf,
        opened_at=at,
    )
    AnnexLine.objects.bulk_create(
        AnnexLine(annex=annex, commitment=line, before=line.registered, after=after)  # type: ignore[misc]
        for line, after in changed
    )
    return annex


def _changed(member: Membership, changes: Mapping[int, Fraction]) -> list[tuple[Commitment, Fraction]]:
    """The lines that really change. Every fault is told at once."""
    lines = Commitment.objects.filter(commitment_set__membership=member, pk__in=changes, indicator__kind="number")
    changed = [
        (line, changes[line.pk])
        for line in lines.select_related("indicator", "assigned_by").order_by("indicator__position")
        if changes[line.pk] != line.registered
    ]
    if not changed:
        raise refuse("annex.nothing_changes")
    if faults := [fault for line, after in changed for fault in faults_of(line, Figures(after, None, None))]:
        raise NotPossible(*faults)
    return changed


def _signature(kind: str, signed: PaperSignature, member: Membership | None) -> Signature:
    return Signature(
        membership=member,
        unit_code=member.unit.code if member else "",
        member_name=member.name if member else "",
        kind=kind,
        capacity=signed.capacity,
        signer_name=composed(signed.signer_name),
        signer_title=composed(signed.signer_title),
        letter=composed(signed.letter),
        scan=signed.scan,
    )


def _sign(annex: Annex, signature: Signature, *, by: Actor, at: datetime) -> Annex:
    is_in_force = take_signature(annex, signature, at=at)
    subjects = [annex, annex.pact, annex.membership.unit]
    body = {
        "kind": str(signature.kind),
        "capacity": str(signature.capacity),
        "letter": signature.letter,
        "signer": signature.signer_name,
        "text_hash": annex.text_hash,
    }
    record("annex.signed", by=by, at=at, subjects=subjects, body=body)
    if is_in_force:
        record("annex.in_force", by=by, at=at, subjects=subjects, body=_body(annex))
    return annex


def _body(annex: Annex) -> dict[str, object]:
    lines = annex.lines.select_related("commitment__indicator")
    figures = {
        line.commitment.indicator.code: {
            "before": "" if line.before is None else str(line.before),
            "after": str(line.after),
        }
        for line in lines
    }
    return {"number": annex.number, "reason": annex.reason, "text_hash": annex.text_hash, "lines": figures}
