"""`thidua law whatif`: a draft laid over the law, and of how many people and units the verdict would be another."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua.cli.asked import HISTORY, a_day, a_year, facts_in
from thidua.cli.speaking import law_with, said, speak

if TYPE_CHECKING:
    from thidua.core.law.history import Asked, Kind
    from thidua.core.law.library import Library
    from thidua.core.law.sweep.whatif import Change, Changed, Why

NAMED = 10


def add(what: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = what.add_parser(
        "whatif",
        help="a draft laid over the law: who gains or loses what, and why",
        epilog=HISTORY,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, help="the folder of the draft, as for `check`")
    parser.add_argument("--on", type=a_day, help="the council's day, as 2026-03-01; without it today")
    parser.add_argument("--year", type=a_year, help="the year reviewed; without it the one before that day")
    parser.add_argument("--facts", type=Path, help="a history, or `people:`, a list of them; without it the records")
    parser.add_argument(
        "--authority", help="by whose own texts too, such as BTP; without it by each one's own, of a file the nation's"
    )
    parser.add_argument("--named", type=int, default=NAMED, help=f"how many are named of an award ({NAMED})")
    parser.add_argument("--json", action="store_true", help="all of it, for another program")
    parser.add_argument("--language", choices=("vi", "en"), default="vi")
    parser.set_defaults(run=run)


@dataclass(frozen=True)
class Told:
    """One award of one kind of those honoured, with those who are named: name, verdicts, why."""

    kind: "Kind"
    changed: "Changed"
    named: "Sequence[tuple[str, Change, Why]]"


def run(given: argparse.Namespace) -> int:
    """0 and the difference; 1 and what is wrong: every fault of the draft, or one sentence."""
    speak(given.language, with_records=given.facts is None)
    law = law_with()
    draft = law_with(given.folder) if law else None
    if law is None or draft is None:
        return 1
    from thidua.base.clock import today
    from thidua.core.law.history import Asked

    on = given.on or today()
    asked = Asked(given.year if given.year is not None else on.year - 1, on)
    if not any(text.holds(on) for code, text in draft.texts.items() if law.texts.get(code) != text):
        print(f"No text of the draft is in force on {on}. Give --on a day on which one is.", file=sys.stderr)
        return 1
    found = _of_a_file(given, law, draft, asked) if given.facts else _of_the_records(given, draft, asked)
    if found is None:
        return 1
    answer = _as_data(asked, *found, law, draft)
    print(json.dumps(answer, ensure_ascii=False, indent=2) if given.json else "\n".join(_printed(answer)))
    return 0


def _of_a_file(
    given: argparse.Namespace, law: "Library", draft: "Library", asked: "Asked"
) -> tuple[dict[str, int], list[Told]] | None:
    import numpy as np

    from thidua.core.law.facts import everybody_of
    from thidua.core.law.history import Kind, row_of
    from thidua.core.law.sweep.arrays import rows_as_columns
    from thidua.core.law.sweep.whatif import Changed, WhatIf

    everybody = facts_in(given.facts, everybody_of)
    if everybody is None:
        return None
    told: list[Told] = []
    for kind in Kind:
        whatif, found = WhatIf(law, draft, kind, asked, given.authority or ""), dict[str, Changed]()
        own = {place: (name, history) for place, (name, of, history) in enumerate(everybody) if of is kind}
        rows = [row_of(history, asked) for _, history in own.values()]
        columns = rows_as_columns(rows, sorted({name for row in rows for name in row}))
        whatif.count(found, columns, np.array(list(own), dtype=np.int64), named=given.named)
        for changed in found.values():
            keys = {**changed.losers, **changed.gainers}
            named = [(own[key][0], change, whatif.because(changed.award, own[key][1])) for key, change in keys.items()]
            told.append(Told(kind, changed, named))
    among = Counter(of.value for _, of, _ in everybody)
    return among, told


def _of_the_records(
    given: argparse.Namespace, draft: "Library", asked: "Asked"
) -> tuple[dict[str, int], list[Told]] | None:
    from django.db import DatabaseError

    from thidua.core.law.history import Kind
    from thidua.figures.sweeps.scope import EVERYWHERE
    from thidua.figures.sweeps.whatif import Trying
    from thidua.records.journal.queries import newest_hash

    among, told = dict[str, int](), list[Told]()
    try:
        journal = newest_hash()
        for kind in (Kind.INDIVIDUAL, Kind.COLLECTIVE):
            trying = Trying(EVERYWHERE, kind, asked, journal, given.authority, draft=draft, named=given.named)
            among[kind.value] = trying.everybody
            for one in trying.at_once():
                told.append(Told(kind, one, [(who.name, who.change, who.why) for who in trying.touched(one)]))
    except DatabaseError as trouble:
        print(f"There are no records to read here: {trouble}".strip(), file=sys.stderr)
        return None
    return among, told


def _as_data(
    asked: "Asked", among: Mapping[str, int], told: Sequence[Told], law: "Library", draft: "Library"
) -> dict[str, Any]:
    import thidua

    return {
        "year": asked.year,
        "on": asked.on.isoformat(),
        "among": dict(among),
        "draft": [
            {"code": code, "hash": text.hash} for code, text in draft.texts.items() if law.texts.get(code) != text
        ],
        "awards": [_award(one) for one in told],
        "version": thidua.__version__,
    }


def _award(told: Told) -> dict[str, Any]:
    changed = told.changed
    return {
        "award": changed.award,
        "to": told.kind.value,
        "only_in": "draft" if changed.is_new else "law" if changed.is_dropped else "",
        "gain": changed.gain,
        "lose": changed.lose,
        "changes": [
            {"before": then.value, "after": now.value, "number": number}
            for (then, now), number in sorted(changed.changes.items())
        ],
        "people": [
            {"name": name, "before": then.value, "after": now.value, **_because(why)}
            for name, (then, now), why in told.named
        ],
    }


def _because(why: "Why") -> dict[str, list[str]]:
    said_of = [" ".join([said(lack.says), "; ".join(said(part) for part in lack.parts)]).strip() for lack in why.lacks]
    return {"lacks" if why.is_now else "lacked": said_of}


def _printed(answer: dict[str, Any]) -> Iterator[str]:
    from thidua.base.law import register
    from thidua.base.numbers import figure
    from thidua.core.answer import Sentence

    def verdict(word: str) -> str:
        return said(Sentence(f"law.verdict.{word}"))

    texts, on = ", ".join(text["code"] for text in answer["draft"]), date.fromisoformat(answer["on"])

    def kind_of(word: str) -> Sentence:
        return Sentence(f"law.kind.{word}")

    yield said(Sentence("law.whatif.asked", texts=texts, year=str(answer["year"]), on=on))
    counts = [Sentence("law.whatif.kind", kind=kind_of(one), number=number) for one, number in answer["among"].items()]
    yield said(Sentence("law.whatif.among", who="; ".join(map(said, counts))))
    if not answer["awards"]:
        yield said(Sentence("law.whatif.same"))
    for one in answer["awards"]:
        name, kind = register()[one["award"]].name, kind_of(one["to"])
        counted = {"gain": one["gain"], "lose": one["lose"]}
        yield said(Sentence("law.whatif.award", award=name, code=one["award"], kind=kind, **counted))
        if one["only_in"]:
            yield "  " + said(Sentence("law.whatif.new" if one["only_in"] == "draft" else "law.whatif.dropped"))
        for change in one["changes"]:
            yield f"  {verdict(change['before'])} → {verdict(change['after'])}: {figure(change['number'])}"
        for who in one["people"]:
            yield f"    {who['name'] or '–'}: {verdict(who['before'])} → {verdict(who['after'])}"
            for key in ("lacks", "lacked"):
                yield from ("      " + said(Sentence(f"law.whatif.{key}", what=line)) for line in who.get(key, ()))
