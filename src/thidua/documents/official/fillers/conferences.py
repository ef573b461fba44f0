"""Papers of a conference: invitation, programme, what opens its discussion, minutes, conclusions."""

from collections.abc import Mapping
from datetime import date

from thidua.base.days import VIETNAM, in_papers, local_day
from thidua.documents.official.fillers.seasons import contents_of
from thidua.documents.official.fillers.told import Fields, Filler, hour, lines, numbered, secretary
from thidua.figures.season_papers import Subject
from thidua.records.councils.models import Conference, ConferencePaper, Nominated
from thidua.records.councils.queries.conferences import (
    invitations_of,
    matters_of,
    members_concerned,
    replies_to,
)
from thidua.records.seasons.models import Season

FORMS = {"in_person": "trực tiếp", "online": "trực tuyến", "both": "trực tiếp và trực tuyến"}


def invitation(season: Season, subject: Subject, on: date) -> Fields:
    assert isinstance(subject, Conference)
    return {
        **_place(subject),
        "hinh_thuc": FORMS[subject.form],
        "tra_loi": in_papers(subject.answer_by) if subject.answer_by else "",
        "noi_dung": [f"- {one.text}" for one in matters_of(subject)],
        "moi": numbered({"ten": name, "nguoi": whom or "Lãnh đạo đơn vị"} for name, whom in _invited(subject)),
    }


def _invited(conference: Conference) -> list[tuple[str, str]]:
    """Before the letters go out those to whom they will go."""
    invited = [(one.name, one.addressee) for one in invitations_of(conference)]
    return invited or [(one.name, "") for one in members_concerned(conference, conference.matters.all())]


def programme(season: Season, subject: Subject, on: date) -> Fields:
    assert isinstance(subject, Conference)
    clock = [(one, one.starts_at.astimezone(VIETNAM), one.ends_at.astimezone(VIETNAM)) for one in subject.items.all()]
    rows = [
        {"gio": f"{start:%H:%M} - {end:%H:%M}" if end > start else f"{start:%H:%M}", "viec": one.text, "ai": one.who}
        for one, start, end in clock
    ]
    return {**_place(subject), "muc": rows}


def minutes(season: Season, subject: Subject, on: date) -> Fields:
    assert isinstance(subject, Conference)
    replies = replies_to(subject)
    nominated = Nominated.objects.filter(matter__conference=subject).order_by("matter", "position")
    return {
        **_place(subject),
        **secretary(season, local_day(subject.starts_at)),
        "so_moi": str(replies.asked),
        "so_du": str(replies.come),
        "noi_dung": [f"- {one.text}" for one in matters_of(subject)],
        "dien_bien": _text(subject, ConferencePaper.Kind.MINUTES),
        "suy_ton": [{"ten": one.name, "gi": one.what, "phieu": f"{one.votes}/{one.of}"} for one in nominated],
    }


def conclusions(season: Season, subject: Subject, on: date) -> Fields:
    assert isinstance(subject, Conference)
    return {
        **_where(subject),
        "ngay_hop": in_papers(local_day(subject.starts_at)),
        "so_du": str(replies_to(subject).come),
        "ket_luan": _text(subject, ConferencePaper.Kind.CONCLUSIONS),
    }


def keynote(season: Season, subject: Subject, on: date) -> Fields:
    """The talks that are given, in the order in which they were asked for."""
    assert isinstance(subject, Conference)
    talks = subject.talks.filter(dropped_because="").select_related("membership")
    return {
        **held_at(subject),
        "phuong_cham": season.motto,
        "so_don_vi": str(len(members_concerned(subject, matters_of(subject)))),
        "noi_dung": [f"- {one.text}" for one in matters_of(subject)],
        "trong_tam": contents_of(season),
        "tham_luan": numbered(
            {"don_vi": one.membership.name, "ten": one.title, "nguoi": one.speaker, "phut": str(one.minutes)}
            for one in talks.order_by("pk")
        ),
    }


def held_at(conference: Conference) -> Fields:
    """Its name, when and where, without who chairs it."""
    return {"hoi_nghi": conference.name, "dia_diem": conference.place, "thoi_gian": hour(conference.starts_at)}


def _place(conference: Conference) -> Fields:
    return {**_where(conference), "thoi_gian": hour(conference.starts_at)}


def _where(conference: Conference) -> Fields:
    return {"hoi_nghi": conference.name, "dia_diem": conference.place, "chu_tri": conference.chair}


def _text(conference: Conference, kind: ConferencePaper.Kind) -> list[str]:
    paper = conference.papers.filter(kind=kind).first()
    return lines(paper.text if paper else "")


FILLERS: Mapping[str, Filler] = {
    "giay-moi": invitation,
    "chuong-trinh": programme,
    "bien-ban-hoi-nghi": minutes,
    "thong-bao-ket-luan": conclusions,
    "bao-cao-de-dan": keynote,
}
