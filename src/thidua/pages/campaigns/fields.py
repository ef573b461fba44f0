"""The fields of a campaign's form: what stands in them, what they offer, what was typed in them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua.base.days import read_day
from thidua.base.library import commendations
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Sentence
from thidua.pages.shared.clash import Field
from thidua.pages.shared.figures import day
from thidua.pages.shared.request import Typed, filled
from thidua.records.directory.models import Unit
from thidua.records.directory.naming import written
from thidua.records.seasons.campaign_told import CampaignTold, GoalTold
from thidua.records.seasons.deciding import decider_named
from thidua.records.seasons.models import BlocSeason, Campaign, Guidance, Indicator, Season

GOALS = 6
BLOC = "khoi:"
Option = tuple[str, str]


def _words(room: str, values: Sequence[str]) -> list[Option]:
    return [(value, say(Sentence(f"{room}.{value}"))) for value in values]


def _kinds() -> list[Option]:
    return _words("campaign_kind", Campaign.Kind.values)


def _audiences() -> list[Option]:
    return _words("campaign.audience", Campaign.Audience.values)


def _spans() -> list[Option]:
    return _words("campaign.span", Campaign.Span.values)


def _indicators(season: Season) -> list[Option]:
    found = Indicator.objects.filter(bloc_season__season=season).select_related("bloc_season__bloc")
    return [(one.public_id, f"{one.bloc_season.bloc.name}: {one.short_name}") for one in found[:200]]


def _guidance(season: Season) -> list[Option]:
    found = season.guidance.filter(withdrawn_at=None)
    return [(one.public_id, f"{one.number}, {day(one.dated_on)}: {one.title}"[:120]) for one in found[:200]]


def _movements(season: Season) -> list[Option]:
    return [(one.public_id, one.name[:100]) for one in season.movements.all()]


def runner_offered(season: Season, runs: bool) -> list[Option]:
    """The cluster and its blocs, for who may open a campaign of theirs."""
    blocs = season.blocs.select_related("bloc") if runs else ()
    cluster = [("cum", season.cluster.short_name)] if runs else []
    return cluster + [(f"{BLOC}{one.bloc.slug}", one.bloc.name) for one in blocs]


def offered(season: Season, form: Mapping[str, Any]) -> dict[str, Any]:
    """What the selects and ticks of the form offer."""
    language = (get_language() or "vi")[:2]
    deciding = {kind for one in commendations().values() for kind in one.decided_by}
    return {
        "kinds": _kinds(),
        "audiences": _audiences(),
        "spans": _spans(),
        "movements": _movements(season),
        "guidance": _guidance(season),
        "indicators": _indicators(season),
        "contents": [(one, form.get(f"content-{one.number}", "")) for one in season.contents.all()],
        "proposals": [
            (code, one.name.within(language), form.get(f"propose-{code}", "")) for code, one in commendations().items()
        ],
        "goals": [(n, form.get(f"goal-{n}", ""), form.get(f"indicator-{n}", "")) for n in range(_goal_count(form))],
        "units": [written(one) for one in Unit.objects.filter(kind__in=deciding, dissolved_on=None)[:200]],
    }


def _goal_count(form: Mapping[str, Any]) -> int:
    kept = max((n for n in range(50) if form.get(f"goal-{n}")), default=-1)
    return max(GOALS, kept + 2)


def filled_form(request: Any, kept: Mapping[str, Any]) -> Mapping[str, Any]:
    return filled(request, **{"runner": "cum", "audience": "all", "span": "short", **kept})


def kept_form(one: Campaign) -> dict[str, str]:
    """The campaign as the form shows it."""
    values = {
        "runner": f"{BLOC}{one.bloc_season.bloc.slug}" if one.bloc_season else "cum",
        "movement": one.movement.public_id if one.movement else "",
        "youth": "1" if one.run_by_youth else "",
        "above": one.above.public_id if one.above else "",
        "decider": written(one.decider) if one.decider else "",
        "starts_on": day(one.starts_on),
        "ends_on": day(one.ends_on),
        "waves": ", ".join(day(at) for at in CampaignTold.of(one).waves),
    }
    texts = ("kind", "name", "audience", "audience_note", "span", "scope", "method", "above_told", "fund")
    values |= {name: getattr(one, name) for name in texts}
    values |= {f"content-{content.number}": "1" for content in one.contents.all()}
    values |= {f"propose-{code}": "1" for code in one.proposes}
    for n, goal in enumerate(one.goals.select_related("indicator")):
        values |= {f"goal-{n}": goal.text, f"indicator-{n}": goal.indicator.public_id if goal.indicator else ""}
    return values


def clash_fields(one: Campaign) -> list[Field]:
    """Every field of the form as the campaign stands now, for the second who saves it."""
    kept, season, ticked = kept_form(one), one.season, {"1": _("có đánh dấu")}
    words: dict[str, dict[str, str]] = {
        "kind": dict(_kinds()),
        "audience": dict(_audiences()),
        "span": dict(_spans()),
        "movement": dict(_movements(season)),
        "above": dict(_guidance(season)),
        "runner": dict(runner_offered(season, runs=True)),
        "youth": ticked,
    }
    labels = labels_of_fields()
    if one.membership_id:
        del labels["runner"]
    fields = [Field(name, label, kept.get(name, ""), words.get(name, {})) for name, label in labels.items()]
    for content in season.contents.all():
        name = f"content-{content.number}"
        fields.append(Field(name, content.short_name, kept.get(name, ""), ticked))
    for code, form in commendations().items():
        name = f"propose-{code}"
        fields.append(Field(name, form.name.within((get_language() or "vi")[:2]), kept.get(name, ""), ticked))
    indicators = dict(_indicators(season))
    for n in range(_goal_count(kept)):
        label = _("Chỉ tiêu {n}").format(n=n + 1)
        fields.append(Field(f"goal-{n}", label, kept.get(f"goal-{n}", "")))
        measured = _("{label}, chỉ số").format(label=label)
        fields.append(Field(f"indicator-{n}", measured, kept.get(f"indicator-{n}", ""), indicators))
    return fields


def labels_of_fields() -> dict[str, str]:
    return {
        "runner": _("Ai tổ chức"),
        "kind": _("Loại"),
        "name": _("Tên đợt"),
        "starts_on": _("Từ ngày"),
        "ends_on": _("Đến ngày"),
        "movement": _("Thuộc phong trào"),
        "youth": _("Đoàn viên, thanh niên làm nòng cốt"),
        "audience": _("Đối tượng"),
        "audience_note": _("Đối tượng, nói rõ thêm"),
        "span": _("Thời hạn"),
        "scope": _("Phạm vi"),
        "method": _("Cách làm"),
        "above": _("Hưởng ứng phong trào của cấp trên"),
        "above_told": _("Văn bản khác của cấp trên"),
        "decider": _("Nơi quyết định khen thưởng"),
        "fund": _("Nguồn kinh phí"),
        "waves": _("Ngày xét theo đợt"),
    }


def told_of(typed: Typed, season: Season, *, own: bool) -> CampaignTold:
    """The campaign as it was typed. Raises NotPossible with every fault."""
    label = labels_of_fields()
    name = typed.text("name", label=label["name"], most=300)
    kind = typed.choice("kind", Campaign.Kind.values, label=label["kind"])
    starts_on = typed.day("starts_on", label=label["starts_on"])
    ends_on = typed.day("ends_on", label=label["ends_on"])
    proposes = [code for code in commendations() if typed.values.get(f"propose-{code}")]
    told = {
        "bloc": None if own else _bloc(typed, season),
        "movement": season.movements.filter(public_id=typed.values.get("movement", "")).first(),
        "run_by_youth": bool(typed.values.get("youth")),
        "contents": [one for one in season.contents.all() if typed.values.get(f"content-{one.number}")],
        "audience": typed.choice("audience", Campaign.Audience.values, label=label["audience"]),
        "audience_note": typed.text("audience_note", label=label["audience_note"], most=300, required=False),
        "span": typed.choice("span", Campaign.Span.values, label=label["span"]),
        "scope": typed.text("scope", label=label["scope"], required=False),
        "method": typed.text("method", label=label["method"], most=2000, required=False),
        "above": _above(typed, season),
        "above_told": typed.text("above_told", label=label["above_told"], most=300, required=False),
        "proposes": proposes,
        "decider": _decider(typed, season, proposes),
        "fund": typed.text("fund", label=label["fund"], required=False),
        "waves": _waves(typed),
        "goals": _goals(typed, season),
    }
    typed.check()
    assert starts_on is not None
    assert ends_on is not None
    return CampaignTold(kind=kind, name=name, starts_on=starts_on, ends_on=ends_on, **told)  # type: ignore[arg-type]


def _bloc(typed: Typed, season: Season) -> BlocSeason | None:
    chosen = typed.values.get("runner", "")
    if not chosen.startswith(BLOC):
        return None
    return season.blocs.filter(bloc__slug=chosen.removeprefix(BLOC)).select_related("bloc").first()


def _above(typed: Typed, season: Season) -> Guidance | None:
    chosen = typed.values.get("above", "")
    found = season.guidance.filter(public_id=chosen, withdrawn_at=None).first() if chosen else None
    if chosen and found is None:
        typed.faults.append(Sentence("campaign.no_guidance"))
    return found


def _decider(typed: Typed, season: Season, proposes: Sequence[str]) -> Unit | None:
    named = typed.text("decider", label=_("Nơi quyết định khen thưởng"), required=False)
    try:
        return decider_named(season, named, proposes)
    except NotPossible as fault:
        typed.faults.extend(fault.sentences)
        return None


def _waves(typed: Typed) -> list[date]:
    """Days between commas, as officers write them."""
    found = []
    for part in typed.values.get("waves", "")[:400].replace(";", ",").split(","):
        if text := part.strip():
            on = read_day(text)
            if on is None:
                typed.faults.append(Sentence("campaign.wave_not_days", typed=text[:40]))
            else:
                found.append(on)
    return found


def _goals(typed: Typed, season: Season) -> list[GoalTold]:
    known = {one.public_id: one for one in Indicator.objects.filter(bloc_season__season=season)}
    found = []
    for n in range(50):
        text = typed.text(f"goal-{n}", label=_("Chỉ tiêu {n}").format(n=n + 1), required=False)
        if text:
            found.append(GoalTold(text, known.get(typed.values.get(f"indicator-{n}", ""))))
    return found
