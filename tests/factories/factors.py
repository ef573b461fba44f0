"""Second factors of the factories' accounts: an app whose codes are known, recovery codes, a device with a passkey."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from tests.factories.seasons import NOON, a_key
from thidua.core.actor import Actor
from thidua.core.second_factor.codes import code_at
from thidua.core.second_factor.passkeys import Key
from thidua.records.accounts.actions import add_code_app, add_passkey, make_recovery_codes
from thidua.records.accounts.models import Account, CodeApp, Passkey

SECRET = b"12345678901234567890"
A_STEP = timedelta(seconds=30)
PRESENT_AND_VERIFIED = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV
CODES = ["aaaa-bbbb-cccc-dddd", "eeee-ffff-gggg-hhhh"]


def account_of(actor: Actor) -> Account:
    return Account.objects.get(pk=actor.account)


def an_app_of(actor: Actor, at: datetime = NOON) -> CodeApp:
    """Its code of the step before `at` is used up by setting it up."""
    before = at - A_STEP
    return add_code_app(
        account_of(actor), secret=SECRET, typed=code_at(SECRET, before), code_at=before, by=actor, at=NOON, key=a_key()
    )


def recovery_codes_of(actor: Actor) -> list[str]:
    make_recovery_codes(account_of(actor), codes=CODES, by=actor, at=NOON, key=a_key())
    return CODES


class Device:
    """What keeps passkeys, as a phone does: it answers what a site asks, after its owner's finger."""

    def __init__(self, origin: str = "http://localhost", host: str = "localhost") -> None:
        self.origin, self.host, self.count, self.handle = origin, host, 0, b""
        self.private = ec.generate_private_key(ec.SECP256R1())
        public = ES256.from_cryptography_key(self.private.public_key())
        self.credential = AttestedCredentialData.create(Aaguid.NONE, secrets.token_bytes(16), public)

    def makes(self, asked: dict[str, Any]) -> dict[str, Any]:
        """The answer to `ask_for_a_new_one`."""
        self.handle = websafe_decode(asked["publicKey"]["user"]["id"])
        flags = PRESENT_AND_VERIFIED | AuthenticatorData.FLAG.AT
        data = AuthenticatorData.create(self._host_hash(), flags, 0, self.credential)
        return self._answer(
            clientDataJSON=self._client_data(CollectedClientData.TYPE.CREATE, asked),
            attestationObject=AttestationObject.create("none", data, {}),
        )

    def signs(self, asked: dict[str, Any], *, flags: int | None = None) -> dict[str, Any]:
        """The answer to `ask_for_one`; the count grows as with a security key."""
        self.count += 1
        data = AuthenticatorData.create(self._host_hash(), PRESENT_AND_VERIFIED if flags is None else flags, self.count)
        client = self._client_data(CollectedClientData.TYPE.GET, asked)
        signature = self.private.sign(data + client.hash, ec.ECDSA(SHA256()))
        return self._answer(
            clientDataJSON=client, authenticatorData=data, signature=signature, userHandle=self.handle
        )  # fmt: skip

    def _client_data(self, what: str, asked: dict[str, Any]) -> CollectedClientData:
        return CollectedClientData.create(what, websafe_decode(asked["publicKey"]["challenge"]), self.origin)

    def _host_hash(self) -> bytes:
        return hashlib.sha256(self.host.encode()).digest()

    def _answer(self, **parts: bytes) -> dict[str, Any]:
        name = websafe_encode(self.credential.credential_id)
        response = {part: websafe_encode(value) for part, value in parts.items() if value}
        return {"id": name, "rawId": name, "type": "public-key", "response": response, "clientExtensionResults": {}}


def a_passkey_of(actor: Actor, device: Device | None = None, count: int = 0, name: str = "Máy cơ quan") -> Passkey:
    """The row of a device's key, as if it had been added."""
    device, account = device or Device(), account_of(actor)
    device.handle = account.public_id.encode()
    credential = device.credential
    key = Key(websafe_encode(credential.credential_id), websafe_encode(credential), count)
    return add_passkey(account, passkey=key, name=name, by=actor, at=NOON, key=a_key())
