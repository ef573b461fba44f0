"""Answers of large sweeps on disk: whole, whoever else writes or tidies at the same time."""

import numpy as np

from thidua.figures.sweeps.parts import ANSWERS_KEPT, _make_room, _written_at
from thidua.figures.sweeps.swept import Swept


def an_answer(people: int) -> Swept:
    keys = np.arange(people, dtype=np.int64)
    return Swept(keys, {"LDTT": np.zeros(people, dtype=np.uint8)}, keys, keys)


def test_of_two_who_keep_one_part_at_once_each_writes_a_whole_one(tmp_path, monkeypatch):
    file, save, between = tmp_path / "0.npz", np.savez, []

    def interrupted(out, **arrays):
        save(out, **arrays)
        if not between:
            between.append(file)
            an_answer(3).keep(file)
            assert len(Swept.kept(file).people) == 3

    monkeypatch.setattr(np, "savez", interrupted)
    an_answer(5).keep(file)
    assert len(Swept.kept(file).people) == 5
    assert list(tmp_path.iterdir()) == [file]


def test_room_is_made_though_another_process_has_made_some(tmp_path):
    for number in range(ANSWERS_KEPT + 2):
        (tmp_path / str(number)).mkdir()
    _make_room(tmp_path / "new")
    assert len(list(tmp_path.iterdir())) == ANSWERS_KEPT
    assert (tmp_path / "new").is_dir()
    assert _written_at(tmp_path / "gone") == 0
