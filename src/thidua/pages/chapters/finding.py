"""What addresses of chapters lead to, and what their forms have in common."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.core.answer import NotPossible, Sentence
from thidua.pages.shared.request import Typed
from thidua.records.directory.models import Person, YouthChapter
from thidua.records.directory.naming import person_named
from thidua.records.results.actions.activities import MOST_NAMES
from thidua.records.seasons.models import Membership, Season

Trail = list[tuple[str, ...]]
MOST_PEOPLE = 100_000


def trail_to_list(season: Season) -> Trail:
    slugs = (season.cluster.slug, season.slug)
    return [
        (season.name, reverse("one_season", args=slugs), "vi"),
        (_("Chi đoàn"), reverse("chapters", args=slugs)),
    ]


def trail_to_chapter(chapter: YouthChapter, member: Membership) -> Trail:
    season = member.bloc_season.season
    at = reverse("chapter", args=(season.cluster.slug, season.slug, chapter.public_id))
    return [*trail_to_list(season), (chapter.name, at, "vi")]


def typed_person(typed: Typed, name: str, *, label: object, on: Any) -> Person | None:
    """Somebody of the directory; what cannot be told apart is a fault of the form."""
    written = typed.text(name, label=label)
    try:
        return person_named(written, on=on) if written else None
    except NotPossible as fault:
        typed.faults.extend(fault.sentences)
        return None


def typed_count(typed: Typed, name: str, *, label: object) -> int:
    """A whole number of people."""
    found = typed.figure(name, required=True, label=label)
    if found is None:
        return 0
    if found.denominator != 1 or not 0 <= found <= MOST_PEOPLE:
        typed.faults.append(Sentence("participation.not_people", typed=typed.values.get(name, "")[:40]))
        return 0
    return int(found)


def typed_names(typed: Typed) -> list[str]:
    lines = typed.text("names", label=_("Người có mặt"), most=20_000).splitlines()
    return [line.strip(" ,;-")[:120] for line in lines if line.strip(" ,;-")][: MOST_NAMES + 1]
