"""A line of the journal as a reader of history sees it: who, for whom, what, and each field before and after."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from thidua.base.rows import called_now
from thidua.base.wording import all_words, say
from thidua.core.answer import Sentence
from thidua.pages.history.objects import Found
from thidua.pages.history.passages import Passage, Text, passages
from thidua.pages.history.values import field_name, has_name, is_data, part_name, read, row_name
from thidua.records.directory.models import Unit
from thidua.records.journal.models import Entry
from thidua.records.journal.queries import body_of

WHY = ("reason", "remark", "answer", "why", "because")
CHANGES_SHOWN = 60


@dataclass(frozen=True)
class Field:
    """One field of a row; what stood and what stands, "" for nothing."""

    name: str
    before: str
    after: str
    is_data: bool = True

    @property
    def passages(self) -> Sequence[Passage]:
        """Of a long text what differs beside each other; nothing of a short one."""
        return passages(self.before, self.after)

    @property
    def was(self) -> Text:
        return Text.of(self.before)

    @property
    def now(self) -> Text:
        return Text.of(self.after)


@dataclass(frozen=True)
class Change:
    """One row: `kind` says of which kind, `about` which one, both "" for the object itself.

    `is_data` says whether `about` is as somebody wrote it, or holds such words, and is not the word for a code.
    """

    kind: str
    about: str
    fields: Sequence[Field]
    is_new: bool = False
    is_gone: bool = False
    is_data: bool = True

    @property
    def word(self) -> str:
        """The word for its kind, where `about` does not begin with it."""
        return "" if self.about.startswith(self.kind) else self.kind


@dataclass(frozen=True)
class Line:
    """`more` counts changed rows that are not shown; an older line is from before changes were noticed."""

    at: datetime
    who: str
    title: str
    behalf: str
    what: str
    why: str
    changes: Sequence[Change]
    more: int
    is_erased: bool
    is_older: bool


def lines_of(entries: Iterable[Entry], found: Found) -> list[Line]:
    """The lines of one page about what was found; one query more for units that were entered for."""
    read_once = [(entry, body_of(entry)) for entry in entries]
    units = _units(body.get("by", {}).get("on_behalf_of", "") for _, body in read_once)
    return [_line(entry, body, found, units) for entry, body in read_once]


def words_of(kind: str) -> str:
    """What was done, as a line says it after the name of who did it."""
    key = f"event.{kind}"
    found = say(Sentence(key if key in all_words() else f"history.{kind}"))
    return found[:1].lower() + found[1:]


def _line(entry: Entry, body: Mapping[str, Any], found: Found, units: Mapping[str, str]) -> Line:
    by = body.get("by", {})
    changes = list(_changes(body, found, entry.subjects))
    return Line(
        at=entry.at,
        who=by.get("name", ""),
        title=by.get("title", ""),
        behalf=units.get(by.get("on_behalf_of", ""), ""),
        what=words_of(entry.kind),
        why=next((str(body[word]) for word in WHY if isinstance(body.get(word), str) and body[word]), ""),
        changes=changes[:CHANGES_SHOWN],
        more=max(len(changes) - CHANGES_SHOWN, 0) + int(body.get("beyond", 0)),
        is_erased=entry.body.text is None,
        is_older=bool(body) and "changes" not in body and not changes,
    )


def _units(tokens: Iterable[str]) -> dict[str, str]:
    ids = {token.partition(":")[2] for token in tokens if token}
    return {unit.token: unit.short_name for unit in Unit.objects.filter(public_id__in=ids)}


def _changes(body: Mapping[str, Any], found: Found, subjects: Sequence[str]) -> Iterator[Change]:
    """The rows that this object's reader may be told of: of a line about many of its kind, its own alone."""
    if "changes" not in body:
        yield from _older(body)
    token = found.row.token if found.row else ""
    is_one_of_many = sum(_kind(one) == _kind(token) for one in subjects) > 1
    for row in body.get("changes", ()):
        if token in row["of"] or not (is_one_of_many or (found.is_wide and not row["of"])):
            yield _change(row, token)


def _kind(token: str) -> str:
    return token.partition(":")[0]


def _change(row: Mapping[str, Any], token: str) -> Change:
    model, is_new, is_gone = called_now(row["row"]), "new" in row, "gone" in row
    is_itself = model.partition(".")[2] == _kind(token) and not (is_new or is_gone)
    kind, about = ("", "") if is_itself else (row_name(model), read(model, None, row["about"]))
    fields = [one for one in _fields(row) if not ((is_new or is_gone) and about and about in (one.before, one.after))]
    return Change(kind, about, fields, is_new, is_gone, isinstance(row["about"], dict) or is_data(model, None))


def _fields(row: Mapping[str, Any]) -> Iterator[Field]:
    """Field by field; of one that is a table of its own, as what is typed in a paper, line by line.

    A field that has lost its name since is told no more.
    """
    model = called_now(row["row"])
    for name in (one for one in {**row["was"], **row["now"]} if has_name(model, one)):
        before, after = row["was"].get(name), row["now"].get(name)
        for part in _parts(before, after):
            was, now = (one.get(part) if isinstance(one, dict) else one for one in (before, after))
            if was != now:
                label = part_name(part) if part else field_name(model, name)
                yield Field(label, read(model, name, was), read(model, name, now), is_data(model, name))


def _parts(*values: Any) -> list[str]:
    tables = [one for one in values if isinstance(one, dict)]
    return list(dict.fromkeys(part for one in tables for part in one)) if tables else [""]


def _older(body: Mapping[str, Any]) -> Iterator[Change]:
    """Lines from before rows were noticed told some changes in their own words."""
    lines = body.get("lines")
    found = [("", body), *body.items(), *(lines.items() if isinstance(lines, dict) else ())]
    told = [(name, one) for name, one in found if isinstance(one, dict) and "before" in one and "after" in one]
    if told:
        yield Change("", "", [Field(field_name("", name), *_both(one)) for name, one in told])


def _both(told: Mapping[str, Any]) -> tuple[str, str]:
    return read("", None, told["before"]), read("", None, told["after"])
