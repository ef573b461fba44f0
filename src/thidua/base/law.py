"""The law as this installation has it: the library's texts, and those of the folder that THIDUA_LAW_DIR names."""

import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from thidua.base import places
from thidua.core.answer import Sentence, refuse
from thidua.core.law.assembly import LawError, library_of
from thidua.core.law.called import Called, called_of
from thidua.core.law.library import Library
from thidua.core.law.register import Register, register_of
from thidua.core.law.standard import Standard
from thidua.core.read import read_table

CASES = re.compile(r"^cases:", re.MULTILINE)


@cache
def register() -> Register:
    """The awards in law/register.yaml. Raises core.read's error with the line."""
    return register_of(read_table((places.library("law") / "register.yaml").read_text(encoding="utf-8")))


@cache
def called() -> Called:
    """What offices call the awards, by law/called.yaml. Raises core.read's error with the line."""
    table = read_table((places.library("law") / "called.yaml").read_text(encoding="utf-8"))
    return called_of(table, register())


@cache
def law() -> Library:
    """All texts. Raises NotPossible with the first fault of their files; once it is mended, it is read anew."""
    try:
        return library_with()
    except LawError as wrong:
        file, fault = wrong.faults[0]
        raise refuse("law.files_are_wrong", file=file, fault=fault) from wrong


def library_with(*folders: Path) -> Library:
    """The law with the texts of other folders beside it, such as a draft. Raises LawError."""
    return library_of(files_in(places.library("law"), *_own_folders(), *folders), register())


def library_drafted(files: Mapping[str, str]) -> Library:
    """The law with texts that stand in no folder, by folder and name. Raises LawError."""
    return library_of({**files_in(places.library("law"), *_own_folders()), **files}, register(), drafts=files)


def rule_file(standard: Standard) -> str:
    """The file of a standard as it was written, without its worked cases."""
    folders = [folder / standard.file for folder in (places.library("law"), *_own_folders())]
    return CASES.split(_read(next(file for file in reversed(folders) if file.is_file())), maxsplit=1)[0]


def files_in(*folders: Path) -> Mapping[str, str]:
    """The files of texts by folder and name; a text that stands in a later place is the one that counts.

    Raises LawError for a folder in which no text's folder stands, and for a file that cannot be read.
    """
    found: dict[str, dict[str, str]] = {}
    for folder in folders:
        of_texts = sorted({file.parent for file in folder.glob("*/*.yaml")})
        if not of_texts:
            raise LawError([(str(folder), Sentence("law.no_texts_here", folder=str(folder)))])
        for text in of_texts:
            found[text.name] = {file.name: _read(file) for file in sorted(text.glob("*.yaml"))}
    return {f"{code}/{name}": text for code, inside in found.items() for name, text in inside.items()}


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise LawError([(str(file), Sentence("read.character", line=1))]) from None


def _own_folders() -> list[Path]:
    named = os.environ.get("THIDUA_LAW_DIR", "")
    return [Path(one).expanduser() for one in named.split(os.pathsep) if one]
