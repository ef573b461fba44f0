"""What the forms of an act have in common: what was done, when, where one works, a photograph."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.workflow.participation import ENTERED, ActKind
from thidua.pages.shared.request import Typed
from thidua.records.directory.models import Unit
from thidua.records.files.kinds import JPEG, PNG
from thidua.records.files.models import StoredFile
from thidua.records.results.models import ChapterActivity
from thidua.records.results.queries.participation import places_in
from thidua.records.results.told import ActTold
from thidua.records.seasons.models import Campaign, Membership, Season
from thidua.records.seasons.queries.campaigns import campaigns_to_join

OFFERED_AT_MOST = 190  # a list shows 200 at most, and the fields have an empty choice


def kinds(offered: tuple[ActKind, ...] = ENTERED) -> list[tuple[str, str]]:
    return [(kind.value, say(Sentence(f"participation.kind.{kind}"))) for kind in offered]


def campaigns_of(season: Season, member: Membership | None = None) -> list[Campaign]:
    """The cluster's first; of units what they have launched, of `member` alone where the form is one of its own."""
    return list(campaigns_to_join(season, member)[:OFFERED_AT_MOST])


def offered(found: list[Campaign]) -> list[tuple[str, str]]:
    return [(one.public_id, one.name) for one in found]


def places(member: Membership) -> list[tuple[str, str]]:
    """The unit's parts and the unit itself, to say where one works."""
    return [(unit.slug, unit.name) for unit in places_in(member)[:OFFERED_AT_MOST]]


def typed_act(
    typed: Typed,
    member: Membership,
    *,
    kind: ActKind,
    campaign: Campaign | None,
    name: str = "",
    activity: ChapterActivity | None = None,
) -> ActTold | None:
    """What was typed of an act; None where something is missing, which `typed` then tells."""
    on = typed.day("on", label=_("Ngày"))
    text = typed.text("text", label=_("Đã làm gì"), most=1000)
    unit = typed_place(typed, member)
    photo = picture(typed)
    if on is None or unit is None:
        return None
    return ActTold(kind, on, text, unit, campaign, name, photo, activity)


def typed_place(typed: Typed, member: Membership) -> Unit | None:
    by_slug: Mapping[str, Unit] = {unit.slug: unit for unit in places_in(member)}
    return by_slug.get(typed.choice("unit", by_slug, label=_("Nơi làm việc")))


def typed_campaign(typed: Typed, season: Season, member: Membership | None = None) -> Campaign | None:
    found = {one.public_id: one for one in campaigns_of(season, member)}
    return found.get(typed.choice("campaign", {"", *found}, label=_("Đợt thi đua")))


def picture(typed: Typed) -> StoredFile | None:
    """A photograph; every other kind of file is told to be none."""
    photo = typed.kept_file("photo", label=_("Ảnh"))
    if photo is not None and photo.kind not in (JPEG, PNG):
        typed.faults.append(Sentence("participation.only_pictures", name=photo.name))
    return photo


def home_of(actor: Any, member: Membership) -> str:
    """Where the reader works in the unit, to stand chosen."""
    inside = {unit.pk: unit.slug for unit in places_in(member)}
    return next((inside[post.unit] for post in actor.posts if post.unit in inside), member.unit.slug)


def trail_to_board(season: Season) -> list[tuple[str, ...]]:
    slugs = (season.cluster.slug, season.slug)
    return [
        (season.name, reverse("one_season", args=slugs), "vi"),
        (_("Tham gia"), reverse("participation", args=slugs)),
    ]


def trail_to_unit(member: Membership) -> list[tuple[str, ...]]:
    season = member.bloc_season.season
    at = reverse("unit_acts", args=(season.cluster.slug, season.slug, member.unit.slug))
    return [*trail_to_board(season), (member.short_name, at, "vi")]
