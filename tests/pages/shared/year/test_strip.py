"""The strip of the year: nothing collides, gaps are where nothing runs."""

from datetime import date, timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from thidua.pages.shared.year import Bar, Mark, Row, Year, YearWords, year_strip
from thidua.pages.shared.year.layout import LEFT, WIDTH, lines_of_marks, placed, text_width

FIRST, LAST = date(2016, 1, 1), date(2016, 12, 31)
WORDS = YearWords("Lịch thi đua", tuple(f"Th {n}" for n in range(1, 13)), "trống {n} ngày", "hôm nay {day}", "Mốc")
DAYS = st.dates(FIRST, LAST)
LABELS = st.text("Đợt cao điểm", min_size=1, max_size=60)
BARS = st.lists(
    st.builds(lambda a, b, label: Bar(label, min(a, b), max(a, b)), DAYS, DAYS, LABELS), min_size=1, max_size=12
)


def a_year(*bars: Bar, marks: tuple[Mark, ...] = (), first: date = FIRST, last: date = LAST) -> Year:
    return Year(first, last, (Row("Cao điểm", bars),), marks, None)


@given(BARS)
def test_no_bar_or_label_touches_another_in_its_lane(bars):
    for one, other in combinations(placed(a_year(), bars), 2):
        if one.lane == other.lane:
            (a, b), (c, d) = sorted((one.extent, other.extent))
            assert b < c, (a, b, c, d)


@given(st.lists(st.builds(Mark, LABELS, DAYS), min_size=1, max_size=12))
def test_no_name_of_a_day_touches_another_on_its_line(marks):
    lines = lines_of_marks(a_year(), marks)
    for one, other in combinations(lines, 2):
        if one[3] == other[3]:
            apart = abs(one[2] - other[2])
            assert apart >= (text_width(one[0].label) + text_width(other[0].label)) / 2
    for mark, _, middle, _ in lines:
        assert middle - text_width(mark.label) / 2 >= LEFT
        assert middle + text_width(mark.label) / 2 <= WIDTH


@given(BARS)
def test_each_day_is_in_a_gap_or_in_a_bar_and_never_in_both(bars):
    gaps = a_year(*bars).gaps()
    day = FIRST
    while day <= LAST:
        assert any(a <= day <= b for a, b in gaps) != any(bar.first <= day <= bar.last for bar in bars)
        day += timedelta(days=1)
    assert all(b < c for (_, b), (c, _) in pairwise(gaps))


def test_a_year_without_anything_is_one_gap():
    assert a_year().gaps() == [(FIRST, LAST)]


def test_a_bar_that_began_before_the_year_leaves_no_gap_before_it():
    year = a_year(Bar("Thường xuyên", date(2015, 11, 1), date(2016, 6, 30)))
    assert year.gaps() == [(date(2016, 7, 1), LAST)]


def test_a_year_from_october_has_twelve_months_in_its_own_order():
    year = a_year(first=date(2015, 10, 1), last=date(2016, 9, 30))
    assert [first.month for first, _ in year.months()] == [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert year.months()[-1][1] == date(2016, 10, 1)


def test_a_leap_year_ends_at_the_strip_s_edge():
    assert a_year().length == 366
    assert a_year().place_of(date(2017, 1, 1)) == WIDTH


def test_strip_names_the_gap_the_day_and_what_runs_without_markup_from_names():
    year = Year(FIRST, LAST, (Row("<Cao điểm>", (Bar("Đợt & 1", date(2016, 3, 1), LAST),)),), (), date(2016, 6, 27))
    text = str(year_strip(year, WORDS))
    assert "trống 60 ngày" in text
    assert "hôm nay 27/6" in text
    assert "Đợt &amp; 1" in text
    assert "&lt;Cao điểm&gt;" in text
    assert " style=" not in text


def test_the_hairline_of_today_crosses_no_name_of_a_day():
    marks = (Mark("Hạn thẩm định điểm của khối", date(2016, 11, 25)), Mark("Chốt bảng xếp hạng", date(2016, 12, 2)))
    year = Year(date(2016, 1, 1), date(2016, 12, 31), (), marks, date(2016, 12, 2))
    found = lines_of_marks(year, marks, Mark("hôm nay 2/12", date(2016, 12, 2)))
    assert [(mark.label, line) for mark, _, _, line in found] == [
        ("hôm nay 2/12", 0),
        ("Hạn thẩm định điểm của khối", 1),
        ("Chốt bảng xếp hạng", 2),
    ]
