"""Made-up certificates and PDFs signed with them, as a signing program elsewhere would; keys live for one build."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore


@dataclass(frozen=True)
class Issued:
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey = field(repr=False)

    @property
    def as_asn1(self) -> asn1.Certificate:
        return asn1.Certificate.load(self.certificate.public_bytes(serialization.Encoding.DER))

    @property
    def as_pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def authority(name: str, *, valid_from: datetime, until: datetime) -> Issued:
    return _issued(_named(name, ""), None, valid_from, until)


def certificate(by: Issued, name: str, unit: str, *, valid_from: datetime, until: datetime) -> Issued:
    return _issued(_named(name, unit), by, valid_from, until)


def signed_pdf(content: bytes, signer: Issued, *, by: Issued | None = None, at: datetime) -> bytes:
    """The file with one more signature (PAdES), behind the bytes that it had."""
    store = SimpleCertificateStore()
    if by is not None:
        store.register(by.as_asn1)
    key = signer.key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with_key = signers.SimpleSigner(signer.as_asn1, keys.PrivateKeyInfo.load(key), store)
    writer, out = IncrementalPdfFileWriter(BytesIO(content)), BytesIO()
    count = len(list(writer.prev.embedded_signatures))
    meta = signers.PdfSignatureMetadata(field_name=f"ChuKy{count + 1}", subfilter=SigSeedSubFilter.PADES)
    # pyHanko starts an event loop, which a thread that runs one already refuses.
    with ThreadPoolExecutor(max_workers=1) as apart:
        apart.submit(_AtAMoment(meta, with_key, at).sign_pdf, writer, output=out).result()
    return out.getvalue()


class _AtAMoment(signers.PdfSigner):
    """A signer's machine whose clock stands where we want it."""

    def __init__(self, meta: signers.PdfSignatureMetadata, signer: signers.Signer, at: datetime) -> None:
        super().__init__(meta, signer)
        self._at = at

    def init_signing_session(self, *given: Any, **more: Any) -> Any:
        session = super().init_signing_session(*given, **more)
        session.system_time = self._at
        return session


def _named(name: str, unit: str) -> x509.Name:
    parts = [x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"), x509.NameAttribute(NameOID.COMMON_NAME, name)]
    return x509.Name([*parts, *([x509.NameAttribute(NameOID.ORGANIZATION_NAME, unit)] if unit else [])])


def _issued(name: x509.Name, by: Issued | None, valid_from: datetime, until: datetime) -> Issued:
    key = ec.generate_private_key(ec.SECP256R1())
    issuer, with_key, is_root = (name, key, True) if by is None else (by.certificate.subject, by.key, False)
    usage = x509.KeyUsage(not is_root, not is_root, False, False, False, is_root, is_root, False, False)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid_from)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(with_key.public_key()), critical=False)
        .sign(with_key, hashes.SHA256())
    )
    return Issued(made, key)
