"""Reading stored files."""

from typing import BinaryIO

from thidua.core.answer import refuse
from thidua.records.files.models import StoredFile
from thidua.records.files.vault import path_of


def read_file(stored: StoredFile) -> BinaryIO:
    """The bytes, open for reading. Raises NotPossible if the disk has lost them (a restore without its files)."""
    try:
        return path_of(stored.sha256).open("rb")
    except FileNotFoundError as trouble:
        raise refuse("file.lost", name=stored.name) from trouble
