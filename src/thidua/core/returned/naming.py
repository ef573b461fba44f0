"""What an agency's name lets guess: its place, a short name, a code; where an office's own list gives none."""

import re
from collections.abc import Collection

from thidua.core.texts import folded

PLACE = re.compile(r"\b(?:tỉnh|thành phố|TP\.?)\s+(\S.*)$", re.IGNORECASE)
MOST_CODE = 24
KINDS = {"so tu phap": "so_tu_phap", "cuc thi hanh an dan su": "cuc_thads", "thi hanh an dan su": "cuc_thads"}


def place_in(name: str) -> str:
    """The province or city at the end of a name, else nothing.

    >>> place_in("Sở Tư pháp tỉnh Nam Định")
    'Nam Định'
    """
    found = PLACE.search(name)
    return found[1].strip() if found else ""


def short_of(name: str) -> str:
    """Initials and the place; a name without a place stays as it is.

    >>> short_of("Sở Tư pháp tỉnh Nam Định"), short_of("Văn phòng Bộ")
    ('STP Nam Định', 'Văn phòng Bộ')
    """
    place = place_in(name)
    return f"{_initials(_agency(name))} {place}" if place and _initials(_agency(name)) else name


def code_of(name: str, taken: Collection[str]) -> str:
    """A code that nobody has yet.

    >>> code_of("Sở Tư pháp tỉnh Hà Nam", []), code_of("Sở Tư pháp thành phố Hà Nội", ["STP-HN"])
    ('STP-HN', 'STP-HN2')
    """
    parts = [part for part in (_initials(_agency(name)), _initials(place_in(name))) if part]
    code, number = "-".join(parts)[:MOST_CODE] or "DV", 1
    while (found := code if number == 1 else f"{code}{number}") in taken:
        number += 1
    return found


def kind_of(name: str) -> str:
    """What kind of agency it is, by the first words of its name."""
    return next((kind for words, kind in KINDS.items() if folded(name).startswith(words)), "agency")


def _agency(name: str) -> str:
    found = PLACE.search(name)
    return name[: found.start()] if found else name


def _initials(text: str) -> str:
    return "".join(word[0] for word in re.findall(r"[a-z0-9]+", folded(text))).upper()
