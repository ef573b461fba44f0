"""The PDF of a Word file by LibreOffice Writer, where the installation has it."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from thidua.core.answer import refuse

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 60


def has_converter() -> bool:
    """Whether LibreOffice is there; that it lacks Writer is found when it converts."""
    return _program() is not None


def pdf_of_word(content: bytes) -> bytes:
    """Converted in a folder of its own. Raises NotPossible where LibreOffice is not there or gives nothing."""
    if (program := _program()) is None:
        raise refuse("paper.no_converter")
    with tempfile.TemporaryDirectory(prefix="thidua-") as folder:
        word = Path(folder) / "van-ban.docx"
        word.write_bytes(content)
        _convert(program, word)
        made = word.with_suffix(".pdf")
        if not made.is_file():
            raise refuse("paper.not_converted")
        return made.read_bytes()


def _convert(program: str, word: Path) -> None:
    settings = f"-env:UserInstallation={(word.parent / 'settings').as_uri()}"
    quiet = ("--headless", "--norestore", "--nolockcheck", settings)
    command = [program, *quiet, "--convert-to", "pdf", "--outdir", str(word.parent), str(word)]
    try:
        subprocess.run(command, capture_output=True, check=False, timeout=SECONDS)
    except (subprocess.TimeoutExpired, OSError) as trouble:
        raise refuse("paper.not_converted") from trouble


def _program() -> str | None:
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)
