"""The list of a season's papers, and how their bodies are filled."""

import pytest

from thidua.base.library import listed_papers, paper_kinds
from thidua.core.papers import Per, as_sheet, filled, kind_of, set_out
from thidua.core.read import ReadError, read_table
from thidua.core.workflow.papers import MOVES, PaperMove, PaperState, may_move

A_PAPER = """
name: {vi: "Giấy thử", en: "Trial paper"}
per: season
page: one_season
type: "GIẤY"
subject: "Về năm {{ nam }}"
fields:
  viec: {vi: "Việc", en: "Tasks", kind: lines}
  bang: {vi: "Bảng", en: "Table", kind: table, columns: {ten: {vi: "Tên", en: "Name"}}}
body:
  - text: "Năm {{ nam }}:"
  - lines: viec
  - table: bang
"""


def a_kind(text: str = A_PAPER):
    return kind_of("thu", read_table(text))


def test_every_paper_that_the_program_makes_stands_in_the_list_once():
    made = [one.kind.code for one in listed_papers() if one.kind]
    assert sorted(made) == sorted(code for code, kind in paper_kinds().items() if kind.per is not Per.UNIT)


def test_every_paper_that_units_make_leads_to_its_page_once_a_bloc():
    led = [(one.name.vi, one.per) for one in listed_papers() if one.page == "unit_papers"]
    assert sorted(led) == sorted((kind.name.vi, Per.BLOC) for kind in paper_kinds().values() if kind.per is Per.UNIT)


def test_what_stands_in_the_list_is_made_here_has_a_page_or_is_to_come():
    assert [one.name.vi for one in listed_papers() if not (one.kind or one.page or one.until)] == []


def test_blocks_are_filled_in_their_order():
    values = {"nam": "2016", "viec": ["a", "b"], "bang": [{"ten": "X"}]}
    assert set_out(a_kind(), values) == [
        {"kind": "text", "text": "Năm 2016:"},
        {"kind": "lines", "rows": ["a", "b"]},
        {"kind": "table", "heads": ["Tên"], "rows": [["X"]], "widths": [], "align": ""},
    ]


def test_a_block_stands_with_a_field_or_without_it():
    kind = a_kind(A_PAPER + '  - {text: "Có việc", with: viec}\n  - {text: "Không việc", without: viec}\n')
    assert set_out(kind, {"viec": ["a"]})[-1]["text"] == "Có việc"
    assert set_out(kind, {})[-1]["text"] == "Không việc"
    with pytest.raises(ReadError):
        a_kind(A_PAPER + '  - {text: "Có việc", with: viecs}\n')


def test_a_typed_field_begins_in_the_clusters_own_words():
    field = paper_kinds()["ke-hoach"].fields["to_chuc"]
    assert field.begun({"truong": "Cụm trưởng"})[0].startswith("Bộ phận thường trực giúp Cụm trưởng theo dõi")


def test_a_value_that_looks_like_a_field_stays_as_it_is():
    assert filled("{{ khoi }}", {"khoi": "{{ nam }}", "nam": "2016"}) == "{{ nam }}"


def test_a_paper_without_values_has_empty_places():
    sheet = as_sheet(a_kind(), {})
    assert (sheet["subject"], sheet["signature"], sheet["to"]) == ("Về năm ", [], [])


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (('"Năm {{ nam }}:"', '"Năm {{ nma }}:"'), "read.unknown_name"),
        (('"Năm {{ nam }}:"', '"Năm {{ viec }}:"'), "read.unknown_name"),
        (("lines: viec", "lines: bang"), "read.unknown_name"),
        (("page: one_season", "pages: one_season"), "read.unknown_name"),
        (("per: season", "per: year"), "read.not_one_of"),
    ],
)
def test_a_misspelt_paper_is_refused_with_its_line(change, key):
    with pytest.raises(ReadError) as wrong:
        a_kind(A_PAPER.replace(*change))
    assert [sentence.key for sentence in wrong.value] == [key]


def test_a_refused_move_names_the_state():
    for move, states in MOVES.items():
        for state in set(PaperState) - set(states):
            assert may_move(state, move).because.key == f"paper.is_{state}"
    assert may_move(PaperState.SUBMITTED, PaperMove.SIGN).is_yes
