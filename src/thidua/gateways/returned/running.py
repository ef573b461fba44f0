"""Reads the files of a run one after another; may be ended at any moment and begun again."""

import logging
from collections.abc import Callable
from typing import Protocol

from thidua.base.clock import now
from thidua.core.answer import NotPossible, Sentence
from thidua.core.returned.forms import COMMITMENTS, RESULTS
from thidua.core.returned.grid import Fault
from thidua.core.returned.honours import HONOURS
from thidua.core.returned.lists import UNITS
from thidua.gateways.excel.reading import Book, read_workbook
from thidua.gateways.returned.commitments import CommitmentForms
from thidua.gateways.returned.honours import HonourBooks
from thidua.gateways.returned.lists import UnitLists
from thidua.gateways.returned.results import ResultForms
from thidua.records.awards.queries.registers import unit_of
from thidua.records.files.accepting import MOST_BYTES, accept, asked_about, safe_name
from thidua.records.files.looking import SECONDS_TOGETHER, Patience
from thidua.records.files.models import StoredFile
from thidua.records.files.queries import read_file
from thidua.records.files.steps import keep_file
from thidua.records.files.zips import ARCHIVE, EXCEL, files_in
from thidua.records.runs.models import Run, RunFile
from thidua.records.runs.queries import run_of_token, waiting_files
from thidua.records.runs.steps.reading import archive_unpacked, file_begins, file_read, reading_begins, reading_ends
from thidua.records.runs.told import Dropped, FileRead
from thidua.records.seasons.queries.frame import bloc_of_token

log = logging.getLogger(__name__)
MOST_FILES = 1_000  # of one archive


class Reader(Protocol):
    def read(self, book: Book) -> FileRead: ...


def _of_results(run: Run) -> Reader:
    return ResultForms(bloc_of_token(run.within), run.part)


def _of_commitments(run: Run) -> Reader:
    return CommitmentForms(bloc_of_token(run.within))


def _of_units(_: Run) -> Reader:
    return UnitLists()


def _of_honours(run: Run) -> Reader:
    return HonourBooks(unit_of(run))


READERS: dict[str, Callable[[Run], Reader]] = {
    RESULTS: _of_results, COMMITMENTS: _of_commitments, UNITS: _of_units, HONOURS: _of_honours,
}  # fmt: skip


def read_run(token: str) -> None:
    """All files of a run that wait; those that an earlier, ended reading has finished are not read again."""
    run = run_of_token(token)
    if not reading_begins(run):
        return
    reader = READERS[run.kind](run)
    while waiting := waiting_files(run):
        for file in waiting:
            if file_begins(file):
                _read(file, reader)
        if waiting_files(run) and not reading_begins(run):
            return
    reading_ends(run, at=now())


def _read(file: RunFile, reader: Reader) -> None:
    assert file.file is not None
    if file.file.kind == ARCHIVE:
        archive_unpacked(file, _unpacked(file.file))
        return
    try:
        read = _read_book(file.name, file.file, reader)
    except NotPossible as refused:
        read = FileRead(faults=[Fault(sentence) for sentence in refused])
    except Exception:  # one file that nobody thought of must not keep the others waiting
        log.exception("a returned file could not be read")
        read = FileRead(faults=[Fault(Sentence("import.unreadable", name=file.name))])
    file_read(file, read)


def _read_book(name: str, stored: StoredFile, reader: Reader) -> FileRead:
    if stored.kind != EXCEL:
        return FileRead(faults=[Fault(Sentence("import.not_excel", name=name))])
    with read_file(stored) as content:
        return reader.read(read_workbook(name, content))


def _kept(name: str, inside: bytes, patience: Patience) -> Dropped:
    """A file of an archive. Raises NotPossible where its sender would have been asked: it is to come by itself."""
    accepted = accept(name, inside, patience=patience)
    if asked := asked_about(accepted, when="packed"):
        raise NotPossible(*asked)
    return Dropped(name, keep_file(name=name, content=accepted, at=now()))


def _unpacked(archive: StoredFile) -> list[Dropped]:
    """Every file of an archive, kept; those that are not taken stand with their sentence."""
    dropped: list[Dropped] = []
    patience = Patience(SECONDS_TOGETHER)
    with read_file(archive) as content:
        for name, inside in files_in(content, most=MOST_BYTES):
            if len(dropped) >= MOST_FILES:
                dropped.append(Dropped(archive.name, refused=(Sentence("import.too_many_files", most=MOST_FILES),)))
                break
            try:
                dropped.append(_kept(name, inside, patience))
            except NotPossible as refused:
                dropped.append(Dropped(safe_name(name), refused=refused.sentences))
    return dropped
