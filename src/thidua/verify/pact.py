"""Checks the file of a locked pact."""

import json

from thidua.core.pact import first_fault
from thidua.core.texts import in_groups

FAULTS = {
    "pact_file.format": "This is not the file of a pact.",
    "pact_file.text": "The text does not fit the hash that it states.",
    "pact_file.signature": "The signature of {unit} names the hash of another text.",
    "pact_file.twice": "{unit} has two signatures.",
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
    count = len(record["signatures"])
    codes = [f"Text  {in_groups(record['text_hash'])}", f"Seal  {in_groups(record['seal'])}"]
    return True, "\n".join([f"The pact is whole: {count} signatures.", *codes])
