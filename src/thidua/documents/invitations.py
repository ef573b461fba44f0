"""Letters that ask units in, a sheet each on the letterhead of the head's office: the code, the square, the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import segno

from thidua.base.days import in_papers, local_day
from thidua.base.library import paper_kinds
from thidua.core.papers import issuers_in, unbroken
from thidua.core.workflow.papers import PaperState, Under
from thidua.core.workflow.signatures import Capacity, signature_lines
from thidua.documents.official.values import day_in_words, frame_of
from thidua.documents.typeset import typeset
from thidua.records.directory.queries import leader_of
from thidua.records.papers.models import Letterhead
from thidua.records.papers.queries import last_of, letterhead_of
from thidua.records.seasons.models import Season, SeasonRole, UnitInvitation
from thidua.records.seasons.queries.frame import people_in_role
from thidua.records.seasons.queries.roles import head_of

PLAN, NAMED_AT_MOST = "ke-hoach", 2


@dataclass(frozen=True)
class Letter:
    """An invitation with its code as it is read out, and the address at which it opens."""

    invitation: UnitInvitation
    code: str
    address: str


def letters_of(season: Season, letters: Sequence[Letter], *, home: str, on: date, at: datetime) -> bytes:
    """One PDF; names and words are data: in Vietnamese. `home` is where one signs in; the clerk writes the day."""
    head = head_of(season)
    letterhead = letterhead_of(head.unit) if head else Letterhead(agency=season.cluster.name)
    lines, signer = _signature(season, head, letterhead, on)
    given = {
        "title": f"Giấy mời vào phần mềm thi đua, {season.cluster.name}",
        "over": unbroken(letterhead.over),
        "agency": unbroken(letterhead.agency),
        "place_date": f"{letterhead.place}, {day_in_words(None)}",
        "cluster": season.cluster.name,
        "season": season.name,
        "symbol": letterhead.symbol,
        "signature": lines,
        "signer": signer,
        "help": _who_helps(season, on),
        "home": home,
        "letters": [_sheet(letter) for letter in letters],
    }
    return typeset("vao", given, at=at)


def _signature(season: Season, head: SeasonRole | None, letterhead: Letterhead, on: date) -> tuple[list[str], str]:
    """What stands over the signer's name, and the name: as under the season's plan, or by the head as long as there is
    none."""
    leader = leader_of(head.unit, on=on) if head else None
    values = frame_of(season, letterhead, chief=leader.title if leader else "")
    plan = last_of(season.public_id, PLAN, season.public_id)
    if plan is None or plan.at_state is PaperState.WITHDRAWN:
        capacity, title, signer = Capacity.BY_POST, season.cluster.head_word, head.person.full_name if head else ""
    else:
        capacity, title, signer = Capacity(plan.capacity), plan.signer_title, plan.signer
    issuers = issuers_in(paper_kinds()[PLAN], values, under=Under.UNIT)
    return signature_lines(capacity, title=title, issuers=issuers), signer


def _who_helps(season: Season, on: date) -> str:
    """The secretariat by name, with the mail addresses that are known."""
    people = people_in_role(season, SeasonRole.Role.SECRETARIAT, on=on)[:NAMED_AT_MOST]
    return "; ".join(f"đ/c {one.full_name}" + (f", {one.email}" if one.email else "") for one in people)


def _sheet(letter: Letter) -> dict[str, str]:
    one = letter.invitation
    square = segno.make(letter.address, error="m").svg_inline(border=0, dark="#000000")
    return {
        "unit": one.unit.name,
        "person": one.person.full_name if one.person else "",
        "code": letter.code,
        "address": letter.address,
        "short": letter.address.rpartition("/")[0],
        "until": in_papers(local_day(one.expires_at - timedelta(seconds=1))),
        "square": square.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1),
    }
