"""What the records say in each paper's own fields; reads only. Names and sentences are data: in Vietnamese."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import override

from thidua.base.days import VIETNAM, local_day, written
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.documents.official.values import frame_of
from thidua.figures.season_papers import Subject
from thidua.figures.tracking import members_tracked, rows_tracked
from thidua.records.conduct.debts import debts_of
from thidua.records.councils.models import Conference, ConferencePaper
from thidua.records.councils.queries.conferences import (
    invitations_of,
    matters_of,
    members_concerned,
    replies_to,
)
from thidua.records.directory.queries import leader_of
from thidua.records.papers.queries import letterhead_of
from thidua.records.seasons.models import BlocSeason, Season, SeasonRole
from thidua.records.seasons.queries.campaigns import calendar_of

Fields = dict[str, Any]
FORMS = {"in_person": "trực tiếp", "online": "trực tuyến", "both": "trực tiếp và trực tuyến"}


def fields_of(code: str, season: Season, subject: Subject, *, head: SeasonRole, on: date) -> Fields:
    """Every field that the records fill in a paper of a season."""
    leader = leader_of(head.unit, on=on)
    frame = frame_of(season, letterhead_of(head.unit), chief=leader.title if leader else "")
    with override("vi"):
        return {**frame, **FILLERS[code](season, subject, on)}


def _plan(season: Season, subject: Subject, on: date) -> Fields:
    guidance = season.guidance.filter(withdrawn_at=None)
    return {
        "can_cu": [
            f"Căn cứ {one.title} số {one.number} ngày {written(one.dated_on)} của {one.issuer}" for one in guidance
        ],
        "phuong_cham": season.motto,
        "noi_dung": [f"{one.number}. {one.text}" for one in season.contents.all()],
        "dot": [
            {"ten": one.name, "tu": written(one.starts_on), "den": written(one.ends_on)} for one in calendar_of(season)
        ],
        "lich": [row for _, row in sorted(_calendar(season), key=lambda dated: dated[0])],
    }


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


def _invitation(season: Season, subject: Subject, on: date) -> Fields:
    assert isinstance(subject, Conference)
    invited = [(one.name, one.addressee) for one in invitations_of(subject)]
    # Before the letters go out those are named to whom they will go.
    members = [] if invited else members_concerned(subject, subject.matters.all())
    return {
        **_conference(subject),
        "thoi_gian": _hour(subject.starts_at),
        "hinh_thuc": FORMS[subject.form],
        "tra_loi": written(subject.answer_by) if subject.answer_by else "",
        "noi_dung": [f"- {one.text}" for one in matters_of(subject)],
        "moi": [
            {"stt": str(place), "ten": name, "nguoi": addressee or "Lãnh đạo đơn vị"}
            for place, (name, addressee) in enumerate([*invited, *((one.name, "") for one in members)], 1)
        ],
    }


def _conclusions(season: Season, subject: Subject, on: date) -> Fields:
    assert isinstance(subject, Conference)
    paper = subject.papers.filter(kind=ConferencePaper.Kind.CONCLUSIONS).first()
    return {
        **_conference(subject),
        "ngay_hop": written(local_day(subject.starts_at)),
        "so_du": str(replies_to(subject).come),
        "ket_luan": [line.strip() for line in (paper.text if paper else "").splitlines() if line.strip()],
    }


def _conference(conference: Conference) -> Fields:
    return {"hoi_nghi": conference.name, "dia_diem": conference.place, "chu_tri": conference.chair}


def _hour(at: datetime) -> str:
    day = local_day(at)
    local = at.astimezone(VIETNAM)
    return f"{local.hour} giờ {local.minute:02d}, ngày {written(day)}"


def _reminder(season: Season, subject: Subject, on: date) -> Fields:
    assert isinstance(subject, BlocSeason)
    debts = debts_of(subject)
    late = rows_tracked(members_tracked(subject, debts, on=on, owing="tat-ca"), debts, on=on)
    late = [row for row in late if row.owed]
    return {
        "khoi": subject.bloc.name,
        "den_ngay": written(on),
        "so_don_vi": f"{len(late):02d}",
        "kinh_gui": [row.member.name for row in late] if len(late) <= 5 else ["Các đơn vị có tên trong bảng dưới đây"],
        "con_thieu": [
            {
                "stt": str(place), "don_vi": row.member.name,
                "viec": "; ".join(say(cell.debt.name) for cell in row.owed),
                "han": "; ".join(written(cell.due_on) for cell in row.owed if cell.due_on),
            }
            for place, row in enumerate(late, 1)
        ],
    }  # fmt: skip


FILLERS: Mapping[str, Callable[[Season, Subject, date], Fields]] = {
    "ke-hoach": _plan,
    "giay-moi": _invitation,
    "thong-bao-ket-luan": _conclusions,
    "cong-van-don-doc": _reminder,
}
