"""Marks of secrets and of people's numbers: found where they stand, not where they are only talked about."""

import pytest

from thidua.base.library import marks
from thidua.core.marks import personal_numbers, secret_mark


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("MẬT", "MẬT"),
        ("  TỐI MẬT  ", "TỐI MẬT"),
        ("[TUYỆT MẬT]", "TUYỆT MẬT"),
        ("Độ mật: Tối mật", "TỐI MẬT"),
        ("MA\u0302\u0323T", "MẬT"),  # letter and marks apart, as some scanners write it
        ("Phổ biến Luật Bảo vệ bí mật nhà nước: độ MẬT, TỐI MẬT, TUYỆT MẬT", ""),
        ("Tối mật", ""),
        ("BẢO MẬT", ""),
        ("Mật độ dân số: 300 người/km2", ""),
        ("Độ mật: không", ""),
    ],
)
def test_a_stamp_counts_where_it_stands_alone(line, stamp):
    assert secret_mark(["Báo cáo quý I", line, "Nơi nhận:"], marks()) == stamp


def seen(*lines: str) -> dict[str, tuple[int, str]]:
    return {one.kind.code: (one.count, one.first) for one in personal_numbers(lines, marks())}


def test_identity_numbers_are_counted_once_each_and_told_half_hidden():
    assert seen("Nguyễn Văn A, 022085001234", "Trần Thị B: 022085001234; 001 085 005 678") == {"citizen": (2, "022…34")}


@pytest.mark.parametrize(
    "line",
    [
        "Kinh phí 123456789 đồng",
        "Số 022085001234/QĐ-UBND",
        "Tổng 1.234.567.890 đồng",
        "Liên hệ 0912345678, 0912345679",
        "Ngày 12.05.2016 và 13.05.2016",
        "122085001234",
    ],
)
def test_what_only_looks_like_a_number_of_a_person_is_none(line):
    assert seen(line) == {}


def test_a_number_of_nine_figures_counts_near_the_words_for_it():
    assert seen("Họ tên, CMND", "Nguyễn Văn A, 100123456") == {"identity": (1, "100…56")}


def test_a_list_of_telephone_numbers_is_told_and_a_few_are_not():
    numbers = [f"09123456{n:02}" for n in range(6)]
    assert seen(*numbers[:4]) == {}
    assert seen(*numbers) == {"phone": (6, "091…00")}
