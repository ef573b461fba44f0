"""Acts on a pact: written, opened for signing, signed, closed, locked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import Answer, refuse, require
from thidua.core.pades import Certificate
from thidua.core.rights.scopes import Scope
from thidua.core.texts import composed, text_hash
from thidua.core.workflow.signing import MAY_SIGN, PactStage
from thidua.core.workflow.stages import Stage
from thidua.records.accounts.queries import signs_as
from thidua.records.directory.models import Unit
from thidua.records.files.models import StoredFile
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.models import BlocSeason, Membership, Pact, Signature
from thidua.records.seasons.models.pacts import SCAN_WITHIN_DAYS
from thidua.records.seasons.queries.hall import rehearsal_of
from thidua.records.seasons.queries.pacts import full_text, of_the_file, signatures_of, units_still_to_sign
from thidua.records.seasons.steps.frame import enter_stage
from thidua.records.seasons.steps.locks import hold_blocs, locked_pact
from thidua.records.seasons.steps.pacts import lock_pact

MOST_SCAN_DAYS = 60


@dataclass(frozen=True)
class PaperSignature:
    """A signature in ink as the secretariat lights it: who, as what, by which letter; its scan may come later."""

    signer_name: str
    signer_title: str
    capacity: str
    letter: str = ""
    scan: StoredFile | None = None


@act
def write_pact(
    bloc: BlocSeason,
    *,
    preamble: str,
    place: str,
    scan_within_days: int = SCAN_WITHIN_DAYS,
    seen_version: int,
    by: Actor,
    at: datetime,
    key: str,
) -> Pact:
    """The secretariat writes what stands before the units' commitments.

    Raises NotPossible once the text is fixed, or if someone has saved since.
    """
    hold_blocs([bloc.pk])
    bloc = BlocSeason.objects.select_related("season__cluster").get(pk=bloc.pk)
    require(access.may(by, "pact.write", season=bloc.season, bloc=bloc, on=local_day(at)))
    pact, is_new = Pact.objects.get_or_create(bloc_season=bloc)
    if pact.at_stage is not PactStage.DRAFT:
        raise refuse("pact.text_is_fixed")
    if not is_new:
        pact.expect(seen_version)
    if not 1 <= scan_within_days <= MOST_SCAN_DAYS:
        raise refuse("pact.scan_days")
    pact.preamble, pact.place, pact.scan_within_days = composed(preamble), composed(place), scan_within_days
    pact.turn()
    pact.save()
    body = {"preamble": pact.preamble, "place": pact.place, "scan_within_days": scan_within_days}
    record("pact.written", by=by, at=at, subjects=[pact, bloc], body=body)
    return pact


@act
def open_signing(pact: Pact, *, by: Actor, at: datetime, key: str) -> Pact:
    """Fixes the text and its hash, which every signature names.

    Raises NotPossible if there is no preamble, if the signing has been opened, or while a rehearsal goes on.
    """
    pact = locked_pact(pact)
    require(_may(by, "pact.open", pact, at))
    if pact.at_stage is not PactStage.DRAFT:
        raise refuse("pact.already_open")
    if rehearsal_of(pact.bloc_season.season_id) is not None:
        raise refuse("rehearsal.ends_first")
    if not pact.preamble.strip():
        raise refuse("pact.needs_preamble")
    pact.text = full_text(pact)
    pact.text_hash = text_hash(pact.text)
    pact.stage, pact.opened_at = PactStage.OPEN.value, at
    pact.opening += 1
    pact.turn()
    pact.save()
    body = {"text_hash": pact.text_hash, "opening": pact.opening}
    record("pact.opened", by=by, at=at, subjects=[pact, pact.bloc_season], body=body)
    return pact


@act
def reopen_text(pact: Pact, *, reason: str, by: Actor, at: datetime, key: str) -> Pact:
    """The text is mended before the signing is closed; signatures under the old text become void.

    Raises NotPossible without a reason, or when the signing is not open.
    """
    pact = locked_pact(pact)
    require(_may(by, "pact.reopen", pact, at))
    if pact.at_stage is not PactStage.OPEN:
        raise refuse("pact.not_open")
    if not reason.strip():
        raise refuse("pact.needs_reason")
    voided = signatures_of(pact).update(voided_at=at, void_reason=composed(reason.strip()))
    pact.stage, pact.paper = PactStage.DRAFT.value, None
    pact.turn()
    pact.save()
    record("pact.reopened", by=by, at=at, subjects=[pact], body={"reason": reason.strip(), "voided": voided})
    return pact


@act
def sign_pact(pact: Pact, *, unit: Unit, by: Actor, at: datetime, key: str) -> Signature:
    """A member unit's leader, or a delegate by letter, confirms inside the system; the last signature locks the pact.

    This is an internal confirmation, never a digital signature. Raises NotPossible, with a sentence
    for the screen, if `by` may not sign for `unit` on that day, if the unit has signed, or if
    signing is not open.
    """
    pact = locked_pact(pact)
    require(_may(by, "pact.sign", pact, at, unit))
    signed = signing_inside(by, unit, on=local_day(at))
    return put_signature(pact, unit, Signature.Kind.INTERNAL, signed, by=by, at=at)


@act
def sign_on_paper(pact: Pact, *, unit: Unit, signed: PaperSignature, by: Actor, at: datetime, key: str) -> Signature:
    """The secretariat lights a unit whose leader has signed in ink; the last signature locks the pact.

    Raises NotPossible if the unit has signed, if signing is not open, or if someone signs by letter
    and the letter is not named.
    """
    pact = locked_pact(pact)
    require(_may(by, "pact.sign_on_paper", pact, at, unit))
    if signed.capacity == Signature.Capacity.BY_LETTER and not signed.letter.strip():
        raise refuse("pact.needs_letter")
    return put_signature(pact, unit, Signature.Kind.ON_PAPER, signed, by=by.for_unit(unit.token), at=at)


@act
def close_signing(pact: Pact, *, by: Actor, at: datetime, key: str) -> Pact:
    """The head closes the signing with whoever has signed; the others may sign later and stay named.

    The bloc becomes *signed*. Raises NotPossible if nobody has signed or the signing is not open.
    """
    pact = locked_pact(pact)
    require(_may(by, "pact.close", pact, at))
    if pact.at_stage not in (PactStage.OPEN, PactStage.LOCKED):
        raise refuse("pact.not_open")
    if not signatures_of(pact).exists():
        raise refuse("pact.nobody_signed")
    if pact.at_stage is PactStage.OPEN:
        pact.stage = PactStage.CLOSED.value
    pact.closed_at = at
    pact.turn()
    pact.save()
    enter_stage(pact.bloc_season, Stage.SIGNED, at=at)
    waiting = [member.unit.code for member in units_still_to_sign(pact)]
    record("pact.closed", by=by, at=at, subjects=[pact, pact.bloc_season], body={"still_to_sign": waiting})
    return pact


@act
def lock_signing_list(pact: Pact, *, by: Actor, at: datetime, key: str) -> Pact:
    """The head ends the waiting for late signers (chốt danh sách ký): the pact is locked as it stands.

    Raises NotPossible before the signing is closed.
    """
    pact = locked_pact(pact)
    require(_may(by, "pact.lock", pact, at))
    if pact.at_stage is not PactStage.CLOSED:
        raise refuse("pact.not_closed")
    lock_pact(pact, at=at)
    record("pact.locked", by=by, at=at, subjects=[pact], body={"seal": pact.seal})
    return pact


def signing_inside(by: Actor, unit: Unit, *, on: date) -> PaperSignature:
    """As what an actor confirms for a unit inside the system: as its leader, in the leader's place, or by letter."""
    signed = signs_as(by, unit, Scope.PACT, on=on)
    return PaperSignature(by.name, signed.title, signed.capacity.value, signed.letter)


