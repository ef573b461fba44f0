"""A language in which every translated letter is marked, so that what was never marked for translation shows.

Each letter of a translated text moves into Plane 15 of Unicode, whatever is done with the text
afterwards (split, joined, capitalised); places for values, tags and entities stay as they are.
What a page says in ordinary letters was therefore written past gettext, or is data.
"""

import copy
import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import trans_real

PLANE = 0xF0000
CONTEXT = "\x04"
KEPT = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{[^{}]*\}|<[^>]*>|&\w+;")


def marked(text: str) -> str:
    """The text in marked letters."""
    pieces, at = [], 0
    for kept in KEPT.finditer(text):
        pieces += [_moved(text[at : kept.start()]), kept.group()]
        at = kept.end()
    return "".join([*pieces, _moved(text[at:])])


def _moved(text: str) -> str:
    return "".join(chr(PLANE + ord(letter)) if letter.isalpha() else letter for letter in text)


def readable(text: str) -> str:
    """Marked letters as the letters they stand for."""
    return "".join(chr(ord(letter) - PLANE) if ord(letter) >= PLANE else letter for letter in text)


@contextmanager
def everything_marked(language: str) -> Iterator[set[str]]:
    """While it lasts, the language answers in marked letters; gives the set of texts that were asked for."""
    real = trans_real.translation(language)
    asked: set[str] = set()
    false = copy.copy(real)

    def one(text: str) -> str:
        asked.add(text)
        return marked(text.rpartition(CONTEXT)[2])

    false.gettext = one
    false.ngettext = lambda single, many, n: one(single if n == 1 else many)
    trans_real._translations[language] = false
    try:
        yield asked
    finally:
        trans_real._translations[language] = real
