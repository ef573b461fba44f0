"""What becomes of a pact when its last signature comes, or when the list of signatures is closed for good."""

from datetime import datetime

from thidua.core.pact import seal
from thidua.core.workflow.signing import PactStage
from thidua.records.seasons.models import Pact
from thidua.records.seasons.queries.pacts import record_of


def lock_pact(pact: Pact, *, at: datetime) -> None:
    """No signature and no word changes any more; the seal is over text and signatures together."""
    pact.stage, pact.locked_at = PactStage.LOCKED.value, at
    pact.seal = seal(record_of(pact))
    pact.turn()
    pact.save()
