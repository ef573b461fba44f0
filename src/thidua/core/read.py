"""The one YAML reader: text in, exact values with their lines out."""

import re
from contextlib import suppress
from fractions import Fraction
from typing import Any, cast

import yaml
from yaml.composer import Composer
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.events import AliasEvent
from yaml.parser import Parser
from yaml.reader import Reader, ReaderError
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner

from thidua.core.tables import Place, ReadError, Rows, Table, fault, no_rows

__all__ = ["Place", "ReadError", "Rows", "Table", "fault", "no_rows", "read", "read_table"]

Value = str | int | Fraction | bool | None | Rows | Table

DEEPEST = 40
LONGEST_NUMBER = 60
OWN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}

# Tabs, other ends of lines, marks of order; a head of a block with a mark too near.
UNUSUAL = re.compile(r"[^\n\x20-\x7e\xa0-\u2027\u2030-\ud7ff]|[|>][-+0-9]*#")

BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
NOTHING = {"", "~", "null", "Null", "NULL"}
WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
# Numbers in YAML 1.2 that people write by mistake: a code 007, a hash 12e5, 0x1F, .5, 5., .nan
DOUBTFUL = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)


def read(text: str) -> Value:
    """The one document in `text`.

    Booleans are true and false only; numbers are int or Fraction, never floats; dates stay
    texts until typed (`Table.day`); tables and lists know their lines. Nothing is given for
    an empty text. Keys are texts or whole numbers.

    Raises ReadError for wrong syntax, doubled keys, aliases, tags, numbers that could be
    meant as codes, and nesting deeper than 40.

    >>> read("points: 1.75")
    {'points': Fraction(7, 4)}
    """
    if not UNUSUAL.search(text):
        with suppress(yaml.YAMLError, ReadError):
            return _read(_QuickNodes(text))
    try:
        return _read(_Nodes(text))
    except ReaderError as wrong:
        raise fault("read.character", line=text.count("\n", 0, int(wrong.position)) + 1) from None
    except yaml.MarkedYAMLError as wrong:
        raise _syntax_fault(wrong) from None


def read_table(text: str) -> Table:
    """The document in `text`, which must be a table. Raises ReadError as `read` does."""
    value = read(text)
    if not isinstance(value, Table):
        raise fault("read.not_table", line=1, name="")
    return value


class _Composing(Composer):
    """Events up to the nodes, without YAML 1.1's ideas of what a plain word means."""

    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        line = self.peek_event().start_mark.line + 1  # type: ignore[attr-defined]
        # A few aliases of aliases make a small file huge; a data file has no need of them.
        if self.check_event(AliasEvent):  # type: ignore[attr-defined]
            raise fault("read.alias", line=line)
        if self.depth == DEEPEST:
            raise fault("read.too_deep", line=line, most=DEEPEST)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


class _Nodes(_Composing, Reader, Scanner, Parser, BaseResolver):
    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)
        BaseResolver.__init__(self)


class _QuickNodes(_Composing, CParser, BaseResolver):
    """The same from libyaml, which reads the law in a fifth of the time.

    PyYAML's own tells more of what is wrong, and has the last word there; libyaml lets a few odd writings pass: `{a?}`.
    """

    def __init__(self, text: str) -> None:
        CParser.__init__(self, text)
        Composer.__init__(self)
        BaseResolver.__init__(self)


def _read(nodes: "_Nodes | _QuickNodes") -> Value:
    node = nodes.get_single_node()
    return None if node is None else _value(node)


def _syntax_fault(wrong: yaml.MarkedYAMLError) -> ReadError:
    mark = wrong.problem_mark or wrong.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if "'\\t'" in (wrong.problem or ""):
        return fault("read.tab", line=line, column=column)
    return fault("read.syntax", line=line, column=column)


def _value(node: yaml.Node) -> Value:
    if node.tag not in OWN_TAGS:
        raise fault("read.tag", line=_line(node), tag=node.tag)
    if isinstance(node, yaml.MappingNode):
        return _table(node)
    if isinstance(node, yaml.SequenceNode):
        return Rows([_value(entry) for entry in node.value], [_place(entry) for entry in node.value], _line(node))
    return _scalar(cast(yaml.ScalarNode, node))


def _table(node: yaml.MappingNode) -> Table:
    entries: dict[str | int, Value] = {}
    places: dict[str | int, Place] = {}
    for key_node, value_node in node.value:
        key = _value(key_node)
        if isinstance(key, bool) or not isinstance(key, str | int):
            raise fault("read.key", line=_line(key_node))
        if key in entries:
            raise fault("read.key_twice", line=_line(key_node), name=key, first=places[key].line)
        entries[key] = _value(value_node)
        places[key] = Place(_line(key_node), _place(value_node).written)
    return Table(entries, places, _line(node))


def _scalar(node: yaml.ScalarNode) -> str | int | Fraction | bool | None:
    written = str(node.value)
    if node.style:
        return written
    if written in NOTHING:
        return None
    if written in BOOLEANS:
        return BOOLEANS[written]
    if len(written) <= LONGEST_NUMBER and WHOLE.fullmatch(written):
        return int(written)
    if len(written) <= LONGEST_NUMBER and DECIMAL.fullmatch(written):
        return Fraction(written)
    if DOUBTFUL.fullmatch(written):
        raise fault("read.doubtful_number", line=_line(node), written=written[:LONGEST_NUMBER])
    return written


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _place(node: yaml.Node) -> Place:
    return Place(_line(node), node.value if isinstance(node, yaml.ScalarNode) else "")
