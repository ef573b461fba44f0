"""How the records' values stand in papers."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from thidua.base.days import VIETNAM, in_papers, local_day
from thidua.base.numbers import figure
from thidua.figures.season_papers import Subject
from thidua.records.directory.queries import in_force
from thidua.records.seasons.models import Season, SeasonRole

Fields = dict[str, Any]
Filler = Callable[[Season, Subject, date], Fields]
ALL_MEMBERS = "Các đơn vị thành viên"
ALL_BLOCS = "Các khối"


def numbered(rows: Iterable[Fields]) -> list[Fields]:
    """Rows with their number before them."""
    return [{"stt": str(place), **row} for place, row in enumerate(rows, 1)]


def secretary(season: Season, on: date) -> Fields:
    """Who writes minutes down: the first to whom the part was given; where it is another, the draft is mended."""
    parts = SeasonRole.objects.filter(in_force(on), season=season, role=SeasonRole.Role.SECRETARIAT)
    first = parts.select_related("person").order_by("pk").first()
    return {"ten_thu_ky": first.person.full_name if first else ""}


def hour(at: datetime) -> str:
    local = at.astimezone(VIETNAM)
    return f"{local.hour} giờ {local.minute:02d}, ngày {in_papers(local_day(at))}"


def points(value: Fraction | None) -> str:
    """At most two decimals, as boards show them."""
    return "" if value is None else figure(value, 2)


def addressed(head_word: str, cluster: str) -> str:
    """To whom a letter to the head goes; what the head is called may end as the cluster's name begins.

    >>> addressed("Trưởng Khu vực", "Khu vực thi đua các cơ quan tư pháp")
    'Trưởng Khu vực thi đua các cơ quan tư pháp'
    >>> addressed("Cụm trưởng", "Cụm thi đua số 1")
    'Cụm trưởng Cụm thi đua số 1'
    """
    words = head_word.split()
    for place in range(len(words)):
        if cluster.startswith(f"{' '.join(words[place:])} "):
            return " ".join([*words[:place], cluster])
    return f"{head_word} {cluster}"


def lines(text: str) -> list[str]:
    """Its lines without the empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]
