"""Files lie on disk once, whole, under the hash of their bytes."""

import hashlib

import pytest

from tests.factories.files import PDF, a_png
from tests.factories.seasons import BUILDER, NOON, a_key
from thidua.base import places
from thidua.base.wording import say
from thidua.core.answer import NotPossible
from thidua.records.files.models import StoredFile
from thidua.records.files.queries import read_file
from thidua.records.files.steps import keep_file
from thidua.records.files.vault import path_of
from thidua.records.journal.actions import act

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path))
    return tmp_path


def names_on_disk() -> list[str]:
    return sorted(file.name for file in places.files_folder().rglob("*") if file.is_file())


def test_a_kept_file_is_read_back_byte_for_byte():
    stored = keep_file(name="báo cáo.pdf", content=PDF, at=NOON)
    with read_file(stored) as file:
        assert file.read() == PDF
    assert (stored.name, stored.kind, stored.size_bytes) == ("báo cáo.pdf", "application/pdf", len(PDF))
    assert names_on_disk() == [stored.sha256] == [hashlib.sha256(PDF).hexdigest()]


def test_the_same_bytes_lie_on_disk_once_under_every_name_they_have():
    first = keep_file(name="a.pdf", content=PDF, at=NOON)
    second = keep_file(name="b.pdf", content=PDF, at=NOON)
    assert first.sha256 == second.sha256
    assert first.public_id != second.public_id
    assert names_on_disk() == [first.sha256]


def test_a_form_sent_twice_keeps_one_row():
    assert keep_file(name="a.pdf", content=PDF, at=NOON) == keep_file(name="a.pdf", content=PDF, at=NOON)
    assert StoredFile.objects.count() == 1


def test_a_refused_file_leaves_nothing():
    with pytest.raises(NotPossible):
        keep_file(name="a.exe", content=b"MZ", at=NOON)
    assert StoredFile.objects.count() == 0
    assert not places.files_folder().exists()


def test_half_a_file_of_an_earlier_power_cut_is_written_anew():
    place = path_of(hashlib.sha256(PDF).hexdigest())
    place.parent.mkdir(parents=True)
    place.write_bytes(PDF[:10])
    with read_file(keep_file(name="a.pdf", content=PDF, at=NOON)) as file:
        assert file.read() == PDF


def test_a_disk_that_refuses_is_told_with_a_sentence_and_leaves_no_row(own_folder):
    (own_folder / "files").write_text("a file where the folder should be")
    with pytest.raises(NotPossible) as caught:
        keep_file(name="a.pdf", content=PDF, at=NOON)
    assert "kho tệp của máy chủ không ghi được" in say(caught.value.sentences[0])
    assert StoredFile.objects.count() == 0


def test_a_file_that_the_disk_has_lost_is_told_with_a_sentence():
    stored = keep_file(name="a.png", content=a_png(), at=NOON)
    path_of(stored.sha256).unlink()
    with pytest.raises(NotPossible) as caught:
        read_file(stored)
    assert "Không đọc được tệp “a.png” trong kho" in say(caught.value.sentences[0])


def test_no_act_keeps_a_file_within_its_transaction():
    @act
    def careless(*, by, at, key):
        return keep_file(name="a.pdf", content=PDF, at=at)

    with pytest.raises(RuntimeError, match="before the act"):
        careless(by=BUILDER, at=NOON, key=a_key())
