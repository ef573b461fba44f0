"""Digital signatures under a pact: the paper is handed out, signed elsewhere, and comes back as a file."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, refuse, require
from thidua.core.pades import SignedPdf, first_fault
from thidua.core.workflow.signing import MAY_SIGN
from thidua.records.directory.models import Unit
from thidua.records.files.models import StoredFile
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.actions.pacts import PaperSignature, put_signature
from thidua.records.seasons.models import Pact, Signature
from thidua.records.seasons.queries.pacts import signatures_of
from thidua.records.seasons.steps.locks import locked_pact


@act
def hand_out_paper(pact: Pact, *, paper: StoredFile, text_hash: str, by: Actor, at: datetime, key: str) -> Pact:
    """The pact's full text as a PDF for all who sign digitally; of two the first stays.

    Raises NotPossible when signing is not open, or when `paper` was set from another text.
    """
    pact = locked_pact(pact)
    bloc = pact.bloc_season
    require(access.may(by, "pact.hand_out", season=bloc.season, bloc=bloc, on=local_day(at)))
    if pact.at_stage not in MAY_SIGN or text_hash != pact.text_hash:
        raise refuse("signed_file.signing_not_open")
    if pact.paper is None:
        pact.paper = paper
        pact.turn()
        pact.save()
        body = {"file": paper.name, "sha256": paper.sha256, "text_hash": pact.text_hash}
        record("pact.paper_handed_out", by=by, at=at, subjects=[pact, bloc], body=body)
    return pact


@act
def sign_by_file(
    pact: Pact,
    *,
    unit: Unit,
    signed: PaperSignature,
    read: SignedPdf,
    needs_known: bool,
    by: Actor,
    at: datetime,
    key: str,
) -> Signature:
    """The file that a unit's leader has signed digitally, its scan in `signed`, is handed in; the file is what speaks.

    `read` is what documents.pades found in it. Raises NotPossible if it was not made of the paper that was handed
    out, if a certificate does not count on that day, if the file stands for another unit, or as `sign_pact` does.
    """
    pact = locked_pact(pact)
    bloc = pact.bloc_season
    require(access.may(by, "pact.sign_by_file", season=bloc.season, bloc=bloc, unit=unit, on=local_day(at)))
    if signed.capacity == Signature.Capacity.BY_LETTER and not signed.letter.strip():
        raise refuse("pact.needs_letter")
    if pact.paper is None or pact.opened_at is None or read.paper_sha256 != pact.paper.sha256:
        raise refuse("signed_file.other_text")
    if signed.scan is None or signed.scan.sha256 != read.sha256:
        raise refuse("signed_file.altered")
    if fault := first_fault(read, opened_at=pact.opened_at, at=at, needs_known=needs_known):
        raise NotPossible(fault)
    others = signatures_of(pact).exclude(membership__unit=unit)
    if used := others.filter(scan__sha256=read.sha256, kind=Signature.Kind.DIGITAL).first():
        raise refuse("signed_file.of_another_unit", unit=used.member_name)
    for_whom = by if unit.pk in by.units else by.for_unit(unit.token)
    kind = Signature.Kind.DIGITAL
    return put_signature(pact, unit, kind, signed, certificates=read.certificates, by=for_whom, at=at)
