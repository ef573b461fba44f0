"""A locked pact as a file that anybody can check without this program's database."""

import hashlib
from collections.abc import Mapping
from typing import Any

from thidua.core.answer import Sentence
from thidua.core.journal.chain import canonical
from thidua.core.texts import text_hash

FORMAT = "thidua-pact-1"


def seal(record: Mapping[str, Any]) -> str:
    """The hash over text and signatures together: SHA-256 of the record's canonical text without its seal, hex."""
    return hashlib.sha256(canonical({name: value for name, value in record.items() if name != "seal"})).hexdigest()


def first_fault(record: Mapping[str, Any]) -> Sentence | None:
    """What is wrong with a pact's file, or None if it is whole.

    The text must have the hash that it states, every signature must name that hash, no unit may
    sign twice, and the seal must fit all of it.
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
        signed.add(signature["unit"])
    return None if seal(record) == record.get("seal") else Sentence("pact_file.seal")
