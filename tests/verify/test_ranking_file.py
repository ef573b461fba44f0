import json
import os
import subprocess
import sys

import pytest

from tests.factories.scores import DECEMBER, a_season_verifying, verified
from tests.factories.seasons import a_key
from thidua.records.scores.actions import exclude_unit, lock_ranking
from thidua.records.scores.models import Ranking
from thidua.records.scores.queries import record_of
from thidua.records.seasons.models import Membership
from thidua.verify.ranking import check_ranking


@pytest.fixture
def record(db):
    world = a_season_verifying()
    verified(world)
    member = Membership.objects.get(unit=world.units[2])
    exclude_unit(member, reason="Kỷ luật", shown=None, by=world.secretary, at=DECEMBER, key=a_key())
    lock_ranking(world.bloc, by=world.head, at=DECEMBER, key=a_key())
    return record_of(Ranking.objects.get())


def test_a_locked_ranking_is_whole_and_gives_the_codes(record):
    whole, said = check_ranking(json.dumps(record))
    assert whole
    assert said.splitlines()[0] == "The ranking is whole: 3 units."


def test_a_later_name_of_a_unit_leaves_the_file_as_it_was(record):
    Membership.objects.update(name="Tên mới")
    assert record_of(Ranking.objects.get()) == record


def test_a_raised_total_is_found(record):
    record["places"][-1]["total"] = "500"
    assert check_ranking(json.dumps(record)) == (False, "Places and totals do not fit the seal.")


def test_units_that_changed_places_are_found(record):
    first, second = record["places"][:2]
    first["total"], second["total"] = "10", "20"
    whole, said = check_ranking(json.dumps(record))
    assert (whole, said) == (False, f"The place of {second['name']} does not follow from the totals.")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "thidua-ranking-1"}', "không phải JSON"])
def test_what_is_no_ranking_is_refused_in_a_sentence(text):
    whole, said = check_ranking(text)
    assert not whole
    assert said == "This is not the file of a ranking."


def test_a_total_that_is_no_number_is_refused_in_a_sentence(record):
    record["places"][1]["total"] = "1/0"
    assert check_ranking(json.dumps(record)) == (False, "This is not the file of a ranking.")


def test_the_command_needs_neither_database_nor_settings(record, tmp_path):
    file = tmp_path / "ranking.json"
    file.write_text(json.dumps(record), encoding="utf-8")
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("THIDUA", "DJANGO"))}
    code = "import sys; from thidua.cli import main; sys.exit(main(sys.argv[1:]))"
    ran = subprocess.run(
        [sys.executable, "-c", code, "verify", "ranking", str(file)],
        env=bare | {"THIDUA_DATA": str(tmp_path / "nothing")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert not (tmp_path / "nothing").exists()
