"""The one YAML reader and its tables."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua.core.read as reading
from thidua.core.answer import NotPossible
from thidua.core.read import ReadError, Table, no_rows, read, read_table


def refusal(call: Callable[[], Any]) -> tuple[str, int]:
    """Key and line of the ReadError that `call` raises."""
    with pytest.raises(ReadError) as caught:
        call()
    (sentence,) = caught.value.sentences
    return sentence.key, caught.value.line


@pytest.mark.parametrize("word", ["yes", "no", "NO", "on", "off", "y", "12:30", "2016-03-04", "1_000", "nullo", "3/4"])
def test_words_that_yaml_1_1_turns_into_something_else_stay_texts(word: str) -> None:
    assert read(f"a: {word}") == {"a": word}


def test_the_word_on_is_a_key_like_any_other() -> None:
    assert read("on: 1\nno: 2") == {"on": 1, "no": 2}


def test_booleans_and_nothing_are_read_as_yaml_1_2_says() -> None:
    assert read("[true, False, TRUE, ~, null, '']") == [True, False, True, None, None, ""]
    assert read("a:\nb: 1") == {"a": None, "b": 1}
    assert read("") is None


def test_numbers_are_exact() -> None:
    values = read("[0, -7, +3, 1.75, -0.1, 0.3]")

    assert values == [0, -7, 3, Fraction(7, 4), Fraction(-1, 10), Fraction(3, 10)]
    assert [type(value) for value in values] == [int, int, int, Fraction, Fraction, Fraction]  # type: ignore[union-attr]


@given(st.integers(-(10**12), 10**12), st.integers(0, 8))
def test_a_decimal_number_is_read_back_as_written(whole: int, places: int) -> None:
    sign = "-" if whole < 0 else ""
    digits = f"{abs(whole):0{places + 1}d}"
    written = sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)

    assert read(f"x: {written}") == {"x": Fraction(whole, 10**places)}


@pytest.mark.parametrize(
    "written", ["007", "12e5", "1.5e3", "0x1F", "0o17", ".5", "5.", ".inf", "-.INF", ".nan", "9" * 61]
)
def test_a_number_that_could_be_a_code_must_be_quoted(written: str) -> None:
    assert refusal(lambda: read(f"a: 1\nb: {written}")) == ("read.doubtful_number", 2)
    assert read(f"b: '{written}'") == {"b": written}


def test_quoted_numbers_and_booleans_are_texts() -> None:
    assert read("""{a: "1", b: 'true', c: "null"}""") == {"a": "1", "b": "true", "c": "null"}


def test_a_key_written_twice_is_refused_with_both_lines() -> None:
    with pytest.raises(ReadError) as caught:
        read("a: 1\nb: 2\na: 3")

    assert caught.value.sentences[0].values == {"line": 3, "name": "a", "first": 1}


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a: 1\n? [x]\n: 2", "read.key", 2),
        ("true: 1", "read.key", 1),
        ("1.5: 1", "read.key", 1),
        ("a: 1\nb: !!int '3'", "read.tag", 2),
        ("a: !python/object:os.system {}", "read.tag", 1),
        ("a: &x 1\nb: *x", "read.alias", 2),
        ("a:\n\tb: 1", "read.tab", 2),
        ("a: [1, 2", "read.syntax", 1),
        ("a: 1\n b: 2", "read.syntax", 2),
        ("a: 1\n---\nb: 2", "read.syntax", 2),
        ("a: 1\nb: \x07", "read.character", 2),
        ("[" * 60 + "]" * 60, "read.too_deep", 1),
    ],
)
def test_what_a_data_file_may_not_hold_is_refused_with_its_line(text: str, key: str, line: int) -> None:
    assert refusal(lambda: read(text)) == (key, line)


def test_a_refusal_of_the_reader_is_a_refusal_like_any_other() -> None:
    with pytest.raises(NotPossible):
        read("a: [")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read(text)
        line = 1
    except ReadError as refused:
        line = refused.line

    assert line >= 1


def test_a_document_that_is_no_table_is_refused_where_a_table_is_due() -> None:
    assert read_table("a: 1") == {"a": 1}
    assert refusal(lambda: read_table("- 1")) == ("read.not_table", 1)


TABLE = """\
code: 1.10
day: 2016-03-04
late: 2016-13-04
points: 1.75
count: 3
flag: true
kind: steps
list:
  - a
  - 1
