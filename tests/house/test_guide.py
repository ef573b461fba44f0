"""The operator guide knows every setting, and no other."""

import re

from thidua.base.places import PACKAGE, REPOSITORY

OF_OUR_OWN_PROCESSES = {"THIDUA_SERVER"}  # by which the worker and the jobs know the command that started them


def test_every_setting_has_its_line_in_the_operator_guide():
    read = {name for file in PACKAGE.rglob("*.py") for name in re.findall(r"THIDUA_[A-Z_]+", file.read_text())}
    told = re.findall(r"^\| `(THIDUA_[A-Z_]+)` \|", (REPOSITORY / "docs" / "operating.md").read_text(), re.MULTILINE)
    assert len(told) == len(set(told))
    assert set(told) == read - OF_OUR_OWN_PROCESSES
