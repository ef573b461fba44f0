"""What a letter of delegation lets its holder sign: a role that counts in some acts only, as "delegate:pact"."""

from collections.abc import Collection, Iterable
from enum import StrEnum


class Scope(StrEnum):
    """A kind of what a unit signs: its pact with all that stands in it, its reports, its score cards.

    With the reports go those in words and what is reported beside them: minutes of inspections, exemplars, initiatives.
    """

    PACT = "pact"
    REPORTS = "reports"
    CARDS = "cards"


ALL = frozenset(Scope)
DELEGATE = "delegate"
_OF_ACTS = {
    "commitments": Scope.PACT, "pact": Scope.PACT, "results": Scope.REPORTS, "inspection": Scope.REPORTS,
    "reports": Scope.REPORTS, "exemplars": Scope.REPORTS, "initiatives": Scope.REPORTS, "card": Scope.CARDS,
}  # fmt: skip


def scope_of(act: str) -> Scope | None:
    """Which scope an act of the grid lies in; None for what a letter need not name.

    >>> scope_of("results.sign")
    <Scope.REPORTS: 'reports'>
    """
    return _OF_ACTS.get(act.partition(".")[0])


def roles_by_letters(scopes: Collection[Scope]) -> frozenset[str]:
    """The roles that letters of these scopes give together; none for none."""
    return frozenset({DELEGATE}) if set(scopes) >= ALL else frozenset(f"{DELEGATE}:{scope}" for scope in scopes)


def held_in(act: str, roles: Iterable[str]) -> frozenset[str]:
    """The roles as they count in an act.

    >>> sorted(held_in("pact.sign", {"staff", "delegate:pact", "delegate:cards"}))
    ['delegate', 'staff']
    >>> sorted(held_in("card.sign", {"staff", "delegate:pact"}))
    ['staff']
    """
    scope = scope_of(act)
    parts = [role.partition(":") for role in roles]
    return frozenset(role for role, _, within in parts if not within or scope in (None, within))