def _may(by: Actor, what: str, pact: Pact, at: datetime, unit: Unit | None = None) -> Answer:
    bloc = pact.bloc_season
    return access.may(by, what, season=bloc.season, bloc=bloc, unit=unit, on=local_day(at))


def put_signature(
    pact: Pact,
    unit: Unit,
    kind: str,
    signed: PaperSignature,
    *,
    certificates: Iterable[Certificate] = (),
    by: Actor,
    at: datetime,
) -> Signature:
    """Inside an act that holds the pact: one signature under it, and the lock if it is the last."""
    if pact.at_stage not in MAY_SIGN:
        raise refuse("pact.locked" if pact.at_stage is PactStage.LOCKED else "pact.not_open")
    member = Membership.objects.filter(bloc_season=pact.bloc_season, unit=unit, left_on=None).first()
    if member is None:
        raise refuse("pact.no_member", unit=unit.name)
    if before := signatures_of(pact).filter(membership=member).first():
        raise refuse("pact.already_signed", unit=member.name, at=before.at, signer=before.signer_name)
    signature = Signature.objects.create(
        pact=pact,
        membership=member,
        unit_code=unit.code,
        member_name=member.name,
        kind=kind,
        capacity=signed.capacity,
        signer_name=composed(signed.signer_name),
        signer_title=composed(signed.signer_title),
        letter=composed(signed.letter),
        text_hash=pact.text_hash,
        at=at,
        scan=signed.scan,
        certificates=[one.as_written() for one in certificates],
    )
    is_last = not units_still_to_sign(pact).exists()
    if is_last:
        lock_pact(pact, at=at)
    body = {
        "kind": str(kind),
        "capacity": str(signed.capacity),
        "letter": signature.letter,
        "signer": signature.signer_name,
        "text_hash": pact.text_hash,
        **of_the_file(signature),
    }
    record("pact.signed", by=by, at=at, subjects=[pact, unit], body=body)
    if is_last:
        record("pact.locked", by=by, at=at, subjects=[pact], body={"seal": pact.seal})
    return signature
