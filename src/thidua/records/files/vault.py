"""Files on disk by the hash of their bytes: written beside, made sure of, then put in place in one step."""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import BinaryIO

from thidua.base import places

STEP = 1 << 20


def path_of(sha256: str) -> Path:
    return places.files_folder() / sha256[:2] / sha256


def put(content: BinaryIO) -> str:
    """Keep the bytes; gives their SHA-256 as hexadecimal digits. The same bytes lie on disk once.

    After it returns the file survives a loss of power. Raises OSError when the disk is full: nothing is left.
    """
    folder = places.files_folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, beside = tempfile.mkstemp(dir=folder, prefix="incoming-")
    try:
        with os.fdopen(handle, "wb") as file:
            sha256 = _copied(content, file)
        place = path_of(sha256)
        if place.exists() and place.stat().st_size == os.path.getsize(beside):
            return sha256
        place.parent.mkdir(exist_ok=True, mode=0o700)
        os.replace(beside, place)
        _sure(place.parent)
        _sure(folder)
        return sha256
    finally:
        Path(beside).unlink(missing_ok=True)


def _copied(content: BinaryIO, file: BinaryIO) -> str:
    digest = hashlib.sha256()
    content.seek(0)
    while step := content.read(STEP):
        digest.update(step)
        file.write(step)
    file.flush()
    os.fsync(file.fileno())
    return digest.hexdigest()


def _sure(folder: Path) -> None:
    """The folder's own list of names on disk; Windows does it by itself and cannot open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
