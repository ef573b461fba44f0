"""The pins of requirements/: hashed, without an address, the same in all three files."""

import re
import tomllib

import pytest

from scripts import lock
from thidua.base.places import REPOSITORY

A_HASH = "--hash=sha256:" + "0" * 64


def pinned(name: str) -> dict[str, str]:
    text = (REPOSITORY / "requirements" / f"{name}.txt").read_text()
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", text, flags=re.MULTILINE))


def asked(name: str) -> set[str]:
    """The names in an .in file, without extras and bounds."""
    lines = (REPOSITORY / "requirements" / f"{name}.in").read_text().splitlines()
    return {re.split(r"[\[<>=]", line)[0] for line in lines if line and line[0] not in "#-"}


@pytest.mark.parametrize("name", [*lock.NAMES, *lock.BESIDE])
def test_pins_have_hashes_and_no_address(name):
    assert lock.faults((REPOSITORY / "requirements" / f"{name}.txt").read_text()) == []


@pytest.mark.parametrize("name", [*lock.NAMES, *lock.BESIDE])
def test_everything_asked_for_is_pinned(name):
    assert asked(name) <= set(pinned(name))


@pytest.mark.parametrize(("smaller", "larger"), [("run", "dev"), ("dev", "bench")])
def test_the_larger_file_holds_the_smaller_with_the_same_versions(smaller, larger):
    assert pinned(smaller).items() <= pinned(larger).items()


def test_the_wheel_asks_for_what_run_in_asks_for():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    of_the_wheel = {re.split(r"[\[<>=]", name)[0] for name in project["dependencies"]}
    assert asked("run") - of_the_wheel == {"hatchling", "import-linter"}
    assert of_the_wheel <= asked("run")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (f"django==5.2 \\\n    {A_HASH}\n", None),
        (f"django==5.2 ; python_version < '3.12' \\\n    {A_HASH}\n    # via -r run.in\n", None),
        ("django==5.2\n", "no hash: django==5.2"),
        (f"django>=5.2 \\\n    {A_HASH}\n", "not pinned: django>=5.2"),
        ("--index-url somewhere\n", "an address or an option: --index-url"),
        ("# from https://example.org/simple\n", "an address stands inside"),
    ],
)
def test_what_the_check_of_pins_refuses(text, fault):
    assert lock.faults(text) == ([] if fault is None else [fault])
