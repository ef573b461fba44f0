"""Đồng, whole numbers: what a line comes to, and a sum in words as receipts and settlements say it."""

from fractions import Fraction

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
TEN, HUNDRED, MILLIARD = 10, 100, 10**9
STEPS = ((10**6, "triệu"), (10**3, "nghìn"), (1, ""))


def amount_dong(quantity: Fraction, price_dong: int) -> int:
    """What so many at such a price come to, a half đồng rounded up.

    >>> amount_dong(Fraction(5, 2), 150_001)
    375003
    """
    return int(quantity * price_dong + Fraction(1, 2))


def written_dong(dong: int) -> str:
    """As Vietnamese papers and notices write it, in whatever language they are read.

    >>> written_dong(-1_234_000)
    '-1.234.000'
    """
    return f"{dong:,}".replace(",", ".")


def in_words(dong: int) -> str:
    """A sum from nought upwards, as it stands after "Bằng chữ".

    >>> in_words(45_250_000)
    'Bốn mươi lăm triệu hai trăm năm mươi nghìn đồng'
    """
    words = " ".join(_number(dong, leads=True)) if dong else DIGITS[0]
    return f"{words[:1].upper()}{words[1:]} đồng"


def _number(number: int, *, leads: bool) -> list[str]:
    """The words of a number; one that does not lead says its noughts: không trăm linh năm."""
    milliards, rest = divmod(number, MILLIARD)
    words = [*_number(milliards, leads=leads), "tỷ"] if milliards else []
    for size, name in STEPS:
        group, rest = divmod(rest, size)
        if group:
            words += [*_group(group, leads=leads and not words), *([name] if name else [])]
    return words


def _group(number: int, *, leads: bool) -> list[str]:
    """Three digits."""
    hundreds, rest = divmod(number, HUNDRED)
    words = [] if leads and not hundreds else [DIGITS[hundreds], "trăm"]
    return words + _tens(rest, after_hundreds=bool(words))


def _tens(number: int, *, after_hundreds: bool) -> list[str]:
    tens, ones = divmod(number, TEN)
    if not tens:
        return [*(["linh"] if after_hundreds else []), DIGITS[ones]] if ones else []
    words = ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    return words + ([_ones(tens, ones)] if ones else [])


def _ones(tens: int, ones: int) -> str:
    """After a ten five is lăm; from twenty on one is mốt and four is tư."""
    own = {5: "lăm"} if tens == 1 else {1: "mốt", 4: "tư", 5: "lăm"}
    return own.get(ones, DIGITS[ones])
