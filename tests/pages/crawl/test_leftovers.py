"""The tools of the crawl on small planted pages: what they must find, and what they must let pass."""

import pytest
from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext

from tests.pages.crawl.leftovers import left_over
from tests.pages.crawl.pseudo import everything_marked, marked, readable
from tests.pages.crawl.reading import read

DATA = frozenset({"STP Nam Định", "Quý IV (đến 31/10)", "cuộc"})


def found_on(page: str) -> list[str]:
    return [part for piece in read(page).pieces for part in left_over(piece, DATA)]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (f"<p>{marked('Đã ký')}</p>", []),
        ("<p>Đã ký</p>", ["Đã ký"]),
        (f"<p>{marked('Đã ký')} lúc 9:12</p>", ["lúc 9:12"]),
        ("<button>Save</button>", ["Save"]),
        ('<input type="submit" value="Save">', ["Save"]),
        ('<input value="Save">', []),
        ("<textarea>Bão số 1</textarea>", []),
        ('<img alt="Drum">', ["Drum"]),
        ('<a lang="vi">STP Nam Định</a>', []),
        ('<ul lang="vi"><li><b>STP Nam Định</b></li></ul>', []),
        ("<a>STP Nam Định</a>", ["STP Nam Định"]),
        ("<title>Quý IV (đến 31/10), STP Nam Định</title>", []),
        ("<title>Quý IV, STP Nam Định</title>", ["Quý IV, STP Nam Định"]),
        (f'<p aria-label="{marked("Kết quả")}: STP Nam Định"></p>', []),
        (f"<p>{marked('Mới có')} 12,5 cuộc, 43/QĐ-UBND</p>", []),
        (f"<p>{marked('Mới có')} 12 việc</p>", ["12 việc"]),
        ("<code>39fe bf80 283c</code>", []),
        ("<code>bead cafe</code>", ["bead cafe"]),
        ("<script>const save = 1</script><style>p {color: red}</style>", []),
        (f"<p><b>{marked('Đã ký')}</p><p>Save</p>", ["Save"]),
        ('<p lang="vi">Ký<br>rồi</p><p>Save</p>', ["Save"]),
    ],
)
def test_what_was_never_translated_is_found_and_marked_data_are_not(page, found):
    assert found_on(page) == found


def test_data_in_the_pages_own_language_may_stand_alone():
    [piece] = read("<td>Main tasks</td>").pieces
    assert left_over(piece, DATA) == ["Main tasks"]
    assert left_over(piece, DATA, frozenset({"Main tasks"})) == []


def test_every_way_of_translating_marks_and_says_what_was_asked():
    with everything_marked("en") as asked, translation.override("en"):
        told = [gettext("Đã ký {n} %(name)s <b>ngay</b>"), pgettext("thư", "Gửi"), ngettext("một", "nhiều", 2)]
    assert [readable(text) for text in told] == ["Đã ký {n} %(name)s <b>ngay</b>", "Gửi", "nhiều"]
    assert [text for page in told for text in found_on(page)] == []
    assert asked == {"Đã ký {n} %(name)s <b>ngay</b>", "thư\x04Gửi", "nhiều"}
    with translation.override("en"):
        assert readable(gettext("Hôm nay")) == gettext("Hôm nay") == "Today"
