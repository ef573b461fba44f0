"""The second saver of a form: what the first one has left beside what was typed, field by field, and a choice.

A form that two people may save holds `<c-begun :begun="begun" />`: the version and the values it began with. Its page
calls `begun_with` before it shows what was typed; its save calls `Typed.settle` before it reads the fields. After a
clash the form goes on from the newer version. A field that only one of the two changed is chosen beforehand; where
both did, the reader is asked. What is typed over once more counts, whatever was chosen.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from django.http import HttpRequest, QueryDict

from thidua.core.answer import refuse
from thidua.pages.shared.scripted import json_in
from thidua.records.journal.models import HasToken
from thidua.records.journal.queries import last_line_about

CHANGED_SINCE = "shared.changed_since"
ASKS = "clash.choose"
MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True)
class Field:
    """A field as the row would fill it now: `about` names what it belongs to, as data write it.

    `words` say how its codes read. A field without `label` is never asked about.
    """

    name: str
    label: str
    value: str
    words: Mapping[str, str] = field(default_factory=dict)
    about: str = ""

    @property
    def told(self) -> str:
        return f"{self.about}: {self.label}" if self.about else self.label


@dataclass(frozen=True)
class Difference:
    """A field in which the two differ: both values, `chosen` "mine", "theirs" or "" where the reader is asked."""

    field: Field
    mine: str
    chosen: str

    @property
    def theirs(self) -> str:
        return self.field.value

    @property
    def shown(self) -> str:
        """What stands in the form's own field."""
        return self.theirs if self.chosen == THEIRS else self.mine

    @property
    def is_code(self) -> bool:
        return bool(self.field.words)

    @property
    def mine_read(self) -> str:
        return self.field.words.get(self.mine, self.mine)

    @property
    def theirs_read(self) -> str:
        return self.field.words.get(self.theirs, self.theirs)


@dataclass(frozen=True)
class Begun:
    """What a form began with. After a clash: `differences`, and `who` saved first and when ("" once erased)."""

    version: int
    seen: str
    differences: Sequence[Difference] = ()
    who: str = ""
    at: datetime | None = None

    @property
    def clash(self) -> str:
        """The differences as the form sends them back: name → [mine, what stood in the field]."""
        return _packed({one.field.name: [one.mine, one.shown] for one in self.differences})


class SharedRow(HasToken, Protocol):
    """A row with a version that the journal names."""

    version: int


def begun_with(request: Any, row: SharedRow, fields: Iterable[Field], *, saved: Sequence[str], rows: int = 0) -> Begun:
    """What the form of this answer goes on from; `saved` are the journal's kinds for a save of the row.

    After a clash the fields of `request.POST` hold what would be saved if nothing more were chosen, and the
    refusal says what to do; `rows` is how many rows the form then has, where it has rows.
    """
    fields = list(fields)
    now, typed = _packed({one.name: one.value for one in fields}), request.POST
    if "seen" not in typed:
        return Begun(_whole(typed.get("version", "")) or row.version, now)
    keys = {sentence.key for sentence in getattr(request, "refusal", None) or ()}
    if CHANGED_SINCE in keys:
        found = list(_differing(typed, fields))
        _fill(request, {one.field.name: one.shown for one in found}, rows)
        found = [one for one in found if one.field.label]
        request.refusal = refuse("clash.changed_since" if found else "clash.nothing_differs")
    elif ASKS in keys:
        found = list(_asked_again(typed, fields))
    else:
        return Begun(_whole(typed.get("version", "")), typed["seen"])
    who, at = last_line_about(row, saved) or ("", None)
    return Begun(row.version, now, found, who, at)


def settled(values: QueryDict, fields: Iterable[Field]) -> QueryDict:
    """What was typed, with the choices after a clash carried out.

    Raises NotPossible naming the fields in which both changed something and nothing was chosen.
    """
    clash, unanswered = _clash(values), []
    if not clash:
        return values
    result = values.copy()
    for one in fields:
        if one.name not in clash:
            continue
        mine, shown = clash[one.name]
        if not same(values.get(one.name, ""), shown):
            continue
        match values.get(f"choose-{one.name}"):
            case "mine":
                _put(result, one.name, mine)
            case "theirs":
                _put(result, one.name, one.value)
            case _:
                unanswered.append(one.told)
    if unanswered:
        raise refuse(ASKS, names=tuple(unanswered))
    del result["clash"]
    return result


def seen_in(values: Mapping[str, str]) -> dict[str, str]:
    """The values that a form began with; none where it does not say."""
    return {name: text for name, text in _unpacked(values.get("seen", "")).items() if isinstance(text, str)}


def same(one: str, other: str) -> bool:
    """Whether two texts say the same: browsers end lines in their own way."""
    return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()


def _differing(values: QueryDict, fields: Iterable[Field]) -> Iterator[Difference]:
    seen = seen_in(values)
    for one in fields:
        mine, began = values.get(one.name, ""), seen.get(one.name, "" if seen else None)
        if same(mine, one.value):
            continue
        if began is not None and same(mine, began):
            yield Difference(one, mine, THEIRS)
        elif (began is not None and same(one.value, began)) or not one.label:
            yield Difference(one, mine, MINE)
        else:
            yield Difference(one, mine, "")


def _asked_again(values: QueryDict, fields: Iterable[Field]) -> Iterator[Difference]:
    clash = _clash(values)
    for one in fields:
        if one.name in clash:
            chosen = values.get(f"choose-{one.name}", "")
            yield Difference(one, clash[one.name][0], chosen if chosen in (MINE, THEIRS) else "")


def _fill(request: HttpRequest, shown: Mapping[str, str], rows: int) -> None:
    typed = request.POST.copy()
    for name, text in shown.items():
        _put(typed, name, text)
    if rows:
        typed["rows"] = str(rows)
    request.POST = typed  # type: ignore[assignment]


def _put(values: QueryDict, name: str, text: str) -> None:
    """A box that is not ticked sends nothing."""
    if text:
        values[name] = text
    elif name in values:
        values[name] = ""


def _clash(values: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    return {
        name: (pair[0], pair[1])
        for name, pair in _unpacked(values.get("clash", "")).items()
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(text, str) for text in pair)
    }


def _packed(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _unpacked(text: str) -> dict[str, Any]:
    try:
        found = json_in(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
