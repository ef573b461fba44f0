"""Thử đổi tiêu chuẩn: a standard with other figures or words, laid over the law; who gains and who loses."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.base.clock import now, today
from thidua.base.law import law, register, rule_file
from thidua.base.wording import say
from thidua.core.law.assembly import LawError
from thidua.core.law.lacks import Lack
from thidua.core.law.standard import Standard
from thidua.core.law.sweep.whatif import Changed
from thidua.figures.sweeps import EVERYWHERE, Scope, Sweeping
from thidua.figures.sweeps.whatif import Touched, Trying
from thidua.pages.law.drafting import ADDED, drafted, figures_in, text_file, with_figures
from thidua.pages.law.ladder import Judgement
from thidua.pages.law.parts import how_far, in_place
from thidua.pages.law.sweeping import asked_about, asked_in, wanted
from thidua.pages.law.words import named, plain
from thidua.pages.shared.request import page
from thidua.records.awards.access import units_swept_by
from thidua.records.directory.models import Person
from thidua.records.journal.steps import note_access

NAMED = 50  # who gain, and who lose, of an award
LONGEST = 20_000  # letters of a rule


@dataclass(frozen=True)
class Row:
    """One of those whose result changes."""

    touched: Touched

    @property
    def href(self) -> str:
        who = self.touched.who
        if isinstance(who, Person):
            return reverse("person_standing", args=(who.public_id,))
        return reverse("unit_standing", args=(who.slug,))

    @property
    def before(self) -> Judgement:
        return Judgement(self.touched.change[0])

    @property
    def after(self) -> Judgement:
        return Judgement(self.touched.change[1])

    @property
    def is_now(self) -> bool:
        """Whether the draft is what they lack; else it was the law in force."""
        return self.touched.why.is_now

    @property
    def lacks(self) -> tuple[Lack, ...]:
        return self.touched.why.lacks


@dataclass(frozen=True)
class AwardRow:
    changed: Changed
    name: SafeString
    changes: list[tuple[Judgement, Judgement, int]]
    rows: list[Row]

    @property
    def unnamed(self) -> int:
        return self.changed.gain + self.changed.lose - len(self.rows)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def whatif_page(request: Any) -> HttpResponse:
    """Nothing is written: what was typed is laid over the law, and the answer shown. Whoever reads it is noted."""
    units = list(units_swept_by(request.actor, on=today()))
    scope = EVERYWHERE if request.actor.is_administrator else Scope.of(units)
    day, sweeping = asked_in(request, scope)
    standard = _standard(request, sweeping)
    rule = _typed(request, standard) if standard else ""
    trying, faults = _trying(standard, rule, sweeping) if standard and request.method == "POST" else (None, [])
    trail = [(_("Luật thi đua, khen thưởng"), reverse("law"))]
    if trying is not None:
        if (waiting := how_far(request, trying, trail=trail, sent={"rule": rule})) is not None:
            return waiting
        note_access("read_people", by=request.actor, at=now(), method="POST", address=request.path)
    answer = page(
        request,
        "law/whatif.html",
        **asked_about(day, sweeping),
        awards=[(code, plain(register()[code].name)) for code in _awards(sweeping)],
        award=register()[standard.award] if standard else None,
        texts=_texts(standard, sweeping),
        text=standard.text if standard else "",
        name=named(standard.name) if standard else "",
        rule=rule,
        figures=list(figures_in(rule)),
        added=ADDED,
        text_file=text_file(law().texts[standard.text], sweeping.asked.on) if standard else "",
        file=standard.file.rpartition("/")[2] if standard else "",
        command=f"thidua law whatif ban-thao --on {sweeping.asked.on.isoformat()} --year {sweeping.asked.year}",
        faults=faults,
        found=list(_rows(trying)) if trying else None,
        everybody=trying.everybody if trying else 0,
        trail=trail,
    )
    return in_place(request, answer)


def _awards(sweeping: Sweeping) -> list[str]:
    """Those of the nation's texts, then those of authorities alone."""
    asked, kind = sweeping.asked, sweeping.kind
    return list(
        dict.fromkeys(code for one in ("", *law().authorities) for code in law().awards_on(asked.on, kind, one))
    )


def _standard(request: Any, sweeping: Sweeping) -> Standard | None:
    """That of the award asked for as it stands in a file: of the text in `van-ban=`, else the nation's."""
    award = wanted(request)
    held = _held(award.code, sweeping) if award else []
    return next((one for one in held if one.text == request.GET.get("van-ban")), next(iter(held), None))


def _held(award: str, sweeping: Sweeping) -> list[Standard]:
    """All that ask for an award on the day, the nation's first, what details it after what it details."""
    held = [one for one in law().versions_of(award, sweeping.kind) if one.holds(sweeping.asked.on)]
    texts = law().texts
    return sorted(held, key=lambda one: (texts[one.text].authority, bool(texts[one.text].details)))


def _texts(standard: Standard | None, sweeping: Sweeping) -> list[tuple[str, str]]:
    """To choose from, where several texts ask for the award."""
    held = _held(standard.award, sweeping) if standard else []
    return [(one.text, plain(law().texts[one.text].name)) for one in held] if len(held) > 1 else []


def _typed(request: Any, standard: Standard) -> str:
    rule = rule_file(standard)
    if request.method != "POST":
        return rule
    if "rule" in request.POST:
        return str(request.POST["rule"]).replace("\x00", "").replace("\r\n", "\n")[:LONGEST]
    return with_figures(rule, request.POST)


def _trying(standard: Standard, rule: str, sweeping: Sweeping) -> tuple[Trying | None, list[str]]:
    """The draft beside the law, or what is wrong with it."""
    try:
        draft = drafted(standard, rule)
    except LawError as wrong:
        return None, [_fault(standard, file, say(sentence)) for file, sentence in wrong.faults]
    return Trying(sweeping.scope, sweeping.kind, sweeping.asked, sweeping.journal, draft=draft, named=NAMED), []


def _fault(standard: Standard, file: str, said: str) -> str:
    return said if file == standard.file else f"{file}: {said}"


def _rows(trying: Trying) -> Iterator[AwardRow]:
    for one in trying.found():
        changes = [(Judgement(then), Judgement(now), number) for (then, now), number in sorted(one.changes.items())]
        yield AwardRow(one, named(register()[one.award].name), changes, [Row(who) for who in trying.touched(one)])
