"""Checks the file of a locked ranking."""

import json

from thidua.core.ranking_seal import first_fault
from thidua.core.texts import in_groups

FAULTS = {
    "ranking_file.format": "This is not the file of a ranking.",
    "ranking_file.twice": "{unit} stands in it twice.",
    "ranking_file.order": "The place of {unit} does not follow from the totals.",
    "ranking_file.seal": "Places and totals do not fit the seal.",
}


def check_ranking(text: str) -> tuple[bool, str]:
    """Whether the file is whole, and what to say: the first fault, or the codes to compare with the paper."""
    try:
        record = json.loads(text)
        fault = first_fault(record)
    except (ValueError, TypeError, KeyError, AttributeError, ZeroDivisionError):
        return False, FAULTS["ranking_file.format"]
    if fault is not None:
        return False, FAULTS[fault.key].format(**fault.values)
    codes = [f"Sheet {in_groups(record['sheet']['text_hash'])}", f"Seal  {in_groups(record['seal'])}"]
    return True, "\n".join([f"The ranking is whole: {len(record['places'])} units.", *codes])
