"""What becomes of an annex once unit and head have signed it."""

from datetime import datetime

from thidua.core.answer import refuse
from thidua.records.seasons.models import Annex, Signature
from thidua.records.seasons.queries.annexes import signatures_of_annex


def take_signature(annex: Annex, signature: Signature, *, at: datetime) -> bool:
    """Keeps a signature of the unit or of the head; the second of the two puts the annex in force.

    Gives whether the annex is in force now. Raises NotPossible if it is so already, if the same
    side has signed, or if a figure has changed since the annex was drawn up.
    """
    if annex.locked_at is not None:
        raise refuse("annex.in_force", number=annex.number)
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
    sheet.turn()
    sheet.save(update_fields=["version"])
    annex.locked_at = at
    annex.turn()
    annex.save(update_fields=["locked_at", "version"])
