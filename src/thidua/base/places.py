"""The only module that knows folders: the library of data files, the data of this installation."""

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
REPOSITORY = PACKAGE.parents[1]


def is_checkout() -> bool:
    """Whether the program runs out of its repository rather than out of an installed wheel."""
    return PACKAGE.parent.name == "src" and (REPOSITORY / "pyproject.toml").is_file()


def library(name: str) -> Path:
    """A folder of the library: law, calendar, scoresheets, rights, campaigns, papers, trust, demo."""
    return (REPOSITORY if is_checkout() else PACKAGE / "_data") / name


def data_folder() -> Path:
    """Where this installation keeps database and files: THIDUA_DATA, else var/ or the user's data folder."""
    if named := os.environ.get("THIDUA_DATA"):
        return Path(named).expanduser().resolve()
    if is_checkout():
        return REPOSITORY / "var"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "thidua"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "thidua"


def files_folder() -> Path:
    """Where files that people hand in are kept, by their hash."""
    return data_folder() / "files"


def sweeps_folder() -> Path:
    """Where answers of large sweeps are kept until the journal goes on."""
    return data_folder() / "sweeps"


def catalogues() -> list[Path]:
    """The rooms' own gettext catalogues."""
    return sorted(PACKAGE.glob("**/locale"))
