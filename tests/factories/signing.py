"""Certificates of an authority made up for tests, PDFs signed with them, and what of them is handed in under a pact."""

from datetime import UTC, datetime, timedelta

from tests.factories.seasons import NOON, World, a_key
from thidua.cli.founding import certificates
from thidua.cli.founding.certificates import Issued
from thidua.core.actor import Actor
from thidua.documents.pact import paper_of
from thidua.documents.pades import read_handed_in
from thidua.records.files.models import StoredFile
from thidua.records.files.queries import read_file
from thidua.records.files.steps import keep_file
from thidua.records.seasons.actions.pacts import PaperSignature
from thidua.records.seasons.actions.signed_files import hand_out_paper, sign_by_file
from thidua.records.seasons.models import Pact, Signature

FROM, UNTIL = datetime(2015, 1, 1, tzinfo=UTC), datetime(2017, 1, 1, tzinfo=UTC)
AUTHORITY = "Nơi cấp chứng thư thử"
AFTER = NOON + timedelta(hours=1)


def an_authority(name: str = AUTHORITY) -> Issued:
    return certificates.authority(name, valid_from=FROM, until=datetime(2040, 1, 1, tzinfo=UTC))


def a_certificate(
    by: Issued, name: str, unit: str = "Sở Tư pháp", valid_from: datetime = FROM, until: datetime = UNTIL
) -> Issued:
    return certificates.certificate(by, name, unit, valid_from=valid_from, until=until)


def signed_pdf(content: bytes, signer: Issued, *, by: Issued | None = None, at: datetime = NOON) -> bytes:
    return certificates.signed_pdf(content, signer, by=by, at=at)


ROOT = an_authority()
LEADER = a_certificate(ROOT, "Trần Huy Bách")


def handed_out(world: World, by: Actor | None = None) -> Pact:
    pact = world.pact()
    return hand_out_paper(
        pact, paper=paper_of(pact, at=NOON), text_hash=pact.text_hash, by=by or world.secretary, at=NOON, key=a_key()
    )


def signed_with(world: World, certificate: Issued = LEADER, at: datetime = NOON) -> StoredFile:
    """The paper that was handed out, as it comes back."""
    with read_file(world.pact().paper) as paper:
        content = signed_pdf(paper.read(), certificate, by=ROOT, at=at)
    return keep_file(name="giao-uoc-da-ky.pdf", content=content, at=NOON)


def by_file(
    world: World, place: int, file: StoredFile, *, by: Actor | None = None, needs_known: bool = False,
    capacity: str = "leader", letter: str = "",
) -> Signature:  # fmt: skip
    """Handed in for a unit, by its leader unless somebody else is named."""
    pact = world.pact()
    return sign_by_file(
        pact, unit=world.units[place], signed=PaperSignature("Trần Huy Bách", "Giám đốc", capacity, letter, file),
        read=read_handed_in(file, pact.paper), needs_known=needs_known, by=by or world.leaders[place], at=AFTER,
        key=a_key(),
    )  # fmt: skip
