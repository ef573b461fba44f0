"""What is known of one person, collective or household, and the row of numbers that rules are asked of.

Columns of a row, each a set of years unless said otherwise:

    rated.HTXS rated.HTT rated.HT rated.KHT   rated so or better; KHT: rated at all
    title.<CODE>                              years reviewed for which a title was conferred
    form.<CODE>.<TYPE>                        years in which a form of that type was decided
    since.<CODE>.<TYPE>                       the first of them and every year that follows
    rewarded.<CODE>                           years that a form of merit has rewarded already
    initiative.<RANK>.<N>                     at least N free ones recognised so in the year (research: likewise)
    initiative.<RANK>.up.<N>                  the same of that rank or a higher one
    initiative.<RANK>.again.<TITLE>           one of that rank or higher that other titles than this one alone have used
    research.<RANK>.up.<N>.reusable           at least N of that rank or higher, used or not
    void part                                 cut off by discipline; the year in which it ended
    disciplined.years excused leads           under discipline; leave of some kind; led its cluster or bloc
    inherited                                 of a unit that was merged into this one: counts in one reading
    members.count members.complete …          numbers, of the year reviewed
    stated.<WORD> denied.<WORD>               years for which somebody has confirmed, or denied, a fact
    joined founded dissolved                  numbers: days since the year 1, nought where unknown; the last one
                                              nought too where another took over
    disciplined pending group.<GROUP>         1 while it lasts on the day asked about; 1 for one's own group
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

from thidua.core.law.years import Years, only, since_first, span, years


class Level(IntEnum):
    """Ratings of quality, worst first; NONE is "not rated", which is not the worst rating but no rating."""

    NONE = 0
    KHT = 1
    HT = 2
    HTT = 3
    HTXS = 4


class Kind(StrEnum):
    """Who is honoured."""

    INDIVIDUAL = "individual"
    COLLECTIVE = "collective"
    HOUSEHOLD = "household"


class AwardType(StrEnum):
    """Types of commendation. Source: L22 art. 8; UNKNOWN is what was brought in without one."""

    MERIT = "CONG_TRANG"
    AD_HOC = "DOT_XUAT"
    MOVEMENT = "PHONG_TRAO"
    LONG_SERVICE = "CONG_HIEN"
    SENIORITY = "NIEN_HAN"
    EXTERNAL = "DOI_NGOAI"
    UNKNOWN = "UNKNOWN"


class Recognition(StrEnum):
    """Who has recognised an initiative or accepted a work of research, lowest first."""

    BASE = "base"
    MINISTRY = "ministry"
    NATION = "nation"


LEVELS_OF_WORK = tuple(Recognition)
GROUPS = ("civil", "worker", "armed")  # whose standards hold
MOST_COUNTED = 5  # initiatives of one year that a sweep tells apart


@dataclass(frozen=True)
class Conferred:
    """A form of commendation that was conferred; `rewarded` are the years that its decision names."""

    form: str
    decided_on: date
    type: AwardType = AwardType.UNKNOWN
    rewarded: Years = 0
    number: str = ""


@dataclass(frozen=True)
class Work:
    """An initiative or a work of research; `used_for` are the codes of what decisions built upon it."""

    year: int
    recognised_by: Recognition
    used_for: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class Period:
    """From a day until another, both within it; `until` is None while it lasts."""

    start: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Discipline(Period):
    degree: str = ""


@dataclass(frozen=True)
class Members:
    """Of a collective on 31 December of a year. Source: docs/law.md."""

    count: int
    complete: int | None = None
    advanced: int | None = None  # with LDTT or CSTT
    fighters: int | None = None  # with CSTDCS
    warned: int | None = None  # disciplined with a warning (cảnh cáo) or worse


@dataclass(frozen=True)
class Service:
    """A time in a post: its code as the law's tables of posts have it."""

    post: str
    start: date
    until: date | None = None


@dataclass(frozen=True)
class History:
    """Everything that rules may ask of one of those honoured; frozen, and whole in itself."""

    kind: Kind = Kind.INDIVIDUAL
    ratings: Mapping[int, Level] = field(default_factory=dict)
    titles: Mapping[str, Years] = field(default_factory=dict)
    forms: tuple[Conferred, ...] = ()
    initiatives: tuple[Work, ...] = ()
    research: tuple[Work, ...] = ()
    disciplines: tuple[Discipline, ...] = ()
    pending: tuple[Period, ...] = ()
    excused: Years = 0
    inherited: Years = 0  # of a unit that another one brought in by merger
    leads: Years = 0
    members: Mapping[int, Members] = field(default_factory=dict)
    stated: Mapping[str, Years] = field(default_factory=dict)
    denied: Mapping[str, Years] = field(default_factory=dict)
    service: tuple[Service, ...] = ()
    joined_on: date | None = None
    founded_on: date | None = None
    dissolved_on: date | None = None
    succeeded: bool = False  # another unit took over from it
    group: str = GROUPS[0]
    female: bool = False


@dataclass(frozen=True)
class Asked:
    """The year reviewed and the day of the council's meeting, else of the proposal."""

    year: int
    on: date

    @property
    def is_closed(self) -> bool:
        """Whether the year reviewed is over."""
        return self.on.year > self.year


Row = Mapping[str, int]


NUMBERS = frozenset({"joined", "founded", "dissolved", "disciplined", "pending"})


def is_years(column: str) -> bool:
    """Whether a column is a set of years rather than a number."""
    return column not in NUMBERS and not column.startswith(("members.", "group."))


