import pytest

from thidua.base.library import titles
from thidua.core.answer import NotPossible
from thidua.core.read import read_table
from thidua.core.titles import To, conferred_in, titles_of

ONE = '{code: BK_BO, to: [collective, individual], name: {vi: "Bằng khen", en: "Merit"}, source: "L22 Đ74"'


def a_file(*rows):
    return read_table("titles:\n" + "\n".join(f"  - {row}" for row in rows))


def test_a_form_for_both_is_two_titles_and_collectives_come_first():
    individual = '{code: LDTT, to: [individual], name: {vi: "Lao động tiên tiến", en: "Worker"}, source: "L22 Đ24"}'
    found = titles_of(a_file(individual, ONE + "}"))
    assert [title.key for title in found] == ["BK_BO-collective", "LDTT-individual", "BK_BO-individual"]


def test_a_title_stands_in_the_years_in_which_it_is_conferred():
    [title, _] = titles_of(a_file(ONE + ", since: 2010, until: 2023}"))
    assert [year for year in (2009, 2010, 2023, 2024) if title.is_conferred_in(year)] == [2010, 2023]
    assert conferred_in([title], 2024) == ()


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ((ONE + "}", ONE + "}"), "read.key_twice"),
        ((ONE.replace("collective", "team") + "}",), "read.not_one_of"),
        ((ONE + ", untill: 2023}",), "read.unknown_name"),
        (("{code: BK_BO}",), "read.missing"),
    ],
)
def test_a_wrong_file_names_its_line(rows, key):
    with pytest.raises(NotPossible) as refused:
        titles_of(a_file(*rows))
    [sentence] = refused.value.sentences
    assert sentence.key == key
    assert sentence.values["line"] == len(rows) + 1


def test_the_library_holds_the_codes_that_officers_know():
    keys = {title.key for title in titles()}
    assert {"CSTDCS-individual", "CO_CP-collective", "BK_TTG-individual", "TTLDXS-collective"} <= keys
    assert {title.to for title in titles()} == set(To)
