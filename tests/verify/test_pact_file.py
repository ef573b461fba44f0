import json
import os
import subprocess
import sys

import pytest

from thidua.core.pact import FORMAT, seal
from thidua.core.texts import text_hash
from thidua.verify.pact import check_pact


def a_file() -> dict:
    text = "GIAO ƯỚC\n"
    signature = {"unit": "STP-ND", "name": "Sở Tư pháp tỉnh Nam Định", "kind": "internal", "text_hash": text_hash(text)}
    record = {"format": FORMAT, "text": text, "text_hash": text_hash(text), "signatures": [signature]}
    return record | {"seal": seal(record)}


def test_a_whole_file_gives_the_codes_to_compare_with_the_paper():
    whole, said = check_pact(json.dumps(a_file()))
    assert whole
    assert (
        said.splitlines()[0]
        == "The pact is whole: 1 signatures: 1 confirmed in the system, which is no digital signature."
    )


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "thidua-pact-1"}', "không phải JSON"])
def test_what_is_no_pact_is_refused_in_a_sentence(text):
    whole, said = check_pact(text)
    assert not whole
    assert said.endswith(".")


def test_a_changed_text_is_found():
    whole, said = check_pact(json.dumps(a_file() | {"text": "KHÁC\n"}))
    assert (whole, said) == (False, "The text does not fit the hash that it states.")


def test_the_command_needs_neither_database_nor_settings(tmp_path):
    file = tmp_path / "pact.json"
    file.write_text(json.dumps(a_file()), encoding="utf-8")
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("THIDUA", "DJANGO"))}
    code = "import sys; from thidua.cli import main; sys.exit(main(sys.argv[1:]))"
    ran = subprocess.run(
        [sys.executable, "-c", code, "verify", "pact", str(file)],
        env=bare | {"THIDUA_DATA": str(tmp_path / "nothing")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert not (tmp_path / "nothing").exists()
