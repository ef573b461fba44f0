"""Reads who becomes head of a season, with the decision or the minutes, as seasons/_heading.html asks for it."""

from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.base.wording import say
from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.pages.shared.request import Typed
from thidua.records.directory.models import Person, Unit
from thidua.records.directory.naming import person_named
from thidua.records.directory.queries import posts_of
from thidua.records.papers.steps import Shown
from thidua.records.seasons.heading import Heading
from thidua.records.seasons.models import HeadSelection, Season

MOST_VOTES = 9999


def selections() -> list[tuple[str, str]]:
    return [(one.value, say(Sentence(f"head_selection.{one.value}"))) for one in HeadSelection]


def typed_heading(typed: Typed, season: Season) -> Heading | None:
    """None where nobody is named. Every fault stays in `typed`."""
    line = typed.text("head", label=_("Trưởng"), most=200, required=False)
    title = typed.text("ground_title", label=_("Tên văn bản"), most=300, required=bool(line))
    number = typed.text("ground_number", label=_("Số văn bản"), most=60, required=False)
    dated_on = typed.day("ground_dated_on", label=_("Ngày văn bản"), required=False)
    votes = [_votes(typed, "votes_for"), _votes(typed, "votes_given")]
    file = typed.kept_file("ground_file", label=_("Bản quét văn bản"))
    if not line:
        return None
    try:
        person = person_named(line, on=today())
        return Heading(person, unit_for(person, season), Shown(title, number, dated_on, file), *votes)
    except NotPossible as refused:
        typed.faults.extend(refused.sentences)
        return None


def _votes(typed: Typed, name: str) -> int | None:
    text = typed.text(name, label=_("Số phiếu"), most=20, required=False)
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or int(text) > MOST_VOTES:
        typed.faults.append(Sentence("form.not_offered", typed=text, name=_("Số phiếu")))
        return None
    return int(text)


def unit_for(person: Person, season: Season) -> Unit:
    """The agency for which a person serves: the member unit in or above the present post, else the post's own unit."""
    post = posts_of(person).first()
    if post is None:
        raise refuse("season.person_without_post", name=person.full_name)
    above = [int(part) for part in post.unit.path.strip("/").split("/")]
    members = Unit.objects.filter(pk__in=above, memberships__bloc_season__season=season).distinct()
    return members.order_by("-path").first() or post.unit
