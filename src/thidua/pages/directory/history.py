"""The lines of the journal that every reader of the directory may see about a unit or a person."""

from typing import Any

from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.pages.shared.parts import LedgerLine
from thidua.pages.shared.tags import vi
from thidua.records.directory.models import Person
from thidua.records.journal.models import HasToken
from thidua.records.journal.queries import body_of, lines_about

LINES_SHOWN = 50
# A unit is also the subject of what it does in a season; that is not for every reader of the directory.
EVENTS = (
    "unit.kept", "unit.renamed", "unit.moved", "unit.merged", "unit.split", "unit.dissolved",
    "unit.reorganisation_annulled", "person.kept", "post.given", "post.ended", "post.handed_over",
    "delegation.given", "delegation.scan_attached", "delegation.withdrawn",
)  # fmt: skip
CHANGED = ("name", "parent")


def history(subject: HasToken) -> list[LedgerLine]:
    """The newest lines, at most LINES_SHOWN."""
    found = lines_about(subject).filter(kind__in=EVENTS)[:LINES_SHOWN]
    other = "unit" if isinstance(subject, Person) else "person"
    return [_line(line, body_of(line), other) for line in found]


def _line(line: Any, body: dict[str, Any], other: str) -> LedgerLine:
    change: dict[str, str] = next((body[word] for word in CHANGED if isinstance(body.get(word), dict)), {})
    return LedgerLine(
        at=line.at,
        who=body.get("by", {}).get("name", ""),
        what=say(Sentence(f"event.{line.kind}")),
        before=_as_data(change.get("before", "")),
        after=_as_data(change.get("after", "")),
        why=_of_reorganisation(body)
        or body.get("reason")
        or body.get("letter")
        or ", ".join(filter(None, (body.get(other), body.get("title")))),
    )


def _as_data(name: str) -> str:
    """A name that was changed, in the language of the data; nothing stays nothing."""
    return vi(name) if name else ""


def _of_reorganisation(body: dict[str, Any]) -> str:
    """Which units became which: "A, B → C"."""
    return " → ".join(filter(None, (", ".join(body.get("from", [])), body.get("successor", ""))))
