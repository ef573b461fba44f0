"""Legal texts: all of them by their days; one with its relations, its hash and everything that it rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
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
from thidua.core.law.texts import Text
from thidua.pages.law.days import Day, day_of
from thidua.pages.law.listing import address_on
from thidua.pages.law.rows import Row, alike_together, rows_of
from thidua.pages.law.words import Cited, cited, kind_name, named
from thidua.pages.shared.request import page
from thidua.records.directory.access import may

RELATIONS = ("replaces", "amends", "continues", "details")


@dataclass(frozen=True)
class Listed:
    """A text with its last day; `state` is held, over or coming, on the day asked about."""

    text: Text
    until: date | None
    state: str

    @property
    def name(self) -> SafeString:
        return named(self.text.name)

    @property
    def about(self) -> SafeString:
        return named(self.text.about)

    @property
    def state_words(self) -> str:
        return say(Sentence(f"law.state.{self.state}"))


def _listed(text: Text, day: Day) -> Listed:
    until = law().last_day_of(text.code)
    state = "coming" if day.on < text.start else "over" if until and day.on > until else "held"
    return Listed(text, until, state)


@require_safe
@login_required
def texts_page(request: Any) -> HttpResponse:
    require(may(request.actor, "law.read"))
    day = day_of(request)
    rows = [_listed(text, day) for text in sorted(law().texts.values(), key=lambda text: text.start, reverse=True)]
    return page(
        request, "law/texts.html", rows=rows, day=day, trail=[(_("Luật"), reverse("law"))], here="law",
        counts={"held": sum(row.state == "held" for row in rows), "all": len(rows)},
    )  # fmt: skip


@dataclass(frozen=True)
class Ruled:
    """A standard that the text holds."""

    name: SafeString
    kind: str
    href: str
    start: date
    until: date | None


@require_safe
@login_required
def text_page(request: Any, text: str) -> HttpResponse:
    require(may(request.actor, "law.read"))
    if text not in law().texts:
        raise Unknown
    found = law().texts[text]
    return page(
        request,
        "law/text.html",
        text=found,
        row=_listed(found, day_of(request)),
        relations=list(_relations(found)),
        ruled=_ruled(found),
        tables=_tables(found),
        trail=[(_("Luật"), reverse("law")), (_("Văn bản"), reverse("law_texts"))],
        here="law",
    )


def _relations(text: Text) -> Iterable[tuple[str, list[Cited]]]:
    """What it does to others, and what others do to it."""
    for relation in RELATIONS:
        if to := getattr(text, relation):
            yield say(Sentence(f"law.relation.{relation}")), [cited(law(), "", code) for code in to]
    for relation in RELATIONS:
        if by := [one.code for one in law().texts.values() if text.code in getattr(one, relation)]:
            yield say(Sentence(f"law.relation.{relation}_by")), [cited(law(), "", code) for code in by]


def _ruled(text: Text) -> list[Ruled]:
    """In the register's order, which is that of the law."""
    order = list(register())
    held = sorted((one for one in law().standards if one.text == text.code), key=lambda one: order.index(one.award))
    return [
        Ruled(
            named(one.name),
            kind_name(one.to),
            address_on(register()[one.award], one.to, one.start),
            one.start,
            one.until,
        )
        for one in held
    ]


def _tables(text: Text) -> list[tuple[str, list[Row]]]:
    held = sorted((row for row in law().provisions if row.text == text.code), key=lambda row: (row.table, row.line))
    return [
        (say(Sentence(f"law.table.{table}")), alike_together(rows_of(law(), rows)))
        for table, rows in groupby(held, lambda row: row.table)
    ]
