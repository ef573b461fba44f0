"""The PDF of a Word file by LibreOffice Writer, where the installation has it."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from thidua.base import places
from thidua.core.answer import refuse

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 60
LATER_SECONDS = 2  # the one who waits gives up first, and leaves no half of a file to be taken for a whole one
# A server has no Times New Roman: Tinos has its measures, and every Vietnamese letter. Liberation Serif, which
# LibreOffice would rather take where it finds it, lacks some of them.
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{ours}</dir>
  <cachedir>{cache}</cachedir>
  <selectfont><rejectfont><pattern>
    <patelt name="family"><string>Liberation Serif</string></patelt>
  </pattern></rejectfont></selectfont>
  <match target="pattern">
    <test name="family"><string>Times New Roman</string><string>Liberation Serif</string></test>
    <edit name="family" mode="append" binding="same"><string>Tinos</string></edit>
  </match>
</fontconfig>
"""


def has_converter() -> bool:
    """Whether LibreOffice is there; that it lacks Writer is found when it converts."""
    return _program() is not None


def pdf_of_word(content: bytes, *, seconds: float = SECONDS) -> bytes:
    """Converted in a folder of its own. Raises NotPossible where LibreOffice is not there, or gives nothing in time."""
    if (program := _program()) is None:
        raise refuse("paper.no_converter")
    with tempfile.TemporaryDirectory(prefix="thidua-", ignore_cleanup_errors=True) as folder:
        word = Path(folder) / "van-ban.docx"
        word.write_bytes(content)
        _convert(program, word, seconds)
        made = word.with_suffix(".pdf")
        if not made.is_file():
            raise refuse("paper.not_converted")
        return made.read_bytes()


def _convert(program: str, word: Path, seconds: float) -> None:
    """LibreOffice starts programs of its own: all stand in one session and end together when time is up."""
    settings = f"-env:UserInstallation={(word.parent / 'settings').as_uri()}"
    quiet = ("--headless", "--norestore", "--nolockcheck", settings)
    command = [*_limited(seconds), program, *quiet, "--convert-to", "pdf", "--outdir", str(word.parent), str(word)]
    silent = subprocess.DEVNULL
    try:
        running = subprocess.Popen(
            command, env=_surroundings(word.parent), start_new_session=True, stdin=silent, stdout=silent, stderr=silent
        )
    except OSError as trouble:
        raise refuse("paper.not_converted") from trouble
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired as trouble:
        raise refuse("paper.not_converted") from trouble
    finally:
        _end(running)


def _limited(seconds: float) -> list[str]:
    """A jobs process that is killed ends nobody: then `timeout` of the system ends the whole session a little later.

    The kernel's own word for it (PR_SET_PDEATHSIG) would reach the first program alone, and would have to be set
    between fork and exec of a process with threads. Where there is no `timeout`, nothing watches.
    """
    watch = shutil.which("timeout")
    return [watch, "--signal=KILL", f"{seconds + LATER_SECONDS:g}"] if watch else []


def _end(running: subprocess.Popen[bytes]) -> None:
    """Nothing of its session is left, whether its first program has ended by itself or not."""
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def _surroundings(folder: Path) -> dict[str, str]:
    """As they are, with our fonts beside those of the system."""
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(ours=places.library("papers") / "fonts", cache=folder / "fonts"), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(fonts)}


def _program() -> str | None:
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)
