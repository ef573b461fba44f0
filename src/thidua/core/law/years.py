"""Sets of years as whole numbers, one bit a year: a run of years, an overlap, a count are single operations.

The bit of 2047 is the lowest, that of 2046 the next: what came earlier stands higher. A set shifted right by
`back_from(year)` has that year in its lowest bit, so that a run that ends there is a row of ones at its foot. Databases
and numpy hold the years from 1985 on in 63 bits; Python's own numbers reach as far back as anybody's.
"""

from collections.abc import Iterable

Years = int  # a set of years
LAST = 2047
FIRST = 1985  # the earliest year in the columns of a sweep
EVERY: Years = (1 << (LAST - FIRST + 1)) - 1


def back_from(year: int) -> int:
    """How far a set is shifted so that `year` stands lowest."""
    return LAST - year


def only(year: int) -> Years:
    return 1 << (LAST - year)


def years(of: Iterable[int]) -> Years:
    """
    >>> years([2024, 2023]) == only(2023) | only(2024)
    True
    """
    return union(map(only, of))


def union(sets: Iterable[Years]) -> Years:
    """The years of any of them."""
    found = 0
    for one in sets:
        found |= one
    return found


def by_name(told: Iterable[tuple[str, int]]) -> dict[str, Years]:
    """
    >>> {name: listed(held) for name, held in by_name([("LDTT", 2023), ("LDTT", 2024)]).items()}
    {'LDTT': (2023, 2024)}
    """
    found: dict[str, Years] = {}
    for name, year in told:
        found[name] = found.get(name, 0) | only(year)
    return found


def span(first: int, last: int) -> Years:
    """All years from `first` to `last`; none if they are the wrong way round.

    >>> listed(span(2023, 2025))
    (2023, 2024, 2025)
    """
    return ((1 << (last - first + 1)) - 1) << (LAST - last) if first <= last else 0


def listed(of: Years) -> tuple[int, ...]:
    """The years of a set, earliest first."""
    found = []
    while of:
        lowest = of & -of
        found.append(LAST + 1 - lowest.bit_length())
        of ^= lowest
    return tuple(reversed(found))


def count(of: Years) -> int:
    return of.bit_count()


def run_to(year: int, of: Years) -> Years:
    """The whole unbroken run that ends with `year`.

    >>> listed(run_to(2024, years([2019, 2020, 2022, 2023, 2024])))
    (2022, 2023, 2024)
    """
    shifted = of >> (LAST - year)
    return (shifted & ~(shifted + 1)) << (LAST - year)


def since_first(of: Years) -> Years:
    """From the earliest year of a set on, all that follow, without end.

    >>> listed(since_first(years([2045, 2046])) & span(2040, 2047))
    (2045, 2046, 2047)
    """
    return (1 << of.bit_length()) - 1


def earliest(of: Years) -> int | None:
    return LAST + 1 - of.bit_length() if of else None


def latest(of: Years) -> int | None:
    return LAST + 1 - (of & -of).bit_length() if of else None


def written(of: Years) -> str:
    """For a reader of any language.

    >>> written(years([2019, 2020, 2021, 2023]))
    '2019–2021, 2023'
    """
    parts: list[list[int]] = []
    for year in listed(of):
        if parts and parts[-1][-1] == year - 1:
            parts[-1].append(year)
        else:
            parts.append([year])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}–{part[-1]}" for part in parts)
