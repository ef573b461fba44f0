"""Addresses of a test's bloc, and forms as a browser would send them."""

from tests.factories.scores import the_card
from tests.factories.seasons import World, a_key


def at(world: World, *words: str) -> str:
    base = f"/{world.season.cluster.slug}/{world.season.slug}/{world.bloc.bloc.slug}"
    return "/".join([base, *words])


def card_at(world: World, place: int = 1, *words: str) -> str:
    return at(world, "cham-diem", world.units[place].slug, *words)


TYPED = {
    "given-A.4": "9", "reason-A.4": "Hòa giải thành cao hơn năm trước",
    "given-B.1": "0", "given-B.2": "all", "given-B.3": "0", "given-T.1": "no", "given-T.2": "1", "given-P.1": "1",
}  # fmt: skip
PAPER = {
    "paper_source": "Bảng tự chấm điểm", "paper_number": "61/BC-STP", "paper_dated_on": "18/10/2016",
    "paper_signer": "Nguyễn Thị Thắm", "paper_title": "Giám đốc",
}  # fmt: skip


def typed(world: World, place: int = 1, **more: str) -> dict[str, str]:
    """The card's form filled in soundly; `more` by the field's name with the criterion's code (`given-A.4`)."""
    card = the_card(world, place)
    return {"key": a_key(), "version": str(card.version), **TYPED, **more}


def evidence_beside(world: World, criterion: str, place: int = 1, number: str = "52/BC-STP") -> dict[str, str]:
    key = the_card(world, place).lines.get(criterion=criterion).public_id
    return {
        f"paper-number-{key}": number,
        f"paper-date-{key}": "3/10/2016",
        f"paper-title-{key}": "Báo cáo chất lượng hòa giải",
    }
