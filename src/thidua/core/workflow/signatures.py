"""What stands over a signer's name (Decree 30/2020/NĐ-CP, art. 13 and annex I, II.7): it follows from who issues the
paper, from the signer's post, and from the order or letter by which one signs who heads nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua.core.answer import YES, Answer, not_possible

DEPUTY, HEAD, ACTING = "phó", "trưởng", ("quyền", "q.")
PEOPLES_COMMITTEE = ("ủy ban nhân dân", "uỷ ban nhân dân", "ubnd")
COLLECTIVES = (*PEOPLES_COMMITTEE, "hội đồng", "ban chấp hành", "ban thường vụ", "ban chỉ đạo")


class Capacity(StrEnum):
    """As what one signs. BY_POST: directly, as acting head (Q.) or for the chief (KT.), as the post's name says."""

    BY_POST = ""
    FOR_CHIEF = "KT."
    FOR_BODY = "TM."
    BY_ORDER = "TL."
    BY_LETTER = "TUQ."
    ACTING = "Q."


@dataclass(frozen=True)
class Issuer:
    """Who may issue a paper: the name, the post of who heads it, and whether it decides as a body (TM.)."""

    name: str
    chief: str
    is_collective: bool = False


def agency_issuing(name: str, chief: str) -> Issuer:
    """An agency, of which the name says whether it is a collective.

    >>> agency_issuing("UBND phường Hồng Gai", "Chủ tịch")
    Issuer(name='Ủy ban nhân dân', chief='Chủ tịch', is_collective=True)
    """
    plain = name.casefold()
    if plain.startswith(PEOPLES_COMMITTEE):
        return Issuer("Ủy ban nhân dân", _without_acting(chief), is_collective=True)
    return Issuer(name, _without_acting(chief), plain.startswith(COLLECTIVES))


def signature_lines(capacity: Capacity, *, title: str, issuers: Sequence[Issuer]) -> list[str]:
    """In capitals; `issuers` are those whose post one may hold, the agency of the letterhead last.

    >>> region, agency = Issuer("Khu vực", "Trưởng Khu vực", True), Issuer("Sở Tư pháp", "Giám đốc")
    >>> signature_lines(Capacity.BY_POST, title="Phó Trưởng Khu vực", issuers=[region, agency])
    ['TM. KHU VỰC', 'KT. TRƯỞNG KHU VỰC', 'PHÓ TRƯỞNG KHU VỰC']
    >>> signature_lines(Capacity.BY_POST, title="Quyền Giám đốc", issuers=[region, agency])
    ['Q. GIÁM ĐỐC']
    """
    issuer = _issuer_of(title, issuers)
    signs = _by_post(title) if capacity in (Capacity.BY_POST, Capacity.FOR_BODY) else capacity
    post = f"Q. {_without_acting(title)}" if signs is Capacity.ACTING else title
    lines = [*_over(signs, title, issuer), post]
    if capacity is Capacity.FOR_BODY:
        lines.insert(0, f"TM. {issuers[0].name}")
    elif issuer.is_collective and _speaks_for(title, issuer, signs, is_chosen=capacity is Capacity.FOR_CHIEF):
        lines.insert(0, f"TM. {issuer.name}")
    return [line.upper() for line in lines]


def may_sign_as(capacity: Capacity, *, title: str, issuers: Sequence[Issuer]) -> Answer:
    """Nobody signs in one's own place: who heads an issuer signs by post."""
    in_place_of = (Capacity.FOR_CHIEF, Capacity.BY_ORDER, Capacity.BY_LETTER)
    if title and capacity in in_place_of and any(title.casefold() == one.chief.casefold() for one in issuers):
        return not_possible("paper.in_own_place", title=title, capacity=capacity.value)
    return YES


def _speaks_for(title: str, issuer: Issuer, signs: Capacity, *, is_chosen: bool) -> bool:
    """Its head, whoever acts as head or signs for the head; nobody by order or by letter."""
    by_order = signs in (Capacity.BY_ORDER, Capacity.BY_LETTER)
    return not by_order and (is_chosen or _holds(title, issuer.chief))


def _over(signs: Capacity, title: str, issuer: Issuer) -> list[str]:
    """The posts in whose place one signs."""
    match signs:
        case Capacity.FOR_CHIEF:
            return [f"KT. {_chief_of(title, issuer)}"]
        case Capacity.BY_ORDER if _is_deputy(title):  # who may sign by order may let a deputy, art. 13(4)
            return [f"TL. {issuer.chief}", f"KT. {_post_over(title)}"]
        case Capacity.BY_ORDER | Capacity.BY_LETTER:
            return [f"{signs} {issuer.chief}"]
        case _:
            return []


def _by_post(title: str) -> Capacity:
    """A deputy in charge signs as any deputy does."""
    if _is_deputy(title):
        return Capacity.FOR_CHIEF
    return Capacity.ACTING if title.casefold().startswith(tuple(f"{word} " for word in ACTING)) else Capacity.BY_POST


def _chief_of(title: str, issuer: Issuer) -> str:
    """An office has deputies of its own, who sign for its head."""
    is_another = _is_deputy(title) and not _holds(title, issuer.chief)
    return _post_over(title) if is_another or not issuer.chief else issuer.chief


def _issuer_of(title: str, issuers: Sequence[Issuer]) -> Issuer:
    return next((one for one in issuers if one.chief and _holds(title, one.chief)), issuers[-1])


def _holds(title: str, chief: str) -> bool:
    """Whether a post is the chief's, or of the chief's deputy or acting head."""
    ours, theirs = _core(title), _core(chief)
    return bool(theirs) and ours[: len(theirs)] == theirs


def _core(title: str) -> list[str]:
    """What head and deputy have in common: "Cụm trưởng", "Cụm phó"."""
    return [word for word in title.casefold().split() if word not in (DEPUTY, HEAD, *ACTING)]


def _is_deputy(title: str) -> bool:
    words = title.casefold().split()
    return DEPUTY in words[:1] or DEPUTY in words[-1:]


def _post_over(title: str) -> str:
    """The post of which a title is the deputy's.

    >>> _post_over("Phó Chánh Văn phòng"), _post_over("Cụm phó")
    ('Chánh Văn phòng', 'Cụm trưởng')
    """
    first, _, rest = title.partition(" ")
    if first.casefold() == DEPUTY:
        return rest
    before, _, last = title.rpartition(" ")
    return f"{before} {HEAD}" if last.casefold() == DEPUTY else title


def _without_acting(title: str) -> str:
    first, _, rest = title.partition(" ")
    return rest if rest and first.casefold() in ACTING else title
