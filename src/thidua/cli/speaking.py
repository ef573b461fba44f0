"""What commands of the law say, in the language that is asked for, and the law itself or what is wrong with it."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thidua.core.answer import Sentence
    from thidua.core.law.assembly import LawError
    from thidua.core.law.library import Library


def speak(language: str, *, with_records: bool = False) -> None:
    """Sets up what words need: no database, no key, no folder of data, unless the records are to be read."""
    import django
    from django.conf import settings
    from django.utils import translation

    from thidua.base import places

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.site.settings")
    if not settings.configured and not with_records:
        settings.configure(LANGUAGE_CODE="vi", LOCALE_PATHS=places.catalogues(), USE_TZ=True, DEMO_DAY=None)
    django.setup()
    translation.activate(language)


def law_with(*folders: Path) -> "Library | None":
    """The law, or None when its files are wrong, which has been said."""
    from thidua.base.law import library_with
    from thidua.core.law.assembly import LawError

    try:
        return library_with(*folders)
    except LawError as wrong:
        tell(wrong)
        return None


def tell(wrong: "LawError") -> None:
    for file, sentence in wrong.faults:
        print(f"{file}:{sentence.values.get('line', 1)}: {said(sentence)}", file=sys.stderr)


def said(sentence: "Sentence") -> str:
    from thidua.base.wording import say

    return say(sentence)
