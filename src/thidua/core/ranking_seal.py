"""A locked ranking as a file that anybody can check without this program's database."""

import hashlib
from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

from thidua.core.answer import Sentence
from thidua.core.journal.chain import canonical

FORMAT = "thidua-ranking-1"


def seal(record: Mapping[str, Any]) -> str:
    """The hash over the sheet's hash and all places: SHA-256 of the record's canonical text without its seal, hex."""
    return hashlib.sha256(canonical({name: value for name, value in record.items() if name != "seal"})).hexdigest()


def first_fault(record: Mapping[str, Any]) -> Sentence | None:
    """What is wrong with a ranking's file, or None if it is whole.

    No unit may stand twice, places must follow the totals (1, 2, 2, 4; those without a place last, each with
    its reason), and the seal must fit all of it.
    """
    if record.get("format") != FORMAT:
        return Sentence("ranking_file.format", format=FORMAT)
    places = record["places"]
    names = {one["unit"]: one["name"] for one in places}
    if len(names) < len(places):
        units = [one["unit"] for one in places]
        return Sentence("ranking_file.twice", unit=next(names[unit] for unit in units if units.count(unit) > 1))
    if (wrong := _first_out_of_order(places)) is not None:
        return Sentence("ranking_file.order", unit=wrong["name"])
    return None if seal(record) == record.get("seal") else Sentence("ranking_file.seal")


def _first_out_of_order(places: list[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    ranked = [one for one in places if one["place"] is not None]
    for one in places[len(ranked) :]:
        if one["place"] is not None or not one["excluded_because"]:
            return one
    if ranked and ranked[0]["place"] != 1:
        return ranked[0]
    for position, (ahead, one) in enumerate(pairwise(ranked), 2):
        higher, lower = Fraction(ahead["total"]), Fraction(one["total"])
        shared = one["place"] == ahead["place"]
        # Equal totals may still stand apart: a tie-break of the sheet has set them so, and the file names it.
        fits = higher == lower if shared else higher > lower or (higher == lower and bool(one["broken_by"]))
        if not fits or (not shared and one["place"] != position):
            return one
    return None
