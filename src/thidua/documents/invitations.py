"""Letters that ask units in, a sheet each on the letterhead of the head's office: the code, the square, the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import segno

from thidua.base.days import local_day, written
from thidua.documents.typeset import typeset
from thidua.records.papers.queries import letterhead_of
from thidua.records.seasons.models import Season, UnitInvitation
from thidua.records.seasons.queries.roles import head_of


@dataclass(frozen=True)
class Letter:
    """An invitation with its code as it is read out, and the address at which it opens."""

    invitation: UnitInvitation
    code: str
    address: str


def letters_of(season: Season, letters: Sequence[Letter], *, on: date, at: datetime) -> bytes:
    """One PDF; names and words are data: in Vietnamese."""
    head = head_of(season)
    letterhead = letterhead_of(head.unit) if head else None
    given = {
        "title": f"Giấy mời vào phần mềm thi đua, {season.cluster.name}",
        "over": letterhead.over if letterhead else "",
        "agency": letterhead.agency if letterhead else season.cluster.name,
        "place_date": f"{letterhead.place if letterhead else ''}, ngày {on.day:02d} tháng {on.month:02d} năm {on.year}",
        "cluster": season.cluster.name,
        "season": season.name,
        "symbol": letterhead.symbol if letterhead else "",
        "signer_title": season.cluster.head_word,
        "signer": head.person.full_name if head else "",
        "letters": [_sheet(letter) for letter in letters],
    }
    return typeset("vao", given, at=at)


def _sheet(letter: Letter) -> dict[str, str]:
    one = letter.invitation
    square = segno.make(letter.address, error="m").svg_inline(border=0, dark="#000000")
    return {
        "unit": one.unit.name,
        "person": one.person.full_name if one.person else "",
        "code": letter.code,
        "address": letter.address,
        "short": letter.address.rpartition("/")[0],
        "until": written(local_day(one.expires_at - timedelta(seconds=1))),
        "square": square.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1),
    }
