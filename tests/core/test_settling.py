"""A settlement: by group, what is over, what is left, and the seal over all of it."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from thidua.core.settling import Details, Item, Outlay, Payment, Share, settlement_of

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


PAID = Payment("STP-ND", "PT01", date(2016, 3, 1), 1)
SPENT = Outlay("Hội trường", "Hoa", "PC01", date(2016, 3, 2), "Mua hoa", "Cửa hàng Lan", 800_000, "ab" * 32)
DETAILS = Details([Share("STP-ND", 1)], [PAID], [SPENT])


def test_who_paid_and_each_line_of_spending_are_under_the_seal():
    """The sums stay as they are; another payer, number, day, payee or paper is another seal."""
    one = settlement_of([HALL, LUNCH], asked_dong=1, contributed_dong=1, details=DETAILS)
    others = [
        replace(DETAILS, shares=[Share("STP-QN", 1)]),
        replace(DETAILS, payments=[replace(PAID, unit="STP-QN")]),
        replace(DETAILS, payments=[replace(PAID, number="PT02")]),
        replace(DETAILS, outlays=[replace(SPENT, payee="Cửa hàng Mai")]),
        replace(DETAILS, outlays=[replace(SPENT, on=date(2016, 3, 3))]),
        replace(DETAILS, outlays=[replace(SPENT, file="")]),
        Details(),
    ]
    assert len({one.seal, *(replace(one, details=other).seal for other in others)}) == 8


def test_a_seal_from_before_details_were_sealed_fits_the_same_sums_still():
    """The seal of such a settlement as it was reckoned then."""
    old = "c8180f2cb130120c6abb76a50aec18df7f80196ce4ba2bef8dd7fd4cce884cdc"
    assert settlement_of([HALL, LUNCH], asked_dong=1, contributed_dong=1).seal == old
    now = settlement_of([HALL, LUNCH], asked_dong=1, contributed_dong=1, details=DETAILS)
    assert (now.fits(old), now.fits(now.seal), now.seal == old) == (True, True, False)
    assert not replace(now, contributed_dong=2).fits(old)