def row_of(history: History, asked: Asked) -> dict[str, int]:
    """The columns of a history as it stood on the day asked about; nought is left out."""
    known = span(0, asked.on.year)
    row: dict[str, int] = {}
    _ratings(row, history, known)
    for title, held in history.titles.items():
        row[f"title.{title}"] = held & known
    _forms(row, history.forms, asked.on)
    _works(row, "initiative", history.initiatives, asked)
    _works(row, "research", history.research, asked)
    _cut_off(row, history.disciplines, asked.on)
    row |= {name: held & known for name, held in _marked(history)}
    row[f"group.{history.group}"] = 1
    _members(row, history.members.get(asked.year))
    for word, held in history.stated.items():
        row[f"stated.{word}"] = held & known
    for word, held in history.denied.items():
        row[f"denied.{word}"] = held & known
    ended = history.dissolved_on if not history.succeeded else None
    # Who came, or was founded, after the day has not been there before it: nought would say that nobody knows.
    for name, day in (
        ("joined", history.joined_on),
        ("founded", history.founded_on),
        ("dissolved", ended if ended and ended <= asked.on else None),
    ):
        row[name] = day.toordinal() if day else 0
    row["disciplined"] = int(any(one.holds(asked.on) for one in history.disciplines))
    row["pending"] = int(any(one.holds(asked.on) for one in history.pending))
    return {name: value for name, value in row.items() if value}


def _marked(history: History) -> Iterable[tuple[str, Years]]:
    return ("excused", history.excused), ("inherited", history.inherited), ("leads", history.leads)


def _ratings(row: dict[str, int], history: History, known: Years) -> None:
    for level in (Level.HTXS, Level.HTT, Level.HT, Level.KHT):
        row[f"rated.{level.name}"] = known & years(year for year, given in history.ratings.items() if given >= level)


def _forms(row: dict[str, int], forms: Iterable[Conferred], on: date) -> None:
    for form in forms:
        if form.decided_on <= on:
            of_type = f"{form.form}.{form.type}"
            row[f"form.{of_type}"] = held = row.get(f"form.{of_type}", 0) | only(form.decided_on.year)
            row[f"since.{of_type}"] = since_first(held)
            if form.type is AwardType.MERIT:
                # Which years it rewarded nobody wrote down: then none before it counts for sure.
                rewarded = form.rewarded or span(FIRST_OF_ALL, form.decided_on.year)
                row[f"rewarded.{form.form}"] = row.get(f"rewarded.{form.form}", 0) | rewarded


def free_column(kind: str, rank: Recognition, *, widest: bool) -> str:
    """The column of free works of a rank, with `{}` for how many of a year; in the widest reading of a higher one too.

    Of works of research no text says that they are used up.
    """
    if not widest:
        return f"{kind}.{rank}.{{}}"
    return f"{kind}.{rank}.up.{{}}.reusable" if kind == "research" else f"{kind}.{rank}.up.{{}}"


def again_column(rank: Recognition, title: str) -> str:
    """The years of initiatives that another title has used and this one may use again, in one reading."""
    return f"initiative.{rank}.again.{title}"


def _works(row: dict[str, int], kind: str, works: Iterable[Work], asked: Asked) -> None:
    """Free ones and those that another title may perhaps use again, counted by year up to five."""
    counted: dict[str, int] = {}
    for work in works:
        if work.year > asked.on.year:
            continue
        if not work.used_for:
            _count_up(row, counted, f"{kind}.{work.recognised_by}.{{}}", work.year)
        for rank in LEVELS_OF_WORK[: LEVELS_OF_WORK.index(work.recognised_by) + 1]:
            if not work.used_for:
                _count_up(row, counted, f"{kind}.{rank}.up.{{}}", work.year)
            if kind == "research":
                _count_up(row, counted, f"{kind}.{rank}.up.{{}}.reusable", work.year)
            elif _is_reusable(work):
                for title in TITLES.difference(work.used_for):
                    name = again_column(rank, title)
                    row[name] = row.get(name, 0) | only(work.year)


def _count_up(row: dict[str, int], counted: dict[str, int], name: str, year: int) -> None:
    key = f"{name} {year}"
    counted[key] = nth = counted.get(key, 0) + 1
    if nth <= MOST_COUNTED:
        column = name.format(nth)
        row[column] = row.get(column, 0) | only(year)


def _is_reusable(work: Work) -> bool:
    """Used for titles only, and recognised by a ministry or higher. Source: docs/law.md."""
    return bool(work.used_for) and work.recognised_by is not Recognition.BASE and TITLES.issuperset(work.used_for)


TITLES = frozenset({"LDTT", "CSTT", "CSTDCS", "CSTD_BO", "CSTDTQ"})


def _cut_off(row: dict[str, int], disciplines: Iterable[Discipline], on: date) -> None:
    """Years up to that in which a discipline ended do not count. Source: D152 art. 4(4); docs/law.md."""
    for one in disciplines:
        if one.start > on:
            continue
        until = min(one.until or on, on)
        row["disciplined.years"] = row.get("disciplined.years", 0) | span(one.start.year, until.year)
        row["void"] = row.get("void", 0) | span(FIRST_OF_ALL, until.year)
        if (until.month, until.day) != (12, 31):
            row["part"] = row.get("part", 0) | only(until.year)


FIRST_OF_ALL = 1945


def _members(row: dict[str, int], members: Members | None) -> None:
    if members is None:
        return
    row["members.count"] = members.count
    for name in ("complete", "advanced", "fighters", "warned"):
        figure = getattr(members, name)
        row[f"members.{name}"] = figure or 0
        row[f"members.{name}.known"] = int(figure is not None)
