"""What commands of the law are asked with: days, files of facts, codes; a sentence for what is wrong in them."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from thidua.cli.speaking import said

if TYPE_CHECKING:
    from thidua.core.answer import Sentence
    from thidua.core.tables import Table

T = TypeVar("T")

HISTORY = """\
a file of facts says what is on record; what it does not say is not so:

  kind: individual          (or collective, household)
  facts:
    rating: {2021-2024: HTT, 2025: HTXS}
    titles: {CSTDCS: [2023, 2024, 2025]}
    forms: [{form: BK_BO, decided_on: 2022-03-01, type: CONG_TRANG}]
    initiatives: [{year: 2025, recognised_by: ministry}]
"""


def a_day(text: str) -> date:
    """2026-03-01, or as officers write it."""
    from thidua.base.days import read_day

    if (found := read_day(text)) is None:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day; write it as 2026-03-01 or 1/3/2026")
    a_year(str(found.year))
    return found


def a_year(text: str) -> int:
    """One that sets of years hold."""
    from thidua.core.law.facts import FIRST_YEAR, LAST_YEAR

    if not (text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR):
        raise argparse.ArgumentTypeError(f"“{text}” is not a year from {FIRST_YEAR} to {LAST_YEAR}")
    return int(text)


def facts_in(file: Path, read: "Callable[[Table], T]") -> T | None:
    """What `read` makes of the file; None when that cannot be, which has been said with the line."""
    from thidua.base.law import register
    from thidua.core.answer import Sentence
    from thidua.core.law.facts import unknown_awards
    from thidua.core.read import ReadError, read_table

    try:
        table = read_table(file.read_text(encoding="utf-8"))
        found, wrong = read(table), list(unknown_awards(table, register()))
    except ReadError as trouble:
        found, wrong = None, list(trouble)
    except (OSError, UnicodeDecodeError):
        complain(Sentence("law.file_unreadable", file=str(file)))
        return None
    for sentence in wrong:
        print(f"{file}:{sentence.values['line']}: {said(sentence)}", file=sys.stderr)
    return None if wrong else found


def knows_codes(award: str, authority: str, authorities: tuple[str, ...]) -> bool:
    """Whether there is such an award, and such an authority where one is named; else it has been said."""
    from thidua.base.law import register
    from thidua.core.answer import Sentence

    if award not in register():
        near = get_close_matches(award.upper(), list(register()), n=3) or list(register())
        complain(Sentence("law.no_such_code", code=award, near=", ".join(near)))
        return False
    if authority and authority not in authorities:
        complain(Sentence("law.no_such_authority", code=authority, known=", ".join(authorities)))
        return False
    return True


def complain(sentence: "Sentence") -> None:
    print(said(sentence), file=sys.stderr)
