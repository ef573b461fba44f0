"""What offices write for titles and forms of commendation is understood; what nobody writes is not guessed."""

import pytest

from thidua.base.law import called, register
from thidua.core.law.history import Kind


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("LĐTT", "LDTT"),
        ("CSTĐCS", "CSTDCS"),
        ("Chiến sỹ thi đua cấp cơ sở", "CSTDCS"),
        ("CSTĐ cấp Bộ", "CSTD_BO"),
        ("CSTĐ toàn quốc", "CSTDTQ"),
        ("BKTTg", "BK_TTG"),
        ("Bằng khen của Thủ tướng", "BK_TTG"),
        ("Bằng khen Bộ trưởng Bộ Tư pháp", "BK_BO"),
        ("BK UBND tỉnh", "BK_BO"),
        ("Giấy khen Giám đốc Sở", "GK"),
        ("HCLĐ hạng III", "HCLD_BA"),
        ("Huân chương Lao động hạng 2", "HCLD_NHI"),
        ("KNC Vì sự nghiệp Tư pháp", "KNC"),
        ("Công nhận", None),
        ("HTXS", None),
        ("Tập thể LĐXS", None),  # of collectives
    ],
)
def test_awards_of_people_are_known_by_what_offices_write(text, code):
    found = called().award(text, Kind.INDIVIDUAL)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(("text", "code"), [("TTLĐXS", "TTLDXS"), ("Cờ thi đua Bộ", "CO_BO"), ("Cờ TĐCP", "CO_CP")])
def test_awards_of_collectives_too(text, code):
    found = called().award(text, Kind.COLLECTIVE)
    assert found is not None
    assert found.code == code


def test_every_name_and_code_of_the_register_means_its_own_award():
    for award in register().values():
        for text in (award.code, award.name.vi):
            assert called().award(text, award.to[0]) == award


def test_a_slip_is_told_with_what_is_nearest():
    assert called().award("CSTĐCSS", Kind.INDIVIDUAL) is None
    assert called().near("CSTĐCSS", Kind.INDIVIDUAL)[0].code == "CSTDCS"
