"""Papers of a whole season: regulation, plan, secretariat, launch."""

from collections.abc import Iterator, Mapping
from datetime import date

from thidua.base.days import in_papers
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.documents.official.fillers.told import ALL_BLOCS, ALL_MEMBERS, Fields, Filler, numbered
from thidua.figures.season_papers import Subject
from thidua.records.directory.models import Post
from thidua.records.directory.queries import in_force
from thidua.records.seasons.models import BlocSeason, Membership, Season, SeasonRole
from thidua.records.seasons.queries.campaigns import calendar_of
from thidua.records.seasons.queries.roles import parts_of


def regulation(season: Season, subject: Subject, on: date) -> Fields:
    members = Membership.objects.filter(bloc_season__season=season, left_on=None).select_related("bloc_season__bloc")
    in_order = members.order_by("bloc_season__bloc__position", "position", "pk")
    return {"thanh_vien": numbered({"ten": one.name, "khoi": one.bloc_season.bloc.name} for one in in_order)}


def plan(season: Season, subject: Subject, on: date) -> Fields:
    return {
        "can_cu": grounds_of(season),
        "phuong_cham": season.motto,
        "noi_dung": contents_of(season),
        "dot": [
            {"ten": one.name, "tu": in_papers(one.starts_on), "den": in_papers(one.ends_on)}
            for one in calendar_of(season)
        ],
        "lich": _calendar(season),
    }


def secretariat(season: Season, subject: Subject, on: date) -> Fields:
    parts = [part for part in parts_of(season) if part.role == SeasonRole.Role.SECRETARIAT and part.until_on is None]
    posts = Post.objects.filter(in_force(on), person__in=[part.person_id for part in parts])
    titles = {(post.person_id, post.unit_id): post.title for post in posts}
    return {
        "kinh_gui": [ALL_MEMBERS],
        "nguoi": numbered(
            {
                "ten": part.person.full_name, "chuc_vu": titles.get((part.person_id, part.unit_id), ""),
                "don_vi": part.unit.name,
            }
            for part in parts
        ),
    }  # fmt: skip


def launch(season: Season, subject: Subject, on: date) -> Fields:
    return {"kinh_gui": [ALL_MEMBERS], "phuong_cham": season.motto, "noi_dung": contents_of(season)}


def contents_of(season: Season) -> list[str]:
    return [f"{one.number}. {one.text}" for one in season.contents.all()]


def grounds_of(season: Season) -> list[str]:
    """The guidance that the season follows, as a paper cites it."""
    return [
        f"Căn cứ {one.title} số {one.number} ngày {in_papers(one.dated_on)} của {one.issuer}"
        for one in season.guidance.filter(withdrawn_at=None)
    ]


def _calendar(season: Season) -> list[Fields]:
    """What is due, by days; what is due in every bloc on the same day stands once."""
    blocs = list(season.blocs.select_related("bloc").prefetch_related("milestones", "periods"))
    due: dict[tuple[date, str], list[str]] = {}
    for bloc in blocs:
        for dated in _due_in(bloc):
            due.setdefault(dated, []).append(bloc.bloc.name)
    return [
        {"viec": what, "khoi": ALL_BLOCS if 1 < len(blocs) == len(names) else ", ".join(names), "han": in_papers(on)}
        for (on, what), names in sorted(due.items(), key=lambda row: row[0][0])
    ]


def _due_in(bloc: BlocSeason) -> Iterator[tuple[date, str]]:
    for milestone in bloc.milestones.all():
        yield milestone.due_on, say(Sentence(f"milestone.{milestone.kind}"))
    for period in bloc.periods.all():
        yield period.due_on, f"Báo cáo {period.name}"


FILLERS: Mapping[str, Filler] = {
    "quy-che": regulation,
    "ke-hoach": plan,
    "to-thuong-truc": secretariat,
    "phat-dong": launch,
}
