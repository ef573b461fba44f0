"""Cống hiến: months in posts towards the classes of an order, and the next rise of salary, reckoned from what is typed.

The record and the directory propose the posts; what is typed beside them is a trial, which the address holds, and is
offered to the record.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.base.clock import now, today
from thidua.base.days import read_day
from thidua.base.law import law
from thidua.core.law.history import Service
from thidua.core.law.provisions import Provision
from thidua.core.law.service import Reached, next_rise, posts_in, reached
from thidua.core.texts import folded
from thidua.pages.honours.asks import TENURE
from thidua.pages.law.days import Day, day_of
from thidua.pages.law.rows import Row, rows_of
from thidua.pages.law.words import Cited, cited, named, plain
from thidua.pages.shared.downloads import Table
from thidua.pages.shared.figures import day as day_shown
from thidua.pages.shared.request import page
from thidua.pages.shared.workbooks import as_xlsx
from thidua.records.awards.access import may_keep, may_know_profile, person_for
from thidua.records.awards.models import Tenure
from thidua.records.awards.queries.entries import tenures_of
from thidua.records.awards.queries.history import history_of_person
from thidua.records.awards.queries.remits import roads_of
from thidua.records.directory.models import Person, Post
from thidua.records.journal.steps import note_access

SPARE, MOST = 2, 20  # rows for posts held elsewhere
USUAL_MONTHS, MOST_MONTHS = 36, 120
YES = "1"


@dataclass(frozen=True)
class Span:
    """A row of the form; `title` is what record or directory say, for whoever chooses; `keep` leads to where it is
    entered into the record.
    """

    number: int
    title: str
    post: str
    from_on: str
    until_on: str
    keep: str = ""


@dataclass(frozen=True)
class ShownRow:
    """`why` leads to all that the form asks besides the months."""

    award: SafeString | str
    post: SafeString | str
    one: Reached
    cited: Cited
    why: str


@dataclass(frozen=True)
class Rise:
    """The next rise of salary, as typed; `on` where it can be reckoned, `wrong` where it cannot."""

    last_on: str
    months: str
    early: str
    on: date | None
    is_wrong: bool
    policies: list[Row]


@dataclass(frozen=True)
class Serving:
    """What was asked and what comes of it."""

    person: Person
    day: Day
    spans: list[Span]
    wrong: list[str]
    is_female: bool
    rows: list[ShownRow]
    held: list[Service]

    @property
    def counting(self) -> list[ShownRow]:
        """The rows of the table for which some months count."""
        return [row for row in self.rows if row.one.counted.months]

    @property
    def others(self) -> list[ShownRow]:
        return [row for row in self.rows if not row.one.counted.months]


def _serving(request: Any, public_id: str) -> Serving:
    person, day = person_for(request.actor, public_id, on=today()), day_of(request)
    note_access("read_person", by=request.actor, at=now(), method="GET", address=request.path)
    posts = posts_in(law(), day.on)
    spans = _typed(request) if "cv0" in request.GET else _proposed(person, posts, day.on)
    wrong = [text for span in spans for text in (span.from_on, span.until_on) if text and read_day(text) is None]
    held = [one for span in spans if (one := _service(span, posts)) is not None]
    if may_keep(request.actor, person, on=today()).is_yes:
        spans = _offered(spans, posts, person, request.get_full_path())
    is_female = request.GET.get("nu") == YES if "cv0" in request.GET else _is_female(request, person)
    rows = [_row(one, person, day) for one in reached(law(), held, day.on, female=is_female)]
    return Serving(person, day, spans, wrong, is_female, rows, held)


def _typed(request: Any) -> list[Span]:
    def text(name: str) -> str:
        return str(request.GET.get(name, "")).replace("\x00", "").strip()[:120]

    numbers = [number for number in range(MOST) if f"cv{number}" in request.GET]
    return [Span(n, text(f"ten{n}"), text(f"cv{n}"), text(f"tu{n}"), text(f"den{n}")) for n in numbers]


def _proposed(person: Person, posts: Any, on: date) -> list[Span]:
    """What the record holds, the directory's posts with the law's post that each seems to be, and rows for others."""
    held = Post.objects.filter(person=person).select_related("unit").order_by("from_on", "pk")
    told = [
        *((_recorded(one), one.post, one.from_on, one.until_on) for one in reversed(tenures_of(person, on=on))),
        *((f"{post.title}, {post.unit.short_name}", _meant(post, posts), post.from_on, post.until_on) for post in held),
    ][: MOST - SPARE]
    spans = [
        Span(n, title, post, day_shown(begun) if begun else "", day_shown(ended) if ended else "")
        for n, (title, post, begun, ended) in enumerate(told)
    ]
    return [*spans, *(Span(len(spans) + n, "", "", "", "") for n in range(SPARE))]


def _recorded(one: Tenure) -> str:
    return f"{one.name.vi}, {one.held_at}" if one.held_at else one.name.vi


def _offered(spans: Iterable[Span], posts: Any, person: Person, here: str) -> list[Span]:
    """Those that can be reckoned with and are not in the record yet know the way into it."""
    known = {(one.post, one.from_on) for one in tenures_of(person)}
    there = reverse("enter_person_honour", args=(person.public_id, TENURE))

    def way(span: Span) -> str:
        one = _service(span, posts)
        if one is None or (one.post, one.start) in known:
            return ""
        told = {"chuc-vu": span.post, "tu": span.from_on, "den": span.until_on, "next": here}
        return f"{there}?{urlencode(told)}"

    return [replace(span, keep=way(span)) for span in spans]


def _meant(post: Post, posts: Any) -> str:
    """The law's post with the title among its names: "Giám đốc" of a "Sở" is a "Giám đốc Sở"."""
    titles = {folded(post.title), folded(f"{post.title} {post.unit.name.split(' ')[0]}")}
    for code, name in posts.items():
        if titles & {folded(part.strip()) for part in name.vi.replace(" và ", ",").split(",")}:
            return str(code)
    return ""


