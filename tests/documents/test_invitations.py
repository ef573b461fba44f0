"""Letters that ask units in: a sheet each, with the code, the address and the day, in one family of type."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.factories.beginnings import a_beginner, a_begun_region, again, an_applied_list
from tests.factories.seasons import NOON, TODAY, a_key
from thidua.core.workflow.inviting import as_read
from thidua.documents.invitations import Letter, letters_of
from thidua.records.directory.models import Person, Unit
from thidua.records.papers.steps.official import begin_paper
from thidua.records.seasons.actions.invitations import invite_units
from thidua.records.seasons.models import Season, UnitInvitation
from thidua.records.seasons.queries.invitations import code_of

MILLIMETRE, MARGIN, HOME = 72 / 25.4, 30, "https://thidua.example.vn"


@pytest.fixture(name="season")
def a_season_asked_in(db) -> Season:
    by = a_beginner()
    an_applied_list(by)
    season = a_begun_region(by)
    units = list(Unit.objects.exclude(code="STP-ND").order_by("pk"))
    invite_units(season, units=units, by=again(by), at=NOON, key=a_key())
    return season


def letters_to(season: Season) -> tuple[list[Letter], PdfReader]:
    asked = [(one, code_of(one)) for one in UnitInvitation.objects.order_by("pk")]
    letters = [Letter(one, as_read(code), f"{HOME}/vao/{code}") for one, code in asked]
    return letters, PdfReader(BytesIO(letters_of(season, letters, home=HOME, on=TODAY, at=NOON)))


@pytest.fixture(name="letters")
def the_letters(season) -> tuple[list[Letter], PdfReader]:
    return letters_to(season)


def words(page) -> str:
    return " ".join(page.extract_text().split())


def test_every_unit_has_its_own_sheet_with_its_own_code(letters):
    asked, pdf = letters
    assert len(pdf.pages) == len(asked) == 2
    for letter, page in zip(asked, pdf.pages, strict=True):
        text = words(page)
        assert letter.code in text
        assert f"Kính gửi: {letter.invitation.unit.name}" in text
        assert "https://thidua.example.vn/vao rồi gõ mã" in text
        assert [other.code in text for other in asked if other is not letter] == [False]


def test_a_sheet_names_day_head_and_officer_as_far_as_they_are_known(letters):
    _, pdf = letters
    first, second = map(words, pdf.pages)
    assert "(Đồng chí Trần Thu Hà)" in first
    assert "Đồng chí" not in second
    for text in (first, second):
        assert "SỞ TƯ PHÁP" in text
        assert "Nam Định, ngày tháng năm GIẤY MỜI" in text  # the clerk writes the day
        assert "đến hết ngày 03/4/2016" in text
        assert "TM. KHU VỰC THỬ TRƯỞNG KHU VỰC Vũ Đình Khang" in text


def test_a_sheet_says_where_to_sign_in_and_who_helps(letters):
    for text in map(words, letters[1].pages):
        assert f"3. Từ lần sau mở {HOME}, bấm Đăng nhập" in text
        assert "Cần giúp: đ/c Phạm Thị Thư (bộ phận thường trực)." in text


def test_known_addresses_of_who_helps_stand_beside_the_name(season):
    Person.objects.filter(full_name="Phạm Thị Thư").update(email="thu@example.vn")
    assert "đ/c Phạm Thị Thư, thu@example.vn (bộ phận thường trực)." in words(letters_to(season)[1].pages[0])


def test_it_is_signed_as_the_seasons_plan_is(season):
    paper = begin_paper(season.public_id, "ke-hoach", season.public_id, 1, filled={}, typed={}, at=NOON)
    paper.signer, paper.signer_title = "Lê Văn Phó", "Phó Trưởng Khu vực"
    paper.save()
    text = words(letters_to(season)[1].pages[0])
    assert "TM. KHU VỰC THỬ KT. TRƯỞNG KHU VỰC PHÓ TRƯỞNG KHU VỰC Lê Văn Phó" in text


def test_one_family_of_type_on_a4_with_the_decrees_left_margin(letters):
    _, pdf = letters
    for page in pdf.pages:
        fonts = {font.get_object()["/BaseFont"].partition("+")[2] for font in page["/Resources"]["/Font"].values()}
        assert {name.partition("-")[0] for name in fonts} == {"Tinos"}
        assert [round(float(edge) / MILLIMETRE) for edge in page.mediabox[2:]] == [210, 297]
        edges: list[float] = []
        page.extract_text(
            visitor_text=lambda text, cm, tm, *_, edges=edges: (
                edges.append(tm[4] * cm[0] + cm[4]) if text.strip() else None
            )
        )
        assert min(edges) >= MARGIN * MILLIMETRE - 2
