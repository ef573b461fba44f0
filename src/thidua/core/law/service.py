"""Service reckoned: months in posts for long service, whole months between days, when the next rise of salary is due.

Source: D152 art. 9(3), 4(7); the months of each post stand in the tables `service` of the texts, the rises that an
authority grants in its tables `early_rise`.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from thidua.core.law.history import Service
from thidua.core.law.library import Library
from thidua.core.law.provisions import Provision
from thidua.core.names import Name

MONTHS = 12
NEVER = 10**6  # months that nobody has: for posts that a class does not name, whose time goes on to lower ones
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Post:
    """A row of a table of long service; the highest post stands first."""

    post: str
    from_months: int


@dataclass(frozen=True)
class InPost:
    """Months that count for a post: those held in it, and what was left over in higher ones."""

    post: str
    own: int
    carried: int
    wanted: int

    @property
    def months(self) -> int:
        return self.own + self.carried

    @property
    def is_enough(self) -> bool:
        return self.months >= self.wanted


def months_between(start: date, until: date) -> int:
    """Whole months from a day to another, both counted.

    >>> months_between(date(2020, 1, 15), date(2021, 1, 14)), months_between(date(2020, 1, 15), date(2021, 1, 13))
    (12, 11)
    """
    after = until + DAY
    months = (after.year - start.year) * MONTHS + after.month - start.month
    return max(months - (after.day < start.day), 0)


def long_service(
    held: Sequence[Service], posts: Sequence[Post], on: date, *, reduction: Fraction = Fraction(0)
) -> tuple[InPost, ...]:
    """For each post what counts on a day; posts stand highest first, with the months that each asks.

    Of posts held at one time the highest counts. Months that fall short in a post are added to the next lower one.
    `reduction`: the part by which the months asked are fewer (women leaders: a third).
    """
    order = {one.post: place for place, one in enumerate(posts)}
    own = _by_month(held, order, on)
    found: list[InPost] = []
    carried = 0
    for one in posts:
        wanted = -int(-one.from_months * (1 - reduction) // 1)  # a part of a month is asked as a whole one
        entry = InPost(one.post, own.get(one.post, 0), carried, wanted)
        found.append(entry)
        carried = 0 if entry.is_enough else entry.months
    return tuple(found)


def _by_month(held: Sequence[Service], order: Mapping[str, int], on: date) -> dict[str, int]:
    """Months in each post, every month counted once, for the highest post held at its beginning."""
    spans = [one for one in held if one.post in order and one.start <= on]
    months: dict[str, int] = {}
    if not spans:
        return months
    first = min(one.start for one in spans)
    for passed in range(months_between(first, on)):
        month = months_on(first, passed)
        if then := [one for one in spans if one.start <= month <= (one.until or on)]:
            best = min(then, key=lambda one: order[one.post])
            months[best.post] = months.get(best.post, 0) + 1
    return months


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month.

    >>> months_on(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def next_rise(last_on: date, months: int, early: int = 0) -> date:
    """The day of the next rise of salary: so many months after the last, fewer by what an award gives.

    Raises ValueError for a rise that would come no later than the last one.

    >>> next_rise(date(2023, 5, 1), 36, early=6)
    datetime.date(2025, 11, 1)
    """
    if not 0 <= early < months:
        raise ValueError("a rise is early by fewer months than it takes")
    return months_on(last_on, months - early)


@dataclass(frozen=True)
class Reached:
    """How far somebody is towards a class of an order by one post: a row of the table `service` and what counts.

    `earliest`: the day on which the months are full if the post that is held goes on; None where no such post is held,
    or where a higher one is full before.
    """

    rule: Provision
    counted: InPost
    earliest: date | None

    @property
    def missing(self) -> int:
        return max(self.counted.wanted - self.counted.months, 0)

    @property
    def is_beyond(self) -> bool:
        """More than this class asks: a higher class is to be looked at."""
        below = self.rule["below_months"]
        return below is not None and self.counted.months >= below


def posts_in(library: Library, on: date) -> dict[str, Name]:
    """The posts of the tables in force on a day by their codes, the highest first."""
    return {row["post"]: row["name"] for row in library.rows("service", on)}


def post_named(library: Library, post: str) -> Name:
    """As the latest table has it; the code itself of a post that no text knows."""
    rows = [row for row in library.provisions if row.table == "service" and row["post"] == post]
    name: Name = max(rows, key=lambda row: row.start)["name"] if rows else Name(post, post)
    return name


def reached(library: Library, held: Sequence[Service], on: date, *, female: bool = False) -> list[Reached]:
    """Every class and post of the tables in force; what falls short in higher posts is added to the next lower ones.

    Source: D152 art. 9(3); `female`: the months asked are fewer, by a part or by months, as the text in force says.
    """
    less = [row["by"] for row in library.rows("service_rules", on) if row["code"] == "women" and row["by"]]
    by = less[0] if female and less else Fraction(0)
    order = list(posts_in(library, on))
    found: list[Reached] = []
    for form in dict.fromkeys(row["form"] for row in library.rows("service", on)):
        rows = {row["post"]: row for row in library.rows("service", on) if row["form"] == form}
        posts = [Post(post, _asked(rows[post]["from_months"], by) if post in rows else NEVER) for post in order]
        part = by if by < 1 else Fraction(0)
        for one in long_service(held, posts, on, reduction=part):
            if one.post in rows:
                found.append(Reached(rows[one.post], one, _earliest(held, posts, one, on, part)))
    return found


def _asked(months: int, by: Fraction) -> int:
    """Fewer by whole months; a part of them is taken off by the reckoning itself."""
    return max(months - int(by), 0) if by >= 1 else months


def _earliest(
    held: Sequence[Service], posts: Sequence[Post], one: InPost, on: date, reduction: Fraction
) -> date | None:
    """The first day from today on with the months full, if this post or a higher one goes on."""
    if one.is_enough:
        return on if one.months else None
    counting = {post.post for post in posts[: [post.post for post in posts].index(one.post) + 1]}
    if not any(span.post in counting and span.start <= on <= (span.until or on) for span in held):
        return None

    def is_full(day: date) -> bool:
        return next(it for it in long_service(held, posts, day, reduction=reduction) if it.post == one.post).is_enough

    day = months_on(on, one.wanted - one.months)
    if not is_full(day):  # a higher post is full before, and what was left over in it is carried down no more
        return None
    while day > on and is_full(day - DAY):  # a month that has begun needs less than a whole one
        day -= DAY
    return day
