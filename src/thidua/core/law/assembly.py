"""From the files of the law to the library: read, set in order, and refused where they contradict each other."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar

from thidua.core.answer import Sentence
from thidua.core.law.conditions import Place
from thidua.core.law.conditions.groups import named_in
from thidua.core.law.history import Kind
from thidua.core.law.library import Library
from thidua.core.law.provisions import Provision, provisions_of
from thidua.core.law.register import Register
from thidua.core.law.rules import standard_of
from thidua.core.law.standard import Standard
from thidua.core.law.texts import Text, text_of
from thidua.core.read import ReadError, read_table
from thidua.core.tables import Table, fault

ABOUT = "text.yaml"
DAY = timedelta(days=1)

T = TypeVar("T")
Rule = TypeVar("Rule", Standard, Provision)


class LawError(Exception):
    """Files of the law are wrong: each fault with its file; its line is in the sentence."""

    def __init__(self, faults: Iterable[tuple[str, Sentence]]) -> None:
        self.faults = tuple(faults)
        super().__init__(*self.faults)


def library_of(files: Mapping[str, str], register: Register, *, drafts: Container[str] = ()) -> Library:
    """The library in files by name, such as `L22/CSTDCS.yaml`; every folder has a `text.yaml`.

    What a file says is remembered, so that a draft is laid beside hundreds that are as they were; not of `drafts`.
    Raises LawError with all faults: misspelt entries, texts and awards that do not exist, two rules for one thing.
    """
    return _Assembly(register, drafts).library(files)


@dataclass
class _Assembly:
    register: Register
    drafts: Container[str]
    faults: list[tuple[str, Sentence]] = field(default_factory=list)
    texts: dict[str, Text] = field(default_factory=dict)
    standards: list[Standard] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)

    def library(self, files: Mapping[str, str]) -> Library:
        for code, inside in _folders(files).items():
            self._read_folder(code, inside)
        self.faults += [*_unknown_texts(self.texts), *_over_others(self.texts)]
        self._raise()
        standards, provisions = _in_order(self.standards, self.texts), _in_order(self.provisions, self.texts)
        self.faults += [*_contradictions(standards, self.texts), *_contradictions(provisions, self.texts)]
        self.faults += [*_standards_not_there(standards, self.texts), *_circles(standards)]
        self.faults += _kept_wrongly(provisions, self.texts)
        self._raise()
        return Library(self.texts, tuple(standards), tuple(provisions))

    def _raise(self) -> None:
        if self.faults:
            raise LawError(self.faults)

    def _tried(self, file: str, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except ReadError as wrong:
            self.faults += [(file, sentence) for sentence in wrong.sentences]
            return None

    def _read_folder(self, code: str, inside: Mapping[str, str]) -> None:
        text = self._tried(f"{code}/{ABOUT}", lambda: self._text(code, inside))
        if text is None:
            return
        self.texts[code] = text
        for name in inside:
            if name != ABOUT:
                file = f"{code}/{name}"
                self._tried(file, lambda file=file, name=name: self._read_rules(text, file, inside[name]))  # type: ignore[misc]

    def _text(self, code: str, inside: Mapping[str, str]) -> Text:
        if ABOUT not in inside:
            raise fault("law.no_text_file", line=1, folder=code, file=ABOUT)
        digest = hashlib.sha256()
        for name in sorted(inside):
            digest.update(f"{name}\0{inside[name]}\0".encode())
        file = f"{code}/{ABOUT}"
        return text_of(self._table(file, inside[ABOUT]), code=code, hash=digest.hexdigest(), file=file)

    def _table(self, file: str, written: str) -> Table:
        return read_table(written) if file in self.drafts else _remembered(written)

    def _read_rules(self, text: Text, file: str, written: str) -> None:
        table = self._table(file, written)
        if "table" in table:
            place = Place(text.code, "", "", self.register)
            self.provisions += provisions_of(table, text, place, file=file)
        else:
            self.standards.append(standard_of(table, text, self.register, file=file))


@lru_cache(maxsize=1024)
def _remembered(written: str) -> Table:
    return read_table(written)


def _folders(files: Mapping[str, str]) -> Mapping[str, Mapping[str, str]]:
    folders: dict[str, dict[str, str]] = defaultdict(dict)
    for name in sorted(files):
        folder, _, rest = name.partition("/")
        folders[folder][rest] = files[name]
    return folders


def _unknown_texts(texts: Mapping[str, Text]) -> Iterator[tuple[str, Sentence]]:
    for text in texts.values():
        for other in (*text.over, *text.details):
            if other not in texts:
                yield text.file, Sentence("law.unknown_text", line=1, code=other)


def _over_others(texts: Mapping[str, Text]) -> Iterator[tuple[str, Sentence]]:
    """What an authority rules sets aside its own texts only: others go on, whatever it says."""
    for text in texts.values():
        for other in text.over:
            if text.authority and other in texts and texts[other].authority != text.authority:
                yield text.file, Sentence("law.over_others", line=1, text=other, authority=text.authority)


def _in_order(rules: Sequence[Rule], texts: Mapping[str, Text]) -> list[Rule]:
    """Each ends the day before a text begins that replaces its own, or that has a rule for the same thing."""
    by_key: dict[object, list[Rule]] = defaultdict(list)
    for rule in rules:
        by_key[rule.key].append(rule)
    over = {code: _over(texts, code) for code in texts}
    kept: list[Rule] = []
    for rule in rules:
        ends = [rule.until] if rule.until else []
        ends += [text.start - DAY for text in texts.values() if rule.text in text.replaces and text.start > rule.start]
        ends += [
            other.start - DAY
            for other in by_key[rule.key]
            if rule.text in over[other.text] and other.start > rule.start
        ]
        until = min(ends, default=None)
        if until is None or until >= rule.start:
            kept.append(replace(rule, until=until))
    return kept


def _over(texts: Mapping[str, Text], code: str) -> set[str]:
    """All texts that give way to one, those that its forerunners set aside among them."""
    found: set[str] = set()
    left = [code]
    while left:
        for other in texts[left.pop()].over:
            if other not in found:
                found.add(other)
                left.append(other)
    return found


def _contradictions(rules: Sequence[Rule], texts: Mapping[str, Text]) -> Iterator[tuple[str, Sentence]]:
    """Two rules for one thing, remit and day, neither of which details the other."""
    by_key: dict[object, list[Rule]] = defaultdict(list)
    for one in rules:
        for other in by_key[one.key]:
            if _overlap(one, other) and not _apart(texts[one.text], texts[other.text]):
                yield one.file, Sentence(
                    "law.two_rules", line=one.line, about=_about(one), first=other.file, first_line=other.line,
                    day=max(one.start, other.start),
                )  # fmt: skip
        by_key[one.key].append(one)


def _apart(one: Text, other: Text) -> bool:
    return one.authority != other.authority or one.code in other.details or other.code in one.details


def _about(rule: Standard | Provision) -> str:
    return f"{rule.award} ({rule.to})" if isinstance(rule, Standard) else " ".join(rule.key).strip()


def _overlap(one: Standard | Provision, other: Standard | Provision) -> bool:
    return max(one.start, other.start) <= min(one.until or date.max, other.until or date.max)


def _standards_not_there(standards: Sequence[Standard], texts: Mapping[str, Text]) -> Iterator[tuple[str, Sentence]]:
    """A rule that asks for another award's standard where no text has one on some of its days."""
    for one in standards:
        for award in sorted({award for branch in one.branches for award in named_in(branch.condition)}):
            others = [other for other in standards if other.key == (award, one.to) and _serves(texts, other, one)]
            days = [one.start, *(other.until + DAY for other in others if other.until)]
            for day in sorted(set(days)):
                if one.holds(day) and not any(other.holds(day) for other in others):
                    yield one.file, Sentence("law.no_standard", line=one.line, award=award, day=day)
                    break


