"""Long texts in a history: only what differs is seen at once, nothing of either side is lost."""

from hypothesis import given
from hypothesis import strategies as st

from thidua.pages.history.passages import LONG, Text, passages

PACT = [f"Điều {n}. " + "Các đơn vị trong khối cùng nhau thực hiện nội dung đã giao ước. " * 3 for n in range(1, 31)]
LINES = st.lists(st.sampled_from(["một", "hai", "ba", "bốn"]), max_size=30)


def test_only_the_paragraph_that_changed_stands_beside_what_it_was():
    changed = [*PACT[:9], PACT[9].replace("cùng nhau", "thi đua"), *PACT[10:]]
    found = passages("\n".join(PACT), "\n".join(changed))
    assert [one.same for one in found] == [9, 0, 20]
    assert found[1].before.whole == PACT[9].strip()
    assert found[1].after.whole == changed[9].strip()


def test_a_paragraph_that_came_in_has_nothing_beside_it():
    found = passages("\n".join(PACT), "\n".join([*PACT[:3], "Điều mới", *PACT[3:]]))
    assert [(one.before.whole, one.after.whole) for one in found if not one.same] == [("", "Điều mới")]


def test_short_texts_are_read_at_a_glance():
    assert passages("chưa đạt", "đạt") == []
    assert passages("", "\n".join(PACT)) == []


def test_of_a_long_paragraph_the_place_where_it_differs_is_seen():
    was = "Giữ nguyên lời mở đầu này. " * 20 + "Thu 90% số việc. " + "Phần kết không đổi. " * 20
    (found,) = passages(was, was.replace("90%", "95%"))
    assert "90%" in found.before.short
    assert "95%" in found.after.short
    assert found.before.short.startswith("… ")
    assert len(found.after.short) < LONG


def test_a_text_of_one_word_without_end_is_cut_too():
    assert len(Text.of("a" * 5000).short) < LONG


def test_thousands_of_other_paragraphs_are_not_compared_one_by_one():
    found = passages("\n".join(f"cũ {n}" for n in range(20_000)), "\n".join(f"mới {n}" for n in range(20_000)))
    assert len(found) == 1


@given(LINES, LINES)
def test_each_side_can_be_read_whole_from_its_passages(before, after):
    pad = ["đệm " * LONG]
    found = passages("\n".join(pad + before), "\n".join(pad + after))
    assert [line for one in found for line in one.before.whole.splitlines()] == [x.strip() for x in pad + before]
    assert [line for one in found for line in one.after.whole.splitlines()] == [x.strip() for x in pad + after]
