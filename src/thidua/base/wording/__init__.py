"""The words of sentences: `core` gives a key with values, the reader's language is chosen here.

Each module of this package holds the sentences of one record: key → Vietnamese text with
{names} for values, marked for translation.
"""

from datetime import date, datetime
from fractions import Fraction
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from django.utils.translation import get_language, gettext

from thidua.base.days import VIETNAM, written
from thidua.base.numbers import figure
from thidua.core.answer import Sentence
from thidua.core.scoring import Name, Precise


@cache
def all_words() -> dict[str, str]:
    """Every key with its Vietnamese text. Raises ValueError if two rooms use one key."""
    words: dict[str, str] = {}
    for module in iter_modules(__path__):
        for key, text in import_module(f"{__name__}.{module.name}").WORDS.items():
            if key in words:
                raise ValueError(f"two sentences share the key {key}")
            words[key] = text
    return words


def say(sentence: Sentence) -> str:
    """The sentence in the reader's language. Raises KeyError for a key without words."""
    return gettext(all_words()[sentence.key]).format(**{name: _said(value) for name, value in sentence.values.items()})


def _said(value: Any) -> str:
    """A value as it stands in a sentence: figures, days and words of other lists in the reader's form."""
    if isinstance(value, bool) or value is None:
        return str(value)
    if isinstance(value, int | Fraction):
        return figure(value)
    if isinstance(value, datetime):
        local = value.astimezone(VIETNAM)
        return f"{local:%H:%M} {written(local)}"
    if isinstance(value, date):
        return written(value)
    if isinstance(value, Sentence):
        return say(value)
    if isinstance(value, Name):
        return value.within((get_language() or "vi")[:2])
    if isinstance(value, Precise):
        return figure(value.figure, value.places)
    if isinstance(value, tuple | list):
        return ", ".join(_said(one) for one in value)
    return str(value)
