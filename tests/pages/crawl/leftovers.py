"""What stands on a page in ordinary letters while every translated letter is marked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from django.apps import apps
from django.db import models

from tests.pages.crawl.pseudo import PLANE
from tests.pages.crawl.reading import Piece
from thidua.base import places
from thidua.base.law import law, register
from thidua.base.library import campaign_templates, listed_papers, paper_kinds, report_kinds, titles
from thidua.core.papers import COMMON
from thidua.core.scoring import Name, parse
from thidua.pages.law.words import VIETNAMESE
from thidua.records.conduct.evaluating import ratings

PLACE = re.compile(r"\{\w+\}|%\(\w+\)s")  # a script puts a value there
BETWEEN = re.compile(r"[,;:·…()×=]|\s-\s|\.(?=\s|$)")
NUMBER = re.compile(r"^[\d.,/]+ | [\d.,/]+$")
ADDRESS = re.compile(r"https?://\S+")
HASH = re.compile(r"(?=\S*\d)[0-9a-f]{4,64}( [0-9a-f]{4,64})*")
MARKED = re.compile(f"[{chr(PLANE)}-{chr(PLANE + 0xFFFF)}]+")
EDGES = " \t.,;:·–-()/…“”\"'%×="
OF_NO_LANGUAGE = frozenset({"Excel", "English"})


def left_over(piece: Piece, data: frozenset[str], names: frozenset[str] = frozenset()) -> list[str]:
    """The parts of a piece that were neither translated nor may be taken for data.

    Data that stand alone claim their language (`lang`). Within a sentence, a title or an attribute they
    cannot: there a part counts as data if the database holds just these words. Codes without a small
    letter (43/QĐ-UBND, CSV), hashes and addresses are of no language.
    """
    if piece.lang:
        return []
    parts = [part for part in _ordinary(PLACE.sub("", piece.text)) if not is_of_no_language(part)]
    may_hold_data = "@" in piece.where or piece.where == "title" or any(ord(c) > PLANE for c in piece.text)
    known = (data, names) if may_hold_data else (names,)
    return [part for part in parts if not is_data(part, *known)]


def is_of_no_language(part: str) -> bool:
    return part.upper() == part or part in OF_NO_LANGUAGE or any(one.fullmatch(part) for one in (HASH, ADDRESS))


def _ordinary(text: str) -> Iterator[str]:
    """The stretches between marked letters."""
    for stretch in MARKED.split(text):
        if whole := stretch.strip(EDGES):
            yield whole


def is_data(part: str, *data: frozenset[str]) -> bool:
    """Whether the database holds these words, as one value or as values and numbers set side by side."""
    cuts = [0, *(cut.end() for cut in BETWEEN.finditer(part)), len(part)]
    reached = {0}
    for at, cut in enumerate(cuts):
        if any(_is_value(part[start:cut], *data) for start in cuts[:at] if start in reached):
            reached.add(cut)
    return len(part) in reached


def _is_value(piece: str, *data: frozenset[str]) -> bool:
    words = piece.strip().rstrip(",;:·. ")
    bare = NUMBER.sub("", words).strip(EDGES)
    return is_of_no_language(bare) or any(one in known for one in (piece.strip(EDGES), words, bare) for known in data)


def words_of_the_database() -> frozenset[str]:
    """Every text that a table of ours holds, also without what stands at its edges."""
    texts = set()
    for model in apps.get_models():
        columns = [f.attname for f in model._meta.fields if isinstance(f, models.CharField | models.TextField)]
        if model.__module__.startswith("thidua.") and columns:
            for row in model._default_manager.values_list(*columns):
                texts.update(" ".join(text.split()) for text in row if isinstance(text, str) and text)
    heads = {text.partition(":")[0] for text in texts}  # a campaign's name above a column ends before its theme
    return frozenset(texts | heads | {text.strip(EDGES) for text in texts})


POINTS = {*"abcdeghik"}  # of an article


def names_in(language: str) -> frozenset[str]:
    """Names that the library of score sheets, law, campaigns and papers holds in one language."""
    sheets = [parse(file.read_text()) for file in sorted(places.library("scoresheets").glob("*.yaml"))]
    papers = (*listed_papers(), *paper_kinds().values(), *report_kinds().values(), *COMMON.values())
    names = {
        " ".join(name.within(language).split())
        for one in (
            *sheets,
            *titles(),
            *register().values(),
            *law().texts.values(),
            *law().standards,
            *law().provisions,
            *campaign_templates().values(),
            *ratings().values(),
            *papers,
        )
        for name in _names(one)
    }
    if language == "en":
        names |= {part for name in names for part in _between_vietnamese(name)} | POINTS
        names |= {case.name for standard in law().standards for case in standard.cases}
    return frozenset(names | {name.strip(EDGES) for name in names})


def _between_vietnamese(name: str) -> Iterator[str]:
    """What stands between the words of a name that an English page marks as Vietnamese, such as a decree's sign."""
    part: list[str] = []
    for word in [*name.split(), "ệ"]:
        if not VIETNAMESE.search(word):
            part.append(word)
        elif part:
            yield " ".join(part)
            part = []


def _names(thing: object) -> Iterator[Name]:
    if isinstance(thing, Name):
        yield thing
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from _names(getattr(thing, one.name))
    elif isinstance(thing, Mapping):
        yield from _names(list(thing.values()))
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from _names(part)
