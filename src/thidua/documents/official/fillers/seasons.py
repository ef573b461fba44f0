"""Papers of a whole season: regulation, plan, secretariat, launch."""

from collections.abc import Iterator, Mapping
from datetime import date

from thidua.base.days import written
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.documents.official.fillers.told import ALL_MEMBERS, Fields, Filler, numbered
from thidua.figures.season_papers import Subject
from thidua.records.directory.models import Post
from thidua.records.directory.queries import in_force
from thidua.records.seasons.models import Membership, Season, SeasonRole
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
            {"ten": one.name, "tu": written(one.starts_on), "den": written(one.ends_on)} for one in calendar_of(season)
        ],
        "lich": [row for _, row in sorted(_calendar(season), key=lambda dated: dated[0])],
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
        f"Căn cứ {one.title} số {one.number} ngày {written(one.dated_on)} của {one.issuer}"
        for one in season.guidance.filter(withdrawn_at=None)
    ]


def _calendar(season: Season) -> Iterator[tuple[date, Fields]]:
    """What is due in each bloc, beside its day."""
    for bloc in season.blocs.select_related("bloc").prefetch_related("milestones", "periods"):
        name = bloc.bloc.name
        for one in bloc.milestones.all():
            what = say(Sentence(f"milestone.{one.kind}"))
            yield one.due_on, {"viec": what, "khoi": name, "han": written(one.due_on)}
        for period in bloc.periods.all():
            what = f"Báo cáo {period.name}"
            yield period.due_on, {"viec": what, "khoi": name, "han": written(period.due_on)}


FILLERS: Mapping[str, Filler] = {
    "quy-che": regulation,
    "ke-hoach": plan,
    "to-thuong-truc": secretariat,
    "phat-dong": launch,
}