def _service(span: Span, posts: Any) -> Service | None:
    start = read_day(span.from_on)
    if span.post not in posts or start is None:
        return None
    return Service(span.post, start, read_day(span.until_on) if span.until_on else None)


def _is_female(request: Any, person: Person) -> bool:
    return may_know_profile(request.actor, person, on=today()) and history_of_person(person).female


def _row(one: Reached, person: Person, day: Day) -> ShownRow:
    form, rule = one.rule["form"], one.rule
    why = reverse("person_why", args=(person.public_id, form.code)) + f"?ngay={day.on.isoformat()}"
    return ShownRow(named(form.name), named(rule["name"]), one, cited(law(), rule.source, rule.text), why)


@require_safe
@login_required
def serving_page(request: Any, person: str) -> HttpResponse:
    found = _serving(request, person)
    here = reverse("person_serving", args=(person,))
    query = request.GET.urlencode()
    return page(
        request,
        "law/serving.html",
        one=found,
        day=found.day,
        posts=[(code, plain(name)) for code, name in posts_in(law(), found.day.on).items()],
        rules=rows_of(law(), law().rows("service_rules", found.day.on)),
        rise=_rise(request, found),
        disciplined=_disciplined(found),
        workbook=reverse("person_serving_xlsx", args=(person,)) + (f"?{query}" if query else ""),
        here_href=here,
        standing=reverse("person_standing", args=(person,)),
        record=reverse("person_honours", args=(person,)),
        trail=[
            (_("Danh bạ"), reverse("units")),
            (found.person.full_name, reverse("person", args=(person,)), "vi"),
        ],
        here="directory",
    )


def _disciplined(found: Serving) -> bool:
    """Whether discipline fell into the time of a post that counts."""
    disciplines = history_of_person(found.person).disciplines
    return any(
        span.start <= (one.until or date.max) and one.start <= (span.until or found.day.on)
        for one in disciplines
        for span in found.held
    )


def _rise(request: Any, found: Serving) -> Rise:
    def text(name: str, usual: str = "") -> str:
        return str(request.GET.get(name, usual)).replace("\x00", "").strip()[:20]

    last, months, early = text("nang-tu"), text("thang", str(USUAL_MONTHS)), text("som", "0")
    last_on = read_day(last)
    numbers = all(one.isascii() and one.isdigit() and int(one) <= MOST_MONTHS for one in (months, early))
    on = next_rise(last_on, int(months), int(early)) if last_on and numbers and int(early) < int(months) else None
    return Rise(last, months, early, on, bool(last) and on is None, rows_of(law(), _policies(found)))


def _policies(found: Serving) -> list[Provision]:
    """Of the authorities whose own texts hold for the person; of all, where nobody has said whose do."""
    on, library = found.day.on, law()
    held = {remit: library.rows("early_rise", on, remit) for remit in library.authorities}
    own = roads_of(found.person, on=on) if any(held.values()) else ()
    return list(dict.fromkeys(row for remit in own or held for row in held.get(remit, ())))


@require_safe
@login_required
def workbook(request: Any, person: str) -> HttpResponse:
    found = _serving(request, person)
    spans = [span for span in found.spans if span.post]
    lines = [found.person.full_name, _("Tính đến ngày {on}").format(on=day_shown(found.day.on))]
    return as_xlsx(
        Table(
            name="cong-hien",
            title=_("Cống hiến"),
            lines=[*lines, *(f"{span.title or span.post}: {span.from_on} – {span.until_on or '…'}" for span in spans)],
            heads=[
                _("Hình thức"), _("Chức vụ"), _("Tháng cần"), _("Tháng đã giữ"), _("Cộng từ chức vụ cao hơn"),
                _("Còn thiếu"), _("Sớm nhất"), _("Căn cứ"),
            ],
            rows=[_cells(row) for row in found.rows],
        )
    )  # fmt: skip


def _cells(row: ShownRow) -> Sequence[Any]:
    counted = row.one.counted
    form, name = row.one.rule["form"].name, row.one.rule["name"]
    return (
        plain(form), plain(name), counted.wanted, counted.own, counted.carried, row.one.missing, row.one.earliest,
        strip_tags(row.cited.says),
    )  # fmt: skip
