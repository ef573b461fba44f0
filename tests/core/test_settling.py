"""A settlement: by group, what is over, what is left, and the seal over all of it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from thidua.core.settling import Item, settlement_of

HALL, SCREEN = Item("Hội trường", "Hoa", 700_000, 800_000), Item("Hội trường", "Màn hình", 3_000_000, 3_000_000)
LUNCH = Item("Đại biểu", "Ăn trưa", 6_000_000, 5_250_000)
SUMS = st.integers(0, 10**12)


def test_groups_stand_in_the_order_in_which_they_come():
    found = settlement_of([HALL, LUNCH, SCREEN], asked_dong=9_900_000, contributed_dong=9_000_000)
    assert [(one.name, one.estimated_dong, one.spent_dong, one.left_dong) for one in found.groups] == [
        ("Hội trường", 3_700_000, 3_800_000, -100_000), ("Đại biểu", 6_000_000, 5_250_000, 750_000),
    ]  # fmt: skip
    assert (found.estimated_dong, found.spent_dong, found.unspent_dong, found.left_dong) == (
        9_700_000, 9_050_000, 650_000, -50_000,
    )  # fmt: skip


def test_what_was_spent_beyond_its_line_is_named_even_where_its_group_has_some_left():
    found = settlement_of(
        [replace(HALL, group="Chung"), replace(LUNCH, group="Chung")], asked_dong=0, contributed_dong=0
    )
    assert [(one.name, one.over_dong) for one in found.over] == [("Hoa", 100_000)]


@given(st.lists(st.tuples(st.sampled_from("ABC"), SUMS, SUMS), max_size=12), SUMS)
def test_groups_add_up_to_the_whole(rows, contributed):
    items = [Item(group, str(at), *sums) for at, (group, *sums) in enumerate(rows)]
    found = settlement_of(items, asked_dong=0, contributed_dong=contributed)
    assert found.unspent_dong == sum(one.left_dong for one in found.groups)
    assert found.left_dong == contributed - sum(one.spent_dong for one in items)
    assert sum(one.over_dong for one in found.over) >= -found.unspent_dong


def test_any_other_figure_is_another_seal():
    one = settlement_of([HALL, LUNCH], asked_dong=1, contributed_dong=1)
    others = [
        settlement_of([replace(HALL, spent_dong=1), LUNCH], asked_dong=1, contributed_dong=1),
        settlement_of([HALL, LUNCH], asked_dong=2, contributed_dong=1),
        settlement_of([HALL, LUNCH], asked_dong=1, contributed_dong=2),
        settlement_of([LUNCH, HALL], asked_dong=1, contributed_dong=1),
    ]
    assert len({one.seal, *(other.seal for other in others)}) == 5
    assert settlement_of([HALL, LUNCH], asked_dong=1, contributed_dong=1).seal == one.seal