def _circles(standards: Sequence[Standard]) -> Iterator[tuple[str, Sentence]]:
    """Standards that on some day ask for each other: nobody could ever be told whether they are met."""
    names = [
        (one, sorted({award for branch in one.branches for award in named_in(branch.condition)})) for one in standards
    ]
    told: set[tuple[str, Kind]] = set()
    for day in sorted({one.start for one, asked in names if asked}):
        held = [(one, asked) for one, asked in names if asked and one.holds(day)]
        asks: dict[tuple[str, Kind], list[str]] = defaultdict(list)
        for one, asked in held:
            asks[one.key] += asked
        for one, _ in held:
            way = _way_back(asks, one.award, one.to, (one.award,))
            if way and one.key not in told:
                told |= {(award, one.to) for award in way}
                yield one.file, Sentence("law.circle", line=one.line, way=" → ".join(way), day=day)


def _way_back(
    asks: Mapping[tuple[str, Kind], list[str]], award: str, to: Kind, way: tuple[str, ...]
) -> tuple[str, ...]:
    """From an award over what its standard asks for back to the first; nothing where none leads there."""
    for other in asks.get((award, to), ()):
        if other == way[0]:
            return (*way, other)
        if other not in way and (found := _way_back(asks, other, to, (*way, other))):
            return found
    return ()


def _kept_wrongly(provisions: Sequence[Provision], texts: Mapping[str, Text]) -> Iterator[tuple[str, Sentence]]:
    """A rule of transition that keeps a text which does not exist, or which held not yet the day before."""
    for row in provisions:
        if row.table != "transition":
            continue
        kept = texts.get(row["keeps"])
        before = texts[row.text].start - DAY
        if kept is None:
            yield row.file, Sentence("law.unknown_text", line=row.line, code=row["keeps"])
        elif not kept.holds(before):
            yield row.file, Sentence("law.kept_not_in_force", line=row.line, code=kept.code, day=before)


def _serves(texts: Mapping[str, Text], other: Standard, one: Standard) -> bool:
    """Whether it is there for all whom the other rule is for: a nation's, or one of the same authority."""
    return texts[other.text].authority in {"", texts[one.text].authority}
