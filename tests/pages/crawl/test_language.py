"""Whoever reads, and whatever they reach by links: on an English page nothing is left in Vietnamese but data, and
on a Vietnamese page nothing in English.

`make test` follows the secretary of 2016, who reaches most, and for what is ours one of the others in one language,
another with every commit; `make prove` everybody on every day.
"""

import re
from collections.abc import Container, Iterable, Iterator

import pytest
from babel.messages.pofile import read_po
from django.utils.translation import trans_real

from scripts.messages import CATALOGUE, SOURCE
from tests.pages.crawl.leftovers import left_over, names_in, words_of_the_database
from tests.pages.crawl.pseudo import CONTEXT, everything_marked, readable
from tests.pages.crawl.walking import Visit, visits
from tests.played import AFTER_THE_MERGERS, DAYS, LAST_DAY, ROLES, SIGNING, signed_in
from tests.turning import turning

# No Vietnamese word is written so.
ENGLISH = re.compile(
    r"\b(and|with|this|please|required|field|save|sign|signed|page|report|results?|scores?|search|until|units?|yet)\b",
    re.IGNORECASE,
)

SECRETARY, ADMINISTRATOR = (LAST_DAY, "thuong-truc", 1), (AFTER_THE_MERGERS, "quan-tri", 1)
OTHERS = [ADMINISTRATOR] + [
    (day, role, 1) for day in (SIGNING, LAST_DAY) for role in ROLES if (day, role, 1) != SECRETARY
]
WHOLE = [pytest.param(day, role, 6, marks=pytest.mark.long) for day in DAYS for role in ROLES]
LANGUAGES = ("vi", "en")
READERS = [SECRETARY, *WHOLE]
SOME_READERS = turning([(language, *reader) for language in LANGUAGES for reader in OTHERS], 1) + [
    pytest.param(language, *reader.values, marks=pytest.mark.long) for language in LANGUAGES for reader in WHOLE
]


def nothing(left: Iterable[str]) -> None:
    """Fails with one line for each thing that is left, however many there are."""
    if lines := sorted(set(left)):
        pytest.fail("\n".join(lines), pytrace=False)


def english_of(text: str) -> str:
    """What the catalogues say for a text that was asked for, with its context; of one that counts, said of one."""
    english = trans_real.translation("en")
    said = str(english.gettext(text))  # older Pythons do not find here what counts
    return said if said != text else str(english.ngettext(text, text, 1))


def own_texts() -> dict[str, str]:
    """Every text of the rooms' own catalogues with its English."""
    told: dict[str, str] = {}
    for file in SOURCE.rglob(str(CATALOGUE)):
        with file.open("rb") as handle:
            told |= {m.id: m.string for m in read_po(handle, locale="en") if isinstance(m.id, str) and m.id}
    return told


@pytest.mark.parametrize(("day", "role", "each"), READERS)
def test_all_that_a_page_says_is_translated_or_marked_as_data(stand_on, day, role, each):
    stand_on(day)
    data, names = words_of_the_database(), names_in("en")
    with everything_marked("en") as asked:
        found = visits(signed_in(role, "en"), each)
    left = {
        (visit.name, piece.where, readable(part)): visit.address
        for visit in found
        for piece in visit.reading.pieces
        for part in left_over(piece, data, names)
    }
    nothing(f"{at}: <{where}> {part!r}" for (_, where, part), at in left.items())
    nothing(visit.address for visit in found if visit.reading.lang not in ("", "en"))
    nothing(text for text in asked if not text.isascii() and english_of(text) == text.rpartition(CONTEXT)[2])


def english_on(visit: Visit, english: Container[str]) -> Iterator[str]:
    for piece in visit.reading.pieces:
        if not piece.lang and (piece.text in english or ENGLISH.search(piece.text)):
            yield f"{visit.name}: <{piece.where}> {piece.text!r}"


def vietnamese_on(visit: Visit, vietnamese: Container[str]) -> Iterator[str]:
    for piece in visit.reading.pieces:
        if not piece.lang and piece.text in vietnamese:
            yield f"{visit.name}: <{piece.where}> {piece.text!r}"


@pytest.mark.parametrize(("language", "day", "role", "each"), SOME_READERS)
def test_a_page_holds_nothing_of_ours_in_the_other_language(stand_on, language, day, role, each):
    stand_on(day)
    texts = own_texts()
    if language == "vi":
        left, others = english_on, set(texts.values()) - {""} - set(texts) | names_in("en") - names_in("vi")
    else:
        left = vietnamese_on
        others = {text for text, english in texts.items() if text != english} | names_in("vi") - names_in("en")
    nothing(line for visit in visits(signed_in(role, language), each) for line in left(visit, others))
