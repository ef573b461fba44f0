"""Forms of registration that came back: read, entered for the unit, taken back until the signing opens."""

import pytest

from tests.factories.results import a_season_of_results
from tests.factories.returned import a_good_form, a_good_registration, a_read_drop_of_registrations
from tests.factories.seasons import NOON, World, a_key
from thidua.base.wording import say
from thidua.core.answer import NotPossible
from thidua.records.conduct.actions.applying import apply_import, undo_import
from thidua.records.runs.models import Run
from thidua.records.seasons.actions.pacts import open_signing, write_pact


@pytest.fixture
def world(db) -> World:
    return a_season_of_results(3)


def read(world: World, *places: int, **other: object) -> Run:
    forms = {f"{place}.xlsx": a_good_registration(world, place, **other) for place in places}
    return a_read_drop_of_registrations(world, forms, at=NOON)


def said_of(run: Run) -> list[str]:
    return [" ".join(filter(None, (fault.cell, say(fault.sentence)))) for fault in run.files.get().told_faults]


def act(world: World) -> dict[str, object]:
    return {"by": world.secretary, "at": NOON, "key": a_key()}


def registered(world: World, place: int, code: str) -> object:
    return world.sheet(place).lines.get(indicator__code=code).registered


def test_registrations_are_entered_as_signed_on_the_paper_and_put_back(world):
    run = apply_import(read(world, 1, 2, F12="38,5", I12="x", H12="Tăng địa bàn"), without_faulty=False, **act(world))
    line = world.sheet(1).lines.get(indicator__code="cuoc")
    assert (world.sheet(1).state, line.registered, str(line.last_year), line.reason) == (
        "signed", 40, "77/2", "Tăng địa bàn",
    )  # fmt: skip
    undo_import(run, reason="Thả nhầm", **act(world))
    assert (world.sheet(1).state, registered(world, 1, "cuoc")) == ("draft", None)


def test_a_line_without_a_figure_and_a_word_that_is_none_are_told(world):
    assert said_of(read(world, 1, G12=None, G15="cố gắng")) == [
        "G12 Số cuộc tuyên truyền: chưa có mức đăng ký. Ghi mức đơn vị đăng ký.",
        "G15 “cố gắng”: ghi “đạt” hoặc “chưa đạt”.",
    ]


def test_a_form_of_results_is_no_form_of_registration(world):
    run = a_read_drop_of_registrations(world, {"a.xlsx": a_good_form(world)}, at=NOON)
    assert said_of(run) == [
        "Đây là biểu khác, hoặc biểu của bản cũ. Tải biểu hiện hành, chép số liệu sang rồi thả lại."
    ]


def test_once_the_signing_has_opened_what_was_entered_stays(world):
    run = apply_import(read(world, 0, 1, 2), without_faulty=False, **act(world))
    pact = write_pact(world.bloc, preamble="GIAO ƯỚC", place="Vĩnh Phúc", seen_version=1, **act(world))
    open_signing(pact, **act(world))
    with pytest.raises(NotPossible) as caught:
        undo_import(run, reason="Thả nhầm", **act(world))
    assert [say(sentence) for sentence in caught.value] == [
        "Chưa rút được: số liệu của đợt này đã được dùng tiếp.", "Giao ước đã mở ký với các mức này."
    ]  # fmt: skip
