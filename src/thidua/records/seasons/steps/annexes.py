"""What becomes of an annex once unit and head have signed it."""

from datetime import datetime

from thidua.core.answer import refuse
from thidua.core.workflow.handing_in import Handing
from thidua.records.seasons.models import Annex, CommitmentSet, Signature
from thidua.records.seasons.queries.annexes import signatures_of_annex


def take_signature(annex: Annex, signature: Signature, *, at: datetime) -> bool:
    """Keeps a signature of the unit or of the head; the second of the two puts the annex in force.

    Gives whether the annex is in force now. Raises NotPossible if it is so already, if the same
    side has signed, or if a figure has changed since the annex was drawn up.
    """
    if annex.locked_at is not None:
        raise refuse("annex.in_force", number=annex.number)
    if annex.withdrawn_at is not None:
        raise refuse("annex.is_withdrawn", number=annex.number)
    before = list(signatures_of_annex(annex))
    if any(one.membership_id == signature.membership_id for one in before):
        raise refuse("annex.already_signed", number=annex.number)
    signature.pact_id, signature.annex, signature.text_hash = annex.pact_id, annex, annex.text_hash
    signature.at = at
    signature.save()
    if not before:
        return False
    _put_in_force(annex, at)
    return True


def _put_in_force(annex: Annex, at: datetime) -> None:
    for line in annex.lines.select_related("commitment__indicator"):
        if line.commitment.registered != line.before:
            raise refuse("annex.overtaken", number=annex.number, name=line.commitment.indicator.name)
        line.commitment.registered = line.after
        line.commitment.save(update_fields=["registered"])
    sheet = annex.membership.commitment_set
    if sheet.handing is not Handing.SIGNED:
        _sign_by_annex(sheet, annex, at)
    sheet.turn()
    sheet.save()
    annex.locked_at = at
    annex.turn()
    annex.save(update_fields=["locked_at", "version"])


def _sign_by_annex(sheet: CommitmentSet, annex: Annex, at: datetime) -> None:
    """A unit whose sheet was not signed when the text was fixed registers by annex: what the annex does not
    name was typed and never signed, and does not become signed with it."""
    named = annex.lines.values("commitment")
    sheet.lines.exclude(pk__in=named).update(registered=None, registered_met=None)
    signature = signatures_of_annex(annex).exclude(membership=None).get()
    sheet.state, sheet.signed_at = Handing.SIGNED.value, at
    sheet.signed_by = {"name": signature.signer_name, "title": signature.signer_title}


def take_back(annex: Annex, *, at: datetime) -> None:
    """The annex waits no more; signatures under it become void.

    Raises NotPossible if it is withdrawn already, or if the head has signed it.
    """
    if annex.withdrawn_at is not None:
        raise refuse("annex.is_withdrawn", number=annex.number)
    if signatures_of_annex(annex).filter(membership=None).exists():
        raise refuse("annex.head_has_signed", number=annex.number)
    signatures_of_annex(annex).update(voided_at=at)
    annex.withdrawn_at = at
    annex.turn()
    annex.save(update_fields=["withdrawn_at", "version"])
