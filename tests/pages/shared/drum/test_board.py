"""The drum tells the truth for any number of units, and holds nothing that the page's policy forbids."""

import re
from html import unescape
from math import atan2, hypot, pi
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from thidua.pages.shared.drum import Bloc, Unit, Words, drum

WORDS = Words("Trống ký kết", "đã ký", "chưa ký")
SVG = "{http://www.w3.org/2000/svg}"


def a_bloc(signed: list[bool], name: str = "Sở Tư pháp", label: str = "Hải Dương") -> Bloc:
    return Bloc(name, tuple(Unit(f"{label}", f"D{i}", f"Đơn vị {i}", each) for i, each in enumerate(signed)))


def drawn(*blocs: Bloc) -> ElementTree.Element:
    text = str(drum(blocs, WORDS))
    return ElementTree.fromstring(text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def area(segment: ElementTree.Element) -> float:
    """Area of a drawn segment, read back from its outline alone."""
    x1, y1, outer, big, x2, y2, x3, y3 = (
        float(number)
        for number in re.fullmatch(
            r"M(\S+) (\S+)A(\S+) \S+ 0 (\d) 1 (\S+) (\S+)L(\S+) (\S+)A\S+ \S+ 0 \d 0 \S+ \S+Z", segment.attrib["d"]
        ).groups()
    )
    turn = (atan2(y2, x2) - atan2(y1, x1)) % (2 * pi)
    assert (turn > pi) == bool(big)
    return turn / 2 * (outer**2 - hypot(x3, y3) ** 2)


def gold_share(picture: ElementTree.Element) -> float:
    segments = [path for path in picture.iter(f"{SVG}path") if "unit" in path.get("class", "").split()]
    gold = sum(area(path) for path in segments if "signed" in path.attrib["class"].split())
    return gold / sum(area(path) for path in segments)


@settings(max_examples=120)
@given(st.integers(1, 1000).flatmap(lambda n: st.lists(st.booleans(), min_size=n, max_size=n)))
@example([True] + [False] * 80)
@example([False] * 41 + [True] * 40)
@example([True] * 300)
@example([True] * 17 + [False] * 284)
@example([False])
@example([True] * 1000)
def test_gold_area_is_the_share_that_has_signed(signed):
    assert gold_share(drawn(a_bloc(signed))) == pytest.approx(sum(signed) / len(signed), abs=0.01)


@settings(max_examples=60)
@given(st.integers(1, 400), st.data())
def test_two_blocs_of_one_size_weigh_the_same(count, data):
    first, second = (data.draw(st.lists(st.booleans(), min_size=count, max_size=count)) for _ in range(2))
    share = sum(first + second) / (2 * count)
    assert gold_share(drawn(a_bloc(first), a_bloc(second))) == pytest.approx(share, abs=0.01)


def test_star_lights_with_the_last_signature_only():
    def star(*blocs: Bloc) -> list[str]:
        return drawn(*blocs).find(f"{SVG}polygon").attrib["class"].split()

    assert star(a_bloc([True, True]), a_bloc([True, False])) == ["star"]
    assert star(a_bloc([True, True]), a_bloc([True, True])) == ["star", "lit"]
    assert star() == ["star"]


@pytest.mark.parametrize(
    ("units", "shown"), [(11, "Hải Dương"), (12, "Hải Dương"), (13, "D0"), (24, "D0"), (25, None), (80, None)]
)
def test_segments_hold_names_up_to_twelve_codes_up_to_twenty_four_and_nothing_above(units, shown):
    texts = [text.text for text in drawn(a_bloc([False] * units)).iter(f"{SVG}text")]
    assert texts[:1] == ([shown] if shown else [])
    assert len(texts) == (units if shown else 0)


@pytest.mark.parametrize(("units", "rings"), [(80, 1), (81, 2), (160, 2), (161, 3), (300, 4), (301, 1), (1000, 1)])
def test_a_large_bloc_takes_several_rings_and_a_huge_one_a_single_counted_ring(units, rings):
    picture = drawn(a_bloc([True] * units))
    segments = [path for path in picture.iter(f"{SVG}path") if "unit" in path.get("class", "").split()]
    radii = {re.search(r"A(\S+) ", path.attrib["d"])[1] for path in segments}
    assert len(radii) == rings
    assert [text.text for text in picture.iter(f"{SVG}text")] == ([f"{units}/{units}"] if units > 300 else [])


def test_a_name_too_long_for_its_segment_gives_way_to_the_code():
    picture = drawn(a_bloc([False] * 12, label="Thi hành án dân sự tỉnh Vĩnh Phúc"))
    assert next(picture.iter(f"{SVG}text")).text == "D0"


def test_each_segment_says_who_it_is_and_whether_it_has_signed():
    picture = drawn(a_bloc([True, False]))
    told = [title.text for title in picture.iter(f"{SVG}title")]
    assert told == ["Sở Tư pháp: Đơn vị 0, đã ký", "Sở Tư pháp: Đơn vị 1, chưa ký"]


def test_names_are_text_and_never_markup():
    bloc = Bloc("<b>Khối</b>", (Unit("<i>", "&", '"Sở" & <script>', False),))
    text = str(drum([bloc], WORDS))
    assert "<script" not in text
    assert '<b>Khối</b>: "Sở" & <script>, chưa ký' in unescape(text)


def test_drawing_holds_no_style_and_no_script():
    text = str(drum([a_bloc([True, False] * 11), a_bloc([True] * 301)], WORDS))
    assert re.search(r"\sstyle=|<style|<script|\son\w+=|javascript:", text) is None


def test_a_bloc_without_units_is_left_out():
    assert drawn(a_bloc([True]), Bloc("Khối trống", ())).find(f"{SVG}polygon").attrib["class"] == "star lit"
