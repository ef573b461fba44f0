"""What is read out of a PDF that was signed elsewhere, and whether it may count on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from thidua.core.answer import Sentence

TEXTS = ("subject", "organisation", "issuer", "serial")
MOMENTS = ("valid_from", "valid_until", "signed_at")


@dataclass(frozen=True)
class Certificate:
    """Who signed, by the certificate in the signature; `signed_at` is what the signer's machine says.

    `is_known` when the chain leads to one of the installation's anchors.
    """

    subject: str
    organisation: str
    issuer: str
    serial: str
    valid_from: datetime
    valid_until: datetime
    signed_at: datetime
    is_known: bool

    @property
    def was_valid(self) -> bool:
        return self.valid_from <= self.signed_at <= self.valid_until

    @classmethod
    def from_written(cls, written: Mapping[str, Any]) -> "Certificate":
        """What `as_written` gave. Raises KeyError or ValueError for anything else."""
        subject, organisation, issuer, serial = (str(written[name]) for name in TEXTS)
        valid_from, valid_until, signed_at = (datetime.fromisoformat(written[name]) for name in MOMENTS)
        known = bool(written["is_known"])
        return cls(subject, organisation, issuer, serial, valid_from, valid_until, signed_at, known)

    def as_written(self) -> dict[str, Any]:
        """As the signature keeps it and the pact's file shows it."""
        texts = {name: getattr(self, name) for name in TEXTS}
        moments = {name: getattr(self, name).isoformat() for name in MOMENTS}
        return {**texts, **moments, "is_known": self.is_known}


@dataclass(frozen=True)
class SignedPdf:
    """A file with at least one whole signature, of which the first bytes are the paper that was handed out."""

    paper_sha256: str
    sha256: str
    certificates: tuple[Certificate, ...]


def first_fault(read: SignedPdf, *, opened_at: datetime, at: datetime, needs_known: bool) -> Sentence | None:
    """Why the signatures do not count, or None: the first thing that is wrong."""
    for one in read.certificates:
        if not opened_at <= one.signed_at <= at:
            return Sentence("signed_file.moment", signer=one.subject, signed=one.signed_at, opened=opened_at)
        if not one.was_valid:
            return Sentence(
                "signed_file.not_valid",
                signer=one.subject,
                on=one.signed_at,
                from_on=one.valid_from,
                until_on=one.valid_until,
            )
        if needs_known and not one.is_known:
            return Sentence("signed_file.unknown_issuer", signer=one.subject, issuer=one.issuer)
    return None
