"""The built wheel, installed outside the tree, is the whole program."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from thidua.base.places import REPOSITORY

pytestmark = pytest.mark.apart


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(REPOSITORY)]
    subprocess.run(build, check=True, capture_output=True)
    (made,) = folder.glob("thidua-*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel; other packages are lent to it by path."""
    venv = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(venv / "bin" / "python")]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True)
    (site,) = venv.glob("lib/python*/site-packages")
    (site / "lent.pth").write_text(str(Path(pytest.__file__).parents[1]))
    return venv / "bin"


def run(program: Path, *arguments: str, data: Path) -> str:
    """What a program of the installed wheel says; it knows nothing of the checkout."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("THIDUA_", "DJANGO_"))}
    ran = subprocess.run(
        [program, *arguments],
        cwd=data,
        env=environment | {"THIDUA_DATA": str(data)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_the_wheel_carries_library_pages_and_catalogues(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    folders = [
        name
        for name in ("law", "calendar", "scoresheets", "rights", "campaigns", "papers", "trust", "demo")
        if (REPOSITORY / name).is_dir()
    ]
    data = {
        f"thidua/_data/{file.relative_to(REPOSITORY)}"
        for folder in folders
        for file in (REPOSITORY / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    source = REPOSITORY / "src" / "thidua"
    shown = {
        f"thidua/{file.relative_to(source)}"
        for pattern in ("pages/*/templates/**/*", "pages/*/static/**/*", "**/*.py")
        for file in source.glob(pattern)
        if file.is_file() and "__pycache__" not in file.parts
    }
    catalogues = {f"thidua/{file.relative_to(source).with_suffix('.mo')}" for file in source.rglob("*.po")}
    assert folders
    assert catalogues
    assert (data | shown | catalogues) - names == set()


def test_the_wheel_carries_nothing_of_tests_and_tools(wheel):
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"thidua"}


def test_the_installed_command_runs_from_the_wheel(installed, tmp_path):
    found = run(installed / "python", "-c", "import thidua; print(thidua.__file__)", data=tmp_path)
    assert Path(found.strip()).is_relative_to(installed.parent)
    assert "demo" in run(installed / "thidua", "--help", data=tmp_path)


@pytest.mark.parametrize("days", [("--day", "2016-03-04"), pytest.param((), marks=pytest.mark.long)])
def test_the_installed_command_fills_the_founding_season(installed, tmp_path, days):
    """Up to the morning of the signing; `make prove` plays both seasons whole."""
    run(installed / "thidua", "demo", "--no-serve", *days, data=tmp_path)
    assert list(tmp_path.glob("demo-*/thidua.sqlite3"))