inner:
  x: 1
tables:
  - {y: 1}
  - b
"""


def test_entries_are_typed_on_demand() -> None:
    table = read_table(TABLE)

    assert table.written("code") == "1.10"
    assert table.day("day") == date(2016, 3, 4)
    assert table.number("points") == Fraction(7, 4)
    assert table.whole("count") == 3
    assert table.flag("flag") is True
    assert table.one_of("kind", ("steps", "judged")) == "steps"
    assert table.table("inner") == {"x": 1}
    assert table.rows("list") == ["a", 1]
    assert read_table("x: [a, b]").rows("x").texts() == ["a", "b"]
    assert read_table("x: [{a: 1}]").rows("x").tables() == [{"a": 1}]


def test_lines_are_known_for_tables_lists_and_entries() -> None:
    table = read_table(TABLE)

    assert [table.line, table.line_of("points"), table.line_of("absent")] == [1, 4, 1]
    assert table.table("inner").line == 12
    assert table.rows("list").line_of(1) == 10


def test_defaults_stand_for_absent_entries() -> None:
    table = read_table("a: 1")

    assert table.text("b", "x") == "x"
    assert table.number("b", 2) == 2
    assert table.whole("b", 2) == 2
    assert table.flag("b", False) is False
    assert table.one_of("b", ("x", "y"), "y") == "y"
    assert table.rows("b", no_rows()) == []
    assert table.written("b", "z") == "z"


@pytest.mark.parametrize(
    ("ask", "key", "line"),
    [
        (lambda table: table.text("absent"), "read.missing", 1),
        (lambda table: table.text("count"), "read.not_text", 5),
        (lambda table: table.written("inner"), "read.not_text", 11),
        (lambda table: table.number("day"), "read.not_number", 2),
        (lambda table: table.number("flag"), "read.not_number", 6),
        (lambda table: table.whole("points"), "read.not_whole", 4),
        (lambda table: table.flag("kind"), "read.not_flag", 7),
        (lambda table: table.day("late"), "read.not_day", 3),
        (lambda table: table.table("list"), "read.not_table", 8),
        (lambda table: table.rows("inner"), "read.not_list", 11),
        (lambda table: table.one_of("kind", ("judged",)), "read.not_one_of", 7),
        (lambda table: table.rows("list").texts(), "read.not_text", 10),
        (lambda table: table.rows("tables").tables(), "read.not_table", 15),
        (lambda table: table.only("code", "day"), "read.unknown_name", 3),
    ],
)
def test_a_wrong_entry_is_refused_with_its_line(ask: Callable[[Table], Any], key: str, line: int) -> None:
    assert refusal(lambda: ask(read_table(TABLE))) == (key, line)


def test_a_table_with_only_known_names_passes() -> None:
    assert read_table("a: 1\nb: 2").only("a", "b", "c") == {"a": 1, "b": 2}


PIECES = st.sampled_from(
    ["a", "b: ", "- ", ": ", "\n", "  ", "\t", "'", '"', "|", ">", "#", "[", "]", "{", "}", ",", "&x", "*x", "!t", "?",
     "1.5", "007", "~", "\\", "Đ", "---", "...", "%", "@", "\x85", "\u2028", "\x00", "\ufeff"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
def test_what_pyyamls_own_parser_reads_the_quick_one_reads_the_same(text: str) -> None:
    slowly = outcome(text, quick=False)
    assert slowly == outcome(text, quick=True) or slowly is None


def outcome(text: str, *, quick: bool) -> object:
    """What was read, with the lines; None for a text that is refused."""
    with pytest.MonkeyPatch.context() as changed:
        if not quick:
            changed.setattr(reading, "_QuickNodes", reading._Nodes)
        try:
            value = read(text)
        except ReadError:
            return None
        return value, vars(value) if isinstance(value, Table) else ()
