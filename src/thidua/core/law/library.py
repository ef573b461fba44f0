"""All texts and their rules, and what is in force on a day: reckoned, never copied."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from thidua.core.law.conditions import Condition
from thidua.core.law.conditions.groups import AllOf, Readings, WhichText, put_in
from thidua.core.law.conditions.words import Kept
from thidua.core.law.explain import Explanation, General, explain
from thidua.core.law.history import Asked, History, Kind
from thidua.core.law.provisions import Provision
from thidua.core.law.standard import Branch, Standard
from thidua.core.law.texts import Text

DAY = timedelta(days=1)
DAYS_KEPT = 4096  # awards on days, of one library


@dataclass(frozen=True, eq=False)
class Library:
    """Texts by code, and every standard and provision with the days on which it is in force."""

    texts: Mapping[str, Text]
    standards: tuple[Standard, ...]
    provisions: tuple[Provision, ...]
    _by_key: Mapping[tuple[str, Kind], tuple[Standard, ...]] = field(init=False, repr=False)
    _by_table: Mapping[str, tuple[Provision, ...]] = field(init=False, repr=False)
    _on_a_day: Callable[[str, Kind, date, str], Standard | None] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        by_key, by_table = defaultdict(list), defaultdict(list)
        for standard in self.standards:
            by_key[standard.key].append(standard)
        for provision in self.provisions:
            by_table[provision.table].append(provision)
        object.__setattr__(self, "_by_key", {key: tuple(held) for key, held in by_key.items()})
        object.__setattr__(self, "_by_table", {key: tuple(held) for key, held in by_table.items()})
        # Its own, not the module's: with a draft that was looked at goes all that was reckoned by it.
        object.__setattr__(self, "_on_a_day", lru_cache(maxsize=DAYS_KEPT)(self._reckoned))

    def in_force(self, award: str, to: Kind, on: date, authority: str = "") -> Standard | None:
        """The standard of an award on a day: that of the nation, with what details it for an authority.

        Standards of other awards that it names are put in. None where no text says what is asked.
        """
        return self._on_a_day(award, to, on, authority)

    def _reckoned(self, award: str, to: Kind, on: date, authority: str) -> Standard | None:
        remits = {"", authority}
        held = [one for one in self.versions_of(award, to) if one.holds(on)]
        held = [one for one in held if self.texts[one.text].authority in remits]
        if not held:
            return None
        first, *others = sorted(held, key=lambda one: bool(self.texts[one.text].details))
        for other in others:
            first = _detailed(first, other)

        def standard(code: str) -> Condition:
            other = self.in_force(code, to, on, authority)
            if other is None:
                raise LookupError(code)
            return other.branches[0].condition

        return replace(
            first, branches=tuple(replace(b, condition=put_in(b.condition, standard)) for b in first.branches)
        )

    def standard_for(self, award: str, to: Kind, asked: Asked, authority: str = "") -> Standard | None:
        """What is asked on the day, beside what the text of the last day of the year reviewed asked.

        A way to the award that only one of them meets warns. A rule of transition decides between them; one that is in
        doubt warns where they differ. Source: docs/law.md, which text.
        """
        now = self.in_force(award, to, asked.on, authority)
        row = self._transition(award, to, asked, authority)
        kept = self.in_force(award, to, self.texts[row.text].start - DAY, authority) if row else None
        if row is not None and kept is not None:
            return _kept(kept, now, row, self.texts[row["keeps"]])
        then = self.in_force(award, to, min(asked.on, date(asked.year, 12, 31)), authority)
        if now is None or then is None or then.branches == now.branches:
            return now
        before = {branch.code: branch.condition for branch in then.branches}
        return replace(now, branches=tuple(_by_both(branch, before.get(branch.code)) for branch in now.branches))

    def explanation(self, award: str, history: History, asked: Asked, authority: str = "") -> Explanation | None:
        """What is asked on the day, of one history; None where no text says what is."""
        standard = self.standard_for(award, history.kind, asked, authority)
        if standard is None:
            return None
        return explain(standard, self.general(asked.on, history.kind), history, asked)

    def _transition(self, award: str, to: Kind, asked: Asked, authority: str) -> Provision | None:
        """The rule for the year reviewed, one that names the award before one for all; the latest text's first."""
        found = [
            row
            for row in self.rows("transition", asked.on, authority)
            if asked.year <= row["reviewed_until"]
            and (row["award"] is None or row["award"].code == award)
            and row["to"] in (None, to)
        ]
        return max(found, key=lambda row: (row.start, row["award"] is not None, row["to"] is not None), default=None)

    def awards_on(self, on: date, to: Kind, authority: str = "") -> tuple[str, ...]:
        """The awards for which a text of the nation, or of the authority, says on that day what is asked of such."""
        remits = {"", authority}
        return tuple(
            code
            for (code, kind), held in self._by_key.items()
            if kind is to and any(one.holds(on) and self.texts[one.text].authority in remits for one in held)
        )

    def versions_of(self, award: str, to: Kind) -> tuple[Standard, ...]:
        """What the texts have asked one after another, earliest first."""
        return tuple(sorted(self._by_key.get((award, to), ()), key=lambda standard: standard.start))

    def rows(self, table: str, on: date, authority: str = "") -> tuple[Provision, ...]:
        """The rows of a table in force on a day, for everybody or for an authority too."""
        remits = {"", authority}
        return tuple(
            row for row in self._by_table.get(table, ()) if row.holds(on) and self.texts[row.text].authority in remits
        )

    def row(self, table: str, on: date, *about: str, authority: str = "") -> Provision | None:
        """The one row about something; an authority's own before that of the nation."""
        found = [row for row in self.rows(table, on, authority) if row.about == about]
        return max(found, key=lambda row: bool(self.texts[row.text].authority), default=None)

    @property
    def authorities(self) -> tuple[str, ...]:
        """The codes of those whose own texts there are."""
        return tuple(sorted({text.authority for text in self.texts.values() if text.authority}))

    def last_day_of(self, code: str) -> date | None:
        """Of a text: its own, or the day before one begins that replaces it; None while it holds."""
        text = self.texts[code]
        ends = [other.start - DAY for other in self.texts.values() if code in other.replaces]
        return min([*ends, *([text.until] if text.until else [])], default=None)

    def general(self, on: date, to: Kind) -> General:
        """What excludes from every award on a day, and what puts every award off."""
        held = [row for row in self.rows("general", on) if to in row["to"]]
        return General(
            tuple(row["condition"] for row in held if row["effect"] == "excludes"),
            tuple(row["condition"] for row in held if row["effect"] == "suspends"),
        )


