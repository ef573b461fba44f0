"""Small secrets at rest: a copy of the database alone does not give them away."""

import base64
import hmac

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def sealed(secret: bytes) -> str:
    """Readable again with this installation's key only (THIDUA_SECRET_KEY)."""
    return _box().encrypt(secret).decode()


def unsealed(text: str) -> bytes | None:
    """The secret; None when the installation has another key now."""
    try:
        return _box().decrypt(text.encode())
    except InvalidToken:
        return None


def _box() -> Fernet:
    key = HKDF(SHA256(), 32, salt=None, info=b"thidua sealed 1").derive(settings.SECRET_KEY.encode())
    return Fernet(base64.urlsafe_b64encode(key))


def mac_of(text: str, *, about: str) -> bytes:
    """32 bytes that only this installation's key gives for a text; `about` keeps its uses apart."""
    key = HKDF(SHA256(), 32, salt=None, info=f"thidua mac {about} 1".encode()).derive(settings.SECRET_KEY.encode())
    return hmac.digest(key, text.encode(), "sha256")
