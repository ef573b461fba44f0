"""What is told of an entry as texts by name, while it waits among the rows of a file that was read."""

from collections.abc import Callable, Mapping
from datetime import date

from thidua.core.law.history import AwardType, Level, Recognition
from thidua.records.awards.models import Discipline, Entry, Leave, Work
from thidua.records.awards.steps.writing import blank, write
from thidua.records.awards.told import (
    Decision,
    DisciplineTold,
    EntryTold,
    HonourTold,
    LeaveTold,
    RatingTold,
    WorkTold,
)
from thidua.records.directory.models import Person

Texts = Mapping[str, str]
NEXT = "\n"  # between names of works
KINDS: dict[str, type[EntryTold]] = {
    "rating": RatingTold, "honour": HonourTold, "work": WorkTold, "discipline": DisciplineTold, "leave": LeaveTold,
}  # fmt: skip
NAMES = {told: kind for kind, told in KINDS.items()}


def as_staged(told: EntryTold) -> dict[str, str]:
    """Raises KeyError for a kind of entry that no file brings."""
    decision = told.decision
    texts = {
        "of": NAMES[type(told)], "number": decision.number, "on": decision.on.isoformat() if decision.on else "",
        "by": decision.by, "source": decision.source,
    }  # fmt: skip
    return {name: text for name, text in (texts | _own(told)).items() if text}


def _own(told: EntryTold) -> dict[str, str]:
    match told:
        case RatingTold():
            return {"year": str(told.year), "level": told.level.name}
        case HonourTold():
            return {
                "award": told.award, "year": str(told.year or ""), "type": told.type.value if told.type else "",
                "rewarded": " ".join(str(year) for year in told.rewarded), "signer": told.signer,
                "used": NEXT.join(told.named),
            }  # fmt: skip
        case WorkTold():
            return {
                "work": told.kind.value, "year": str(told.year), "name": told.name, "rank": told.recognised_by.value,
            }  # fmt: skip
        case DisciplineTold():
            until = told.until_on.isoformat() if told.until_on else ""
            return {"degree": told.degree.value, "from": told.from_on.isoformat(), "until": until}
        case LeaveTold():
            return {"year": str(told.year), "reason": told.kind.value}
    raise KeyError(type(told).__name__)


def from_staged(texts: Texts) -> EntryTold:
    """What was told, as it was staged."""
    decision = Decision(texts.get("number", ""), _day(texts, "on"), texts.get("by", ""), texts.get("source", ""))
    return READ[texts["of"]](texts, decision)


def _day(texts: Texts, name: str) -> date | None:
    return date.fromisoformat(texts[name]) if name in texts else None


def _rating(texts: Texts, decision: Decision) -> EntryTold:
    return RatingTold(int(texts["year"]), Level[texts["level"]], decision=decision)


def _honour(texts: Texts, decision: Decision) -> EntryTold:
    year, kind = texts.get("year"), texts.get("type")
    return HonourTold(
        texts["award"], int(year) if year else None, AwardType(kind) if kind else None,
        tuple(int(one) for one in texts.get("rewarded", "").split()), signer=texts.get("signer", ""), decision=decision,
        named=tuple(filter(None, texts.get("used", "").split(NEXT))),
    )  # fmt: skip


def _work(texts: Texts, decision: Decision) -> EntryTold:
    kind, rank = Work.Kind(texts["work"]), Recognition(texts["rank"])
    return WorkTold(kind, int(texts["year"]), texts["name"], rank, decision=decision)


def _discipline(texts: Texts, decision: Decision) -> EntryTold:
    from_on = date.fromisoformat(texts["from"])
    return DisciplineTold(Discipline.Degree(texts["degree"]), from_on, _day(texts, "until"), decision)


def _leave(texts: Texts, decision: Decision) -> EntryTold:
    return LeaveTold(int(texts["year"]), Leave.Kind(texts["reason"]), decision)


READ: dict[str, Callable[[Texts, Decision], EntryTold]] = {
    "rating": _rating, "honour": _honour, "work": _work, "discipline": _discipline, "leave": _leave,
}  # fmt: skip


def unsaved(texts: Texts) -> Entry:
    """The entry that it would become, nobody's yet; to be shown."""
    told = from_staged(texts)
    row = blank(Person(), told)
    write(row, told)
    return row