def _kept(kept: Standard, now: Standard | None, row: Provision, text: Text) -> Standard:
    """What was asked before, with the rule by which it still is; beside what is asked now where that is in doubt."""
    rule = Kept(row.source, text.name, row["reviewed_until"])
    branches = [replace(one, condition=AllOf(row.source, (rule, *_all_of(one)))) for one in kept.branches]
    if row.doubt is not None and now is not None:
        today = {one.code: one.condition for one in now.branches}
        branches = [
            replace(one, condition=Readings(row.source, (one.condition, today[one.code]))) if one.code in today else one
            for one in branches
        ]
    return replace(kept, branches=tuple(branches))


def _all_of(branch: Branch) -> tuple[Condition, ...]:
    return branch.condition.parts if isinstance(branch.condition, AllOf) else (branch.condition,)


def _by_both(branch: Branch, before: Condition | None) -> Branch:
    if before is None or before == branch.condition:
        return branch
    return replace(branch, condition=WhichText(branch.condition.source, (branch.condition, before)))


def _detailed(first: Standard, other: Standard) -> Standard:
    """What details a standard is asked besides, branch by branch; branches of its own are added."""
    extra = {branch.code: branch for branch in other.branches}
    branches = [_joined(branch, extra.pop(branch.code, None)) for branch in first.branches]
    return replace(first, branches=(*branches, *extra.values()))


def _joined(branch: Branch, extra: Branch | None) -> Branch:
    if extra is None:
        return branch
    return replace(branch, condition=AllOf(branch.condition.source, (branch.condition, extra.condition)))
