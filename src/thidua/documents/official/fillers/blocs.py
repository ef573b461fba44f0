"""Papers of one bloc: reminder, guide to the scoring, verification, ranking."""

from collections.abc import Mapping
from datetime import date

from thidua.base.days import in_papers
from thidua.base.wording import say
from thidua.core.scoring import Card
from thidua.documents.official.fillers.told import Fields, Filler, numbered, points, secretary
from thidua.figures.season_papers import Subject
from thidua.figures.tracking import members_tracked, rows_tracked
from thidua.records.conduct.debts import debts_of
from thidua.records.scores.models import Place, ScoreCard
from thidua.records.scores.queries import adopted_sheet, ranking_of, sheet_of, standings_of
from thidua.records.seasons.models import BlocSeason, Milestone, Season

NAMED_AT_MOST = 5  # units that a letter names under "Kính gửi"


def reminder(season: Season, subject: Subject, on: date) -> Fields:
    assert isinstance(subject, BlocSeason)
    debts = debts_of(subject)
    members = members_tracked(subject, debts, on=on, owing="tat-ca")
    late = [row for row in rows_tracked(members, debts, on=on) if row.owed]
    names = [row.member.name for row in late]
    return {
        "khoi": subject.bloc.name,
        "den_ngay": in_papers(on),
        "so_don_vi": f"{len(late):02d}",
        "kinh_gui": names if len(names) <= NAMED_AT_MOST else ["Các đơn vị có tên trong bảng dưới đây"],
        "con_thieu": numbered(
            {
                "don_vi": row.member.name,
                "viec": "; ".join(say(cell.debt.name) for cell in row.owed),
                "han": "; ".join(in_papers(cell.due_on) for cell in row.owed if cell.due_on),
            }
            for row in late
        ),
    }


def guide(season: Season, subject: Subject, on: date) -> Fields:
    assert isinstance(subject, BlocSeason)
    adopted = adopted_sheet(subject)
    sheet = sheet_of(adopted) if adopted else None
    due = subject.milestones.filter(kind=Milestone.Kind.SELF_SCORE).first()
    rows = [
        {"ma": one.code, "ten": one.name.vi, "diem": points(one.maximum)}
        for group in (sheet.groups if sheet else ())
        for one in group.criteria
    ]
    return {
        "khoi": subject.bloc.name,
        "bang_diem": adopted.name if adopted else "",
        "tong": points(sheet.maximum) if sheet else "",
        "han": in_papers(due.due_on) if due else "",
        "kinh_gui": [f"Các đơn vị thuộc {subject.bloc.name}"],
        "tieu_chi": rows,
    }


def verification(season: Season, subject: Subject, on: date) -> Fields:
    assert isinstance(subject, BlocSeason)
    cards = ScoreCard.objects.filter(membership__bloc_season=subject, verified_at__isnull=False)
    in_order = cards.filter(self_total__isnull=False).order_by("membership__position", "pk")
    verified = list(in_order.select_related("membership"))
    return {
        **secretary(season, on),
        "khoi": subject.bloc.name,
        "so_don_vi": f"{len(verified):02d}",
        "so_khac": f"{sum(card.self_total != card.verified_total for card in verified):02d}",
        "diem": numbered(
            {
                "don_vi": card.membership.name, "tu_cham": points(card.self_total),
                "tham_dinh": points(card.verified_total), "chenh": points(card.verified_total - card.self_total),
            }
            for card in verified
        ),
    }  # fmt: skip


def ranking(season: Season, subject: Subject, on: date) -> Fields:
    """As the head locked it; nothing before."""
    assert isinstance(subject, BlocSeason)
    locked, cards = ranking_of(subject), standings_of(subject)
    places = locked.places.all() if locked else ()
    return {
        "khoi": subject.bloc.name,
        "ma_khoa": locked.seal if locked else "",
        "hang": [_placed(place, cards[place.membership_id]) for place in places],
    }


def _placed(place: Place, card: Card) -> Fields:
    shares = "đồng hạng" if place.shares else ""
    return {
        "hang": str(place.place or "–"),
        "don_vi": place.member_name,
        "nhom": "; ".join(f"{one.group.code}: {points(one.points)}" for one in card.groups),
        "co_ban": points(place.base),
        "thuong": points(place.bonus),
        "tru": points(place.penalty),
        "tong": points(place.total),
        "ghi_chu": f"Không xếp hạng: {place.excluded_because}" if place.excluded_because else shares,
    }


FILLERS: Mapping[str, Filler] = {
    "cong-van-don-doc": reminder,
    "huong-dan-cham": guide,
    "bien-ban-tham-dinh": verification,
    "xep-hang": ranking,
}
