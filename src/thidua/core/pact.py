"""A locked pact as a file that anybody can check without this program's database."""

import hashlib
from collections.abc import Mapping
from typing import Any

from thidua.core.answer import Sentence
from thidua.core.journal.chain import canonical
from thidua.core.pades import Certificate
from thidua.core.texts import text_hash

FORMAT = "thidua-pact-1"
KINDS = ("on_paper", "digital", "internal")


def seal(record: Mapping[str, Any]) -> str:
    """The hash over text and signatures together: SHA-256 of the record's canonical text without its seal, hex."""
    return hashlib.sha256(canonical({name: value for name, value in record.items() if name != "seal"})).hexdigest()


def first_fault(record: Mapping[str, Any]) -> Sentence | None:
    """What is wrong with a pact's file, or None if it is whole.

    The text must have the hash that it states, every signature must name that hash, no unit may
    sign twice, a digital signature must name its file and certificates that were valid when they
    signed, and the seal must fit all of it.
    """
    if record.get("format") != FORMAT:
        return Sentence("pact_file.format", format=FORMAT)
    if text_hash(str(record.get("text", ""))) != record.get("text_hash"):
        return Sentence("pact_file.text")
    signed: set[str] = set()
    for signature in record.get("signatures", []):
        if signature["text_hash"] != record["text_hash"]:
            return Sentence("pact_file.signature", unit=signature["name"])
        if signature["unit"] in signed:
            return Sentence("pact_file.twice", unit=signature["name"])
        if not _is_of_its_kind(signature):
            return Sentence("pact_file.kind", unit=signature["name"])
        signed.add(signature["unit"])
    return None if seal(record) == record.get("seal") else Sentence("pact_file.seal")


def certificates_of(signature: Mapping[str, Any]) -> list[Certificate]:
    """The certificates of a signature in a pact's file. Raises KeyError or ValueError for what is none."""
    return [Certificate.from_written(one) for one in signature.get("certificates", [])]


def _is_of_its_kind(signature: Mapping[str, Any]) -> bool:
    if signature["kind"] != "digital":
        return signature["kind"] in KINDS and not signature.get("certificates")
    owners = certificates_of(signature)
    hashes = (signature["paper_sha256"], signature["file_sha256"])
    return bool(owners) and all(one.was_valid for one in owners) and all(len(code) == 64 for code in hashes)
