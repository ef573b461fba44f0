"""Checks the file of a locked pact."""

import json
from typing import Any

from thidua.core.pact import certificates_of, first_fault
from thidua.core.texts import in_groups

NAMES = {
    "on_paper": "on paper",
    "digital": "digital",
    "internal": "confirmed in the system, which is no digital signature",
}
FAULTS = {
    "pact_file.format": "This is not the file of a pact.",
    "pact_file.text": "The text does not fit the hash that it states.",
    "pact_file.signature": "The signature of {unit} names the hash of another text.",
    "pact_file.twice": "{unit} has two signatures.",
    "pact_file.kind": "The signature of {unit} lacks what its kind must have.",
    "pact_file.seal": "Text and signatures do not fit the seal.",
}


def check_pact(text: str) -> tuple[bool, str]:
    """Whether the file is whole, and what to say: the first fault, or the codes to compare with the paper."""
    try:
        record = json.loads(text)
        fault = first_fault(record)
    except (ValueError, TypeError, KeyError, AttributeError):
        return False, FAULTS["pact_file.format"]
    if fault is not None:
        return False, FAULTS[fault.key].format(**fault.values)
    signatures = record["signatures"]
    codes = [f"Text  {in_groups(record['text_hash'])}", f"Seal  {in_groups(record['seal'])}"]
    digital = [line for one in signatures for line in _digital(one)]
    return True, "\n".join(
        [f"The pact is whole: {len(signatures)} signatures{_by_kind(signatures)}.", *codes, *digital]
    )


def _by_kind(signatures: list[dict[str, Any]]) -> str:
    """How many of each kind, as ": 3 on paper, 1 digital"."""
    counts = {kind: sum(one["kind"] == kind for one in signatures) for kind in NAMES}
    told = ", ".join(f"{count} {NAMES[kind]}" for kind, count in counts.items() if count)
    return f": {told}" if told else ""


def _digital(signature: dict[str, Any]) -> list[str]:
    """Who signed digitally, by whose certificate, and the hash to compare with the signed file."""
    return [
        f"{signature['name']}: {one.subject}, certificate of {one.issuer}"
        f"{'' if one.is_known else ', not known where it was handed in'}"
        f"; SHA-256 of the file {signature['file_sha256']}"
        for one in certificates_of(signature)
    ]
