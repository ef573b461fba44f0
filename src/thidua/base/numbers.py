"""Figures as they are written and read: 1.234,5 in Vietnamese, 1,234.5 in English."""

import re
from fractions import Fraction

from django.utils.translation import get_language

from thidua.core.answer import refuse

_VIETNAMESE = re.compile(r"^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$")
_PLAIN = re.compile(r"^-?\d+(\.\d{1,2}|\.\d{4,})?$")
_DONG = re.compile(r"^[0-9]{1,3}([.,])[0-9]{3}(\1[0-9]{3})*$|^[0-9]+$")
_DONG_SIGNS = re.compile(r"(đồng|đ|vnđ|vnd)\.?$", re.IGNORECASE)
LONGEST = 30
MOST_DONG = 999_999_999_999


def figure(value: Fraction | int, places: int = 2) -> str:
    """A figure for the reader, rounded half up to at most `places` decimals, without trailing zeros.

    >>> figure(Fraction(12345, 10))
    '1.234,5'
    """
    scaled = abs(value) * 10**places
    whole = int(scaled + Fraction(1, 2))
    digits, decimals = divmod(whole, 10**places)
    tail = f"{decimals:0{places}d}".rstrip("0") if places else ""
    english = (get_language() or "vi").startswith("en")
    grouped = f"{digits:,}" if english else f"{digits:,}".replace(",", ".")
    sign = "−" if value < 0 and whole else ""
    return sign + grouped + (("." if english else ",") + tail if tail else "")


def editable(value: Fraction | int) -> str:
    """A figure as it stands in a field to be changed: exact, without marks between thousands, so that
    `read_figure` reads the same figure back whatever the reader's language.

    >>> editable(Fraction(39245, 20))
    '1962,25'
    """
    exact = Fraction(value)
    places = places_of(exact)
    text = figure(exact, places).replace("−", "-")
    english = (get_language() or "vi").startswith("en")
    bare = text.replace(",", "") if english else text.replace(".", "")
    return f"{bare}0" if english and places == 3 else bare  # "9.125" alone may be nine thousand


def places_of(value: Fraction) -> int:
    """How many decimals tell a figure whole; 4 where it never ends.

    >>> places_of(Fraction(39245, 20))
    2
    """
    return next((n for n in range(LONGEST) if (value * 10**n).denominator == 1), 4)


def read_figure(text: str) -> Fraction:
    """A figure as an officer types it: "9,5", "1.000,5", "9.5", "95%".

    Raises NotPossible for what is no figure, and for "1.000", which may be a thousand or one.
    """
    typed = text.strip().replace(" ", "").replace("\u00a0", "").removesuffix("%").replace("−", "-")
    if len(typed) > LONGEST:
        raise refuse("figure.too_long", typed=typed[:LONGEST])
    if re.fullmatch(r"-?\d{1,3}\.\d{3}", typed):
        raise refuse("figure.ambiguous", typed=typed, whole=typed.replace(".", ""), decimal=typed.replace(".", ","))
    if _VIETNAMESE.match(typed):
        return Fraction(typed.replace(".", "").replace(",", "."))
    if _PLAIN.match(typed):
        return Fraction(typed)
    raise refuse("figure.not_one", typed=text.strip()[:LONGEST])


def read_dong(text: str) -> int:
    """A sum of money as officers type it: "1.234.000", "1234000", "1.234.000 đ"; đồng are whole.

    Raises NotPossible for what is no such sum, and for one beyond a thousand milliards.
    """
    typed = _DONG_SIGNS.sub("", text.strip().replace("\u00a0", "").replace(" ", ""))
    if len(typed) > LONGEST or not _DONG.match(typed):
        raise refuse("figure.not_dong", typed=text.strip()[:LONGEST])
    if (dong := int(typed.replace(".", "").replace(",", ""))) > MOST_DONG:
        raise refuse("figure.too_much_money", most=MOST_DONG)
    return dong
