"""Reads a PDF that was signed elsewhere (PAdES): whether it is whole, by whom, on what paper."""

import hashlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from asn1crypto import cms, pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel
from pyhanko.sign.validation import EmbeddedPdfSignature, SignatureCoverageLevel, validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from thidua.base import places
from thidua.core.answer import refuse
from thidua.core.pades import Certificate, SignedPdf
from thidua.records.files.models import StoredFile
from thidua.records.files.queries import read_file

T = TypeVar("T")


def read_signed(content: bytes, *, paper: bytes, anchors: Iterable[x509.Certificate]) -> SignedPdf:
    """The certificates of all signatures in the file, which begins with `paper`, byte for byte.

    Raises NotPossible when it is no PDF, has no signature, is of another text or was saved anew before it was
    signed, or when anything but further signatures was added or changed.
    """
    if not content.startswith(b"%PDF-"):
        raise refuse("signed_file.no_pdf")
    reader, signatures = _opened(content)
    if not signatures:
        raise refuse("signed_file.no_signature")
    if not content.startswith(paper):
        raise refuse("signed_file.other_text")
    roots = list(anchors)
    try:
        whole = _only_signatures_added(reader, paper) and all(_covers(one) for one in signatures)
        read = tuple(_certificate(one, roots) for one in signatures)
    except Exception as trouble:  # a file from outside may break its reader in any way
        raise refuse("signed_file.altered") from trouble
    if not whole:
        raise refuse("signed_file.altered")
    return SignedPdf(hashlib.sha256(paper).hexdigest(), hashlib.sha256(content).hexdigest(), read)


def read_handed_in(signed: StoredFile, paper: StoredFile) -> SignedPdf:
    """`read_signed` of kept files, with the roots of this installation."""
    with read_file(signed) as file, read_file(paper) as first:
        return read_signed(file.read(), paper=first.read(), anchors=trust_anchors())


def trust_anchors() -> tuple[x509.Certificate, ...]:
    """The roots that this installation knows: those of the library, and its own in the folder of its data."""
    folders = (places.library("trust"), places.data_folder() / "trust")
    return tuple(root for folder in folders for file in sorted(folder.glob("*.pem")) for root in _roots(file))


@cache
def _roots(file: Path) -> tuple[x509.Certificate, ...]:
    return tuple(x509.Certificate.load(body) for _, _, body in pem.unarmor(file.read_bytes(), multiple=True))


def _opened(content: bytes) -> tuple[PdfFileReader, list[EmbeddedPdfSignature]]:
    try:
        reader = PdfFileReader(BytesIO(content))
        return reader, list(reader.embedded_regular_signatures)
    except Exception as trouble:  # a file from outside may break its reader in any way
        raise refuse("signed_file.broken") from trouble


def _only_signatures_added(reader: PdfFileReader, paper: bytes) -> bool:
    """What came after the paper itself: signatures, their fields and marks, and proofs for later; no word else.

    The paper's own table must stand in the file's history: behind the same bytes another document could begin.
    """
    first = PdfFileReader(BytesIO(paper)).xrefs
    last = first.total_revisions - 1
    if reader.xrefs.get_startxref_for_revision(last) != first.get_startxref_for_revision(last):
        return False
    found = DEFAULT_DIFF_POLICY.review_file(reader, base_revision=last)
    return isinstance(found, DiffResult) and found.modification_level <= ModificationLevel.FORM_FILLING


def _covers(one: EmbeddedPdfSignature) -> bool:
    """The whole file; or all up to a revision that follows, which has been looked through. Nothing lies unsigned in it.

    The room kept for a signature is larger than the signature: what is left of it is zeros.
    """
    one.compute_integrity_info()
    whole = one.coverage == SignatureCoverageLevel.ENTIRE_FILE
    followed = one.signed_revision < one.reader.xrefs.total_revisions - 1
    left = one.pkcs7_content[len(cms.ContentInfo.load(one.pkcs7_content).dump()) :]
    return (whole or (followed and one.coverage == SignatureCoverageLevel.ENTIRE_REVISION)) and not left.strip(b"\0")


def _certificate(one: EmbeddedPdfSignature, anchors: list[x509.Certificate]) -> Certificate:
    """Who signed. Raises SignatureValidationError when the signature is not whole."""
    signed_at = one.self_reported_timestamp or datetime.max.replace(tzinfo=UTC)
    context = ValidationContext(
        trust_roots=anchors, other_certs=one.other_embedded_certs, moment=signed_at, allow_fetching=False
    )
    status = _apart(lambda: validate_pdf_signature(one, context))
    if not (status.intact and status.valid):
        raise SignatureValidationError("the signature does not fit the file")
    owner = one.signer_cert
    return Certificate(
        subject=_named(owner.subject, "common_name"),
        organisation=_named(owner.subject, "organization_name"),
        issuer=_named(owner.issuer, "common_name") or _named(owner.issuer, "organization_name"),
        serial=f"{owner.serial_number:x}",
        valid_from=owner.not_valid_before,
        valid_until=owner.not_valid_after,
        signed_at=signed_at,
        is_known=bool(status.trusted),
    )


def _apart(ask: Callable[[], T]) -> T:
    """In a thread of its own: pyHanko starts an event loop, which a thread that runs one already refuses."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(ask).result()


def _named(name: x509.Name, part: str) -> str:
    found = name.native.get(part, "")
    return str(found[0] if isinstance(found, list) else found)[:200]
