"""Questions written as SQL, for SQLite, PostgreSQL and Spark: a stage of subqueries for what is used more than once."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from thidua.core.law.columns import (
    Always,
    AtLeast,
    Both,
    Column,
    Common,
    Count,
    Earlier,
    Either,
    Foot,
    Joined,
    Later,
    Node,
    Not,
    Sum,
    Times,
    Whole,
    Without,
    parts_of,
)

OTHER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Dialect:
    """What engines say differently. SQLite is given `bit_count` by whoever connects (`int.bit_count` of Python)."""

    count: str
    later: str
    earlier: str


SQLITE = Dialect(count="bit_count({})", later="({} >> {})", earlier="({} << {})")
POSTGRESQL = Dialect(count="bit_count(({})::bit(64))", later="({} >> {})", earlier="({} << {})")
SPARK = Dialect(count="bit_count({})", later="shiftright({}, {})", earlier="shiftleft({}, {})")


def column_name(name: str) -> str:
    """How a database calls a column of a row.

    >>> column_name("since.BK_TTG.CONG_TRANG")
    'since_bk_ttg_cong_trang'
    """
    return OTHER.sub("_", name.lower())


def query(questions: Mapping[str, Node], *, table: str, key: str, columns: Collection[str], dialect: Dialect) -> str:
    """A query of one row a person: the key, and each question's answer under its name.

    `columns` are those that the table has, as `history.row_of` calls them; a question for another reads nought.
    """
    return _Writing(dialect, frozenset(columns)).query(questions, table, key)


class _Writing:
    def __init__(self, dialect: Dialect, columns: frozenset[str]) -> None:
        self.dialect, self.columns = dialect, columns
        self.stages: list[list[str]] = []
        self.named: dict[Node, tuple[str, int]] = {}

    def query(self, questions: Mapping[str, Node], table: str, key: str) -> str:
        for node in _used_again(list(questions.values())):
            self._stage(node)
        source = table
        withs = []
        for index, stage in enumerate(self.stages):
            withs.append(f"s{index} AS (SELECT *, {', '.join(stage)} FROM {source})")  # noqa: S608 - no word of a user
            source = f"s{index}"
        asked = ", ".join(f"{self._written(node)} AS {name}" for name, node in questions.items())
        head = f"WITH {', '.join(withs)} " if withs else ""
        return f"{head}SELECT {key}, {asked} FROM {source}"  # noqa: S608 - no word of a user

    def _stage(self, node: Node) -> None:
        """Put what is used again into the first stage that can read all of its parts."""
        level = self._level(node)
        while len(self.stages) <= level:
            self.stages.append([])
        name = f"e{len(self.named)}"
        self.stages[level].append(f"{self._written(node)} AS {name}")
        self.named[node] = (name, level)

    def _level(self, node: Node) -> int:
        below = (self.named[part][1] + 1 if part in self.named else self._level(part) for part in parts_of(node))
        return max(below, default=0)

    def _written(self, node: Node) -> str:
        if node in self.named:
            return self.named[node][0]
        match node:
            case Column(name):
                return column_name(name) if name in self.columns else "0"
            case Whole(value):
                return str(value)
            case Common(a, b):
                return f"({self._written(a)} & {self._written(b)})"
            case Joined(a, b):
                return f"({self._written(a)} | {self._written(b)})"
            case Without(a, b):
                return f"({self._written(a)} & ~{self._written(b)})"
            case Later(a, by):
                return self.dialect.later.format(self._written(a), by)
            case Earlier(a, by):
                return self.dialect.earlier.format(self._written(a), by)
            case Foot(a):
                years = self._written(a)
                return f"({years} & ~({years} + 1))"
            case Count(a):
                return self.dialect.count.format(self._written(a))
            case Sum(a, b):
                return f"({self._written(a)} + {self._written(b)})"
            case Times(a, by):
                return f"({self._written(a)} * {by})"
            case AtLeast(a, b):
                return f"({self._written(a)} >= {self._written(b)})"
            case Both(a, b):
                return f"({self._written(a)} AND {self._written(b)})"
            case Either(a, b):
                return f"({self._written(a)} OR {self._written(b)})"
            case Not(a):
                return f"(NOT {self._written(a)})"
            case Always(value):
                return "TRUE" if value else "FALSE"


def _used_again(roots: Sequence[Node]) -> list[Node]:
    """What several parts have in common, or what is written twice in one, parts before what they are part of."""
    uses: Counter[Node] = Counter(roots)
    order: list[Node] = []
    seen: set[Node] = set()

    def visit(node: Node) -> None:
        if node in seen:
            return
        seen.add(node)
        for part in parts_of(node):
            uses[part] += 2 if isinstance(node, Foot) else 1
            visit(part)
        order.append(node)

    for root in roots:
        visit(root)
    return [node for node in order if uses[node] > 1 and not isinstance(node, Column | Whole | Always)]
