"""A conference written down on one page: when, where, by whom, about what; two may have it open."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.clock import now, today
from thidua.base.days import local_day
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Sentence, Unknown, require
from thidua.core.workflow.conferences import Form, MatterKind
from thidua.pages.conferences.finding import address, planned_at, trail_to
from thidua.pages.conferences.times import at, hour_of, typed_time
from thidua.pages.seasons.rows import fields_of_rows, filled_rows, shown_rows, wants_more
from thidua.pages.shared.clash import Field, begun_with
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, done, filled, or_show, page
from thidua.pages.shared.slugs import slug_of
from thidua.records.councils.actions.conferences import amend_conference, plan_conference
from thidua.records.councils.models import Conference
from thidua.records.councils.plan import ConferencePlan, MatterPlan
from thidua.records.councils.queries.conferences import matters_of
from thidua.records.directory.models import Unit
from thidua.records.directory.naming import unit_named, written
from thidua.records.seasons.access import may, visible_seasons
from thidua.records.seasons.models import BlocSeason, Cluster, Season
from thidua.records.seasons.queries.frame import members_of

MATTER_FIELDS = ("kind", "of", "text")
SAVED = ("conference.planned", "conference.amended")
OFFERED_AT_MOST = 200


def forms() -> list[tuple[str, str]]:
    return [(form.value, say(Sentence(f"conference.form.{form}"))) for form in Form]


def kinds() -> list[tuple[str, str]]:
    return [(kind.value, say(Sentence(f"conference.matter.{kind}"))) for kind in MatterKind]


def _blocs(cluster: Cluster) -> list[BlocSeason]:
    found = BlocSeason.objects.filter(season__cluster=cluster).select_related("season", "bloc")
    return list(found.order_by("-season__emulation_year", "bloc__position"))[:OFFERED_AT_MOST]


def _places(blocs: Sequence[BlocSeason]) -> dict[str, str]:
    """What a matter may belong to, as the form names it: a season, or a bloc in it."""
    places: dict[str, str] = {}
    for bloc in blocs:
        places.setdefault(bloc.season.slug, bloc.season.name)
        places[f"{bloc.season.slug}/{bloc.bloc.slug}"] = f"{bloc.season.name}, {bloc.bloc.name}"
    return places


def _kept(found: Conference | None) -> dict[str, Any]:
    if found is None:
        return {"form": Form.IN_PERSON.value}
    last = local_day(found.ends_at)
    return {
        "name": found.name,
        "form": found.form,
        "on": day(local_day(found.starts_at)),
        "from": hour_of(found.starts_at),
        "until": hour_of(found.ends_at),
        "last": day(last) if last != local_day(found.starts_at) else "",
        "hall": found.hall,
        "town": found.town,
        "host": written(found.host) if found.host else "",
        "chair": found.chair,
        "answer_by": day(found.answer_by) if found.answer_by else "",
        "talks_by": day(found.talks_by) if found.talks_by else "",
        "letter": found.letter,
    }


def _kept_matters(found: Conference | None) -> list[dict[str, Any]]:
    return [] if found is None else [
        {
            "kind": one.kind,
            "of": "/".join(part for part in (
                one.season.slug if one.season else "", one.bloc_season.bloc.slug if one.bloc_season else "",
            ) if part),
            "text": one.text,
        }
        for one in matters_of(found)
    ]  # fmt: skip


def _labels() -> Mapping[str, str]:
    return {
        "name": _("Tên hội nghị"), "form": _("Hình thức"), "on": _("Ngày"), "from": _("Từ giờ"), "until": _("Đến giờ"),
        "last": _("Ngày cuối"), "hall": _("Hội trường"), "town": _("Địa phương"), "host": _("Đơn vị đăng cai"),
        "chair": _("Chủ trì"), "answer_by": _("Hạn trả lời"), "talks_by": _("Hạn tham luận"),
        "letter": _("Lời mời"),
    }  # fmt: skip


def _fields(request: Any, found: Conference, places: Mapping[str, str]) -> tuple[list[Field], int]:
    kept, words = _kept(found), {"form": dict(forms())}
    whole = [Field(name, label, str(kept[name]), words.get(name, {})) for name, label in _labels().items()]
    labels = {"text": _("Nội dung"), "kind": _("Loại"), "of": _("Thuộc")}
    rows, count = fields_of_rows(
        request, labels, _kept_matters(found), key="text", words={"kind": dict(kinds()), "of": places}
    )
    return [*whole, *rows], count


def _plan_page(request: Any, cluster: str, conference: str = "") -> HttpResponse:
    """Raises NotPossible once it was held, Unknown where the reader plans nothing."""
    found = planned_at(request, cluster, conference) if conference else None
    seasons = [] if found else _seasons(request, cluster)
    of = found.cluster if found else seasons[0].cluster
    blocs = _blocs(of)
    places = _places(blocs)
    begun = None
    if found:
        fields, count = _fields(request, found, places)
        begun = begun_with(request, found, fields, saved=SAVED, rows=count)
    if found is None and request.method != "POST":
        matters = [{"kind": MatterKind.REVIEW.value, "of": seasons[0].slug, "text": ""}]
    else:
        matters = _kept_matters(found)
    return page(
        request,
        "conferences/plan.html",
        conference=found,
        cluster=of,
        begun=begun,
        form=filled(request, **_kept(found)),
        rows=shown_rows(request, MATTER_FIELDS, matters),
        kinds=kinds(),
        forms=forms(),
        places=list(places.items()),
        seasons=[(one.slug, one.name) for one in seasons],
        units=_hosts(blocs),
        trail=trail_to(found) if found else [(_("Hội nghị"), reverse("conferences", args=(cluster,)))],
        here="season",
    )


def _seasons(request: Any, cluster: str) -> list[Season]:
    """Seasons of which the reader may plan a conference. Raises Unknown or NotPossible where there is none."""
    on = today()
    seen = list(visible_seasons(request.actor, on=on).filter(cluster__slug=cluster).order_by("-emulation_year", "slug"))
    if not seen:
        raise Unknown
    answers = [(one, may(request.actor, "conference.plan", season=one, on=on)) for one in seen]
    planned = [one for one, answer in answers if answer.is_yes]
    if not planned:
        require(answers[0][1])
    return planned


def _hosts(blocs: Sequence[BlocSeason]) -> list[str]:
    """The members of the newest season, by its blocs."""
    newest = [bloc for bloc in blocs if bloc.season_id == blocs[0].season_id]
    members = [member for bloc in newest for member in members_of(bloc).filter(left_on=None)[:OFFERED_AT_MOST]]
    return [written(member.unit) for member in members][:OFFERED_AT_MOST]


@login_required
@or_show(_plan_page)
def new_conference(request: Any, cluster: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _plan_page(request, cluster)
    seasons, typed = _seasons(request, cluster), Typed(request)
    by_slug = {one.slug: one for one in seasons}
    chosen = typed.choice("season", by_slug, label=_("Năm thi đua"))
    plan = _typed_plan(request, typed, seasons[0].cluster)
    planned = plan_conference(
        by_slug[chosen], slug=slug_of(plan.name), plan=plan, by=request.actor, at=now(), key=typed.key
    )
    return done(request, reverse("conference", args=(cluster, planned.slug)), Sentence("conference.saved"))


@login_required
@or_show(_plan_page)
def amend(request: Any, cluster: str, conference: str) -> HttpResponse:
    if request.method != "POST" or wants_more(request):
        return _plan_page(request, cluster, conference)
    found, typed = planned_at(request, cluster, conference), Typed(request)
    typed.settle(_fields(request, found, _places(_blocs(found.cluster)))[0])
    plan = _typed_plan(request, typed, found.cluster)
    amend_conference(found, plan=plan, seen_version=typed.whole("version"), by=request.actor, at=now(), key=typed.key)
    return done(request, address(found), Sentence("conference.saved"))


def _typed_plan(request: Any, typed: Typed, cluster: Cluster) -> ConferencePlan:
    """Raises NotPossible with every fault of the form."""
    labels = _labels()
    name = typed.text("name", label=labels["name"])
    form = typed.choice("form", list(Form), label=labels["form"])
    on = typed.day("on", label=labels["on"])
    last = typed.day("last", label=labels["last"], required=False) or on
    starts, ends = typed_time(typed, "from", label=labels["from"]), typed_time(typed, "until", label=labels["until"])
    hall = typed.text("hall", label=labels["hall"], required=False)
    town = typed.text("town", label=labels["town"], most=120)
    host = _host(typed)
    chair = typed.text("chair", label=labels["chair"], most=300, required=False)
    answer_by = typed.day("answer_by", label=labels["answer_by"], required=False)
    talks_by = typed.day("talks_by", label=labels["talks_by"], required=False)
    letter = typed.text("letter", label=labels["letter"], most=4000, required=False)
    blocs = _blocs(cluster)
    matters = [_matter(typed, n, blocs) for n in filled_rows(request, ("text",))]
    typed.check()
    assert on is not None
    assert last is not None
    assert starts is not None
    assert ends is not None
    return ConferencePlan(
        name, at(on, starts), at(last, ends), town, Form(form), hall, host, chair, answer_by, talks_by, letter, matters
    )


def _host(typed: Typed) -> Unit | None:
    if not (line := typed.text("host", label=_("Đơn vị đăng cai"), required=False)):
        return None
    try:
        return unit_named(line)
    except NotPossible as fault:
        typed.faults.extend(fault.sentences)
        return None


def _matter(typed: Typed, n: int, blocs: Sequence[BlocSeason]) -> MatterPlan:
    text = typed.text(f"text-{n}", label=_("Dòng {n}, Nội dung").format(n=n + 1), most=300)
    kind = typed.choice(f"kind-{n}", list(MatterKind), label=_("Dòng {n}, Loại").format(n=n + 1))
    of = typed.choice(f"of-{n}", ["", *_places(blocs)], label=_("Dòng {n}, Thuộc").format(n=n + 1))
    season, _sign, bloc = of.partition("/")
    found = next((one for one in blocs if one.season.slug == season and (not bloc or one.bloc.slug == bloc)), None)
    known = MatterKind(kind) if kind in list(MatterKind) else MatterKind.OTHER
    return MatterPlan(known, text, found.season if found else None, found if bloc else None)
