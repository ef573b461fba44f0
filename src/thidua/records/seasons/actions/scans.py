"""The scan of a signature in ink: put beside it when it is at hand, often days after the signing."""

from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import refuse, require
from thidua.records.files.models import StoredFile
from thidua.records.journal.actions import act
from thidua.records.journal.models import HasToken
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.models import Signature


@act
def attach_scan(signature: Signature, *, scan: StoredFile, by: Actor, at: datetime, key: str) -> Signature:
    """The secretariat puts a scan beside a signature in ink, also after the lock: the seal is over text and names.

    Another scan takes the place of the first; the journal keeps the hashes of both. Raises NotPossible for a
    confirmation inside the system, which has no paper, and for a signature that is void.
    """
    signature = Signature.objects.select_for_update(of=("self",)).select_related(
        "pact__bloc_season__season__cluster", "membership__unit", "annex__membership__unit", "scan"
    ).get(pk=signature.pk)  # fmt: skip
    bloc = signature.pact.bloc_season
    member = signature.membership or (signature.annex.membership if signature.annex else None)
    unit = member.unit if member else None
    require(access.may(by, "pact.sign_on_paper", season=bloc.season, bloc=bloc, unit=unit, on=local_day(at)))
    if signature.kind != Signature.Kind.ON_PAPER:
        raise refuse("scan.not_in_ink", signer=signature.signer_name)
    if signature.voided_at is not None:
        raise refuse("scan.signature_is_void", signer=signature.signer_name)
    before = signature.scan.sha256 if signature.scan else ""
    signature.scan = scan
    signature.save(update_fields=["scan"])
    subjects: list[HasToken] = [signature, signature.pact, *([unit] if unit else [])]
    body = {"file": scan.name, "before": before, "after": scan.sha256}
    record("signature.scan_attached", by=by, at=at, subjects=subjects, body=body)
    return signature
