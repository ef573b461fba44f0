"""One award: what it asks on a day, what goes with it, how that changed, and worked examples."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.law import law, register
from thidua.base.wording import say
from thidua.core.answer import Sentence, Unknown, require
from thidua.core.law.cases import case_answer
from thidua.core.law.changes import standards_of
from thidua.core.law.history import Kind
from thidua.core.law.money import bonus_of
from thidua.core.law.register import Award
from thidua.core.law.standard import Standard
from thidua.pages.law.asked import Way, turns_of, ways_of
from thidua.pages.law.days import Day, day_of
from thidua.pages.law.ladder import Ladder, ladder_of
from thidua.pages.law.listing import address_of
from thidua.pages.law.rows import Row, is_for, rows_of
from thidua.pages.law.votes import reckoned
from thidua.pages.law.words import KINDS, Cited, cited, is_english, kind_name, marked, named, plain
from thidua.pages.shared.request import page
from thidua.records.directory.access import may

# What goes with an award, in the order in which an office needs it.
TABLES = ("decides", "votes", "quotas", "dossier", "papers", "opinions", "terms", "rewards", "service", "notes")


@dataclass(frozen=True)
class Example:
    """A worked case: its number, its own name for English readers, and how it comes out; `way` where it asks of one."""

    number: int
    name: SafeString | str
    cited: Cited
    ladder: Ladder
    way: SafeString | str


@dataclass(frozen=True)
class Addition:
    """What an authority's own text asks besides."""

    cited: Cited
    ways: list[Way]


@require_safe
@login_required
def award_page(request: Any, award: str) -> HttpResponse:
    require(may(request.actor, "law.read"))
    found, day = _award(award), day_of(request)
    words = {word: kind for kind, word in KINDS.items() if kind in found.to}
    to = words.get(request.GET.get("cho", ""), found.to[0])
    standard, bonus = law().in_force(found.code, to, day.on), bonus_of(law(), found.code, to, day.on)
    return page(
        request,
        "law/award.html",
        award=found,
        name=named(found.name),
        title=plain(found.name),
        to=kind_name(to),
        cho="" if to is found.to[0] else KINDS[to],
        kinds=[(f"{address_of(found, kind)}", kind_name(kind), kind is to) for kind in found.to],
        level=say(Sentence(f"law.award_level.{found.level}")),
        day=day,
        standard=standard,
        since=cited(law(), standard.source, standard.text) if standard else None,
        ways=ways_of(law(), standard) if standard else [],
        additions=_additions(found, to, day),
        bonus=bonus,
        bonus_rows=rows_of(law(), bonus.rows) if bonus else [],
        tables=_tables(found, to, day),
        votes=reckoned(request, found, day),
        texts=_texts(found, to),
        turns=turns_of(law(), found.code, to),
        examples=list(_examples(found, to, day)),
        trail=[(_("Luật"), reverse("law"))],
        here="law",
    )


def _award(code: str) -> Award:
    try:
        return register()[code]
    except KeyError:
        raise Unknown from None


def _texts(award: Award, to: Kind) -> list[tuple[date, Cited, date | None]]:
    """Every text that has said what is asked, the latest first, with its days."""
    held = [(on, one) for on, one in standards_of(law(), award.code, to) if one is not None]
    return [(on, cited(law(), one.source, one.text), one.until) for on, one in reversed(held)]


def _held(award: Award, to: Kind, day: Day) -> list[Standard]:
    return [one for one in law().versions_of(award.code, to) if one.holds(day.on)]


def _additions(award: Award, to: Kind, day: Day) -> list[Addition]:
    own = [one for one in _held(award, to, day) if law().texts[one.text].authority]
    return [Addition(cited(law(), one.source, one.text), ways_of(law(), one)) for one in own]


def _tables(award: Award, to: Kind, day: Day) -> list[tuple[str, list[Row]]]:
    """What goes with the award on the day, table by table; those of authorities among them."""
    remits = {text.authority for text in law().texts.values()}
    found = []
    for table in TABLES:
        held = dict.fromkeys(row for remit in sorted(remits) for row in law().rows(table, day.on, remit))
        rows = [row for row in held if is_for(row, award.code, to)]
        if rows:
            found.append((say(Sentence(f"law.table.{table}")), rows_of(law(), rows)))
    return found


def _examples(award: Award, to: Kind, day: Day) -> Iterator[Example]:
    """The worked cases of what is in force on the day, each reckoned as anybody's history is."""
    cases = [(rule, case) for rule in _held(award, to, day) for case in rule.cases]
    for number, (rule, case) in enumerate(cases, 1):
        answer = case_answer(law(), rule, case)
        if answer is None:
            continue
        names = {branch.code: branch.name for branch in answer.standard.branches}
        yield Example(
            number,
            marked(case.name) if is_english() else "",
            cited(law(), case.source or rule.source, rule.text),
            ladder_of(answer, law(), case.history, register(), branch=case.branch),
            named(names[case.branch]) if case.branch else "",
        )
