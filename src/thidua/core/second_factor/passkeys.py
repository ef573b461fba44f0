"""Passkeys (WebAuthn): what a browser is asked, and whether its answer proves the key. No row is read here."""

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

R = TypeVar("R")
# Whatever an answer that no browser gives may break on, in JSON, CBOR and COSE.
_GARBAGE = (ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, NotImplementedError,
            OverflowError, RecursionError, struct.error)  # fmt: skip


class NotProven(Exception):
    """The answer does not prove the key, or is no answer at all."""


@dataclass(frozen=True)
class Site:
    """Where the browser is: `host` without a port is what keys are bound to, `origin` is "https://host:port"."""

    host: str
    origin: str
    name: str


@dataclass(frozen=True)
class Key:
    """A new passkey: `kept` is its public part, `count` how often it has signed; both stand in the row."""

    credential_id: str
    kept: str
    count: int


@dataclass(frozen=True)
class Proof:
    """Which key has signed; `handle` names the account where the browser gave it."""

    credential_id: str
    count: int
    handle: str


Asked = tuple[dict[str, Any], dict[str, Any]]  # what the browser is asked, and what the server remembers of it


def ask_for_a_new_one(site: Site, *, handle: str, email: str, name: str, known: Sequence[str]) -> Asked:
    """A key that can sign in alone: kept in the device, opened by its owner's finger, face or PIN."""
    options, state = _server(site).register_begin(
        PublicKeyCredentialUserEntity(id=handle.encode(), name=email, display_name=name),
        [_credential(one) for one in known],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return dict(options), _plain(state)


def added(site: Site, state: Mapping[str, Any], answer: Any) -> Key:
    """The new key that a browser answers with. Raises NotProven."""
    given = _texts_of(answer)
    data = _or_not_proven(lambda: _server(site).register_complete(state, given))
    credential = data.credential_data
    if credential is None:
        raise NotProven
    return Key(websafe_encode(credential.credential_id), websafe_encode(credential), data.counter)


def ask_for_one(site: Site, known: Sequence[str] | None = None) -> Asked:
    """To be proven now: one of the known keys, or any that the device holds for this site."""
    credentials = None if known is None else [_credential(one) for one in known]
    options, state = _server(site).authenticate_begin(
        credentials, user_verification=UserVerificationRequirement.REQUIRED
    )
    return dict(options), _plain(state)


def named_in(answer: Any) -> str:
    """The id of the key that an answer claims to be of, to find its row. Raises NotProven."""
    given = _texts_of(answer)
    return _or_not_proven(lambda: websafe_encode(AuthenticationResponse.from_dict(given).raw_id))


def proven(site: Site, state: Mapping[str, Any], answer: Any, kept: str) -> Proof:
    """That the key whose public part is `kept` has signed what was asked. Raises NotProven."""

    texts = _texts_of(answer)

    def checked() -> Proof:
        _server(site).authenticate_complete(state, [_credential(kept)], texts)
        given = AuthenticationResponse.from_dict(texts)
        handle = given.response.user_handle
        count = given.response.authenticator_data.counter
        return Proof(websafe_encode(given.raw_id), count, handle.decode() if handle else "")

    return _or_not_proven(checked)


def may_follow(count: int, before: int) -> bool:
    """Whether a count can come after another: it grows, or the device counts nothing. Else the key was copied."""
    return count > before or count == before == 0


def _texts_of(answer: Any) -> dict[str, Any]:
    """The texts of an answer, and nothing else of it. Raises NotProven.

    The library would make bytes of a number: as many as the number says, until memory is full.
    """
    if not isinstance(answer, dict) or not isinstance(response := answer.get("response"), dict):
        raise NotProven
    given = {name: answer[name] for name in ("id", "rawId", "type") if isinstance(answer.get(name), str)}
    return {**given, "response": {name: text for name, text in response.items() if isinstance(text, str)}}


def _plain(state: Mapping[str, Any]) -> dict[str, Any]:
    """As a session keeps it."""
    return {name: str(value.value) if isinstance(value, Enum) else value for name, value in state.items()}


def _server(site: Site) -> Fido2Server:
    rp = PublicKeyCredentialRpEntity(id=site.host, name=site.name)
    return Fido2Server(rp, verify_origin=lambda origin: origin == site.origin)


def _credential(kept: str) -> AttestedCredentialData:
    return AttestedCredentialData(websafe_decode(kept))


def _or_not_proven(check: Callable[[], R]) -> R:
    try:
        return check()
    except _GARBAGE as wrong:
        raise NotProven from wrong
