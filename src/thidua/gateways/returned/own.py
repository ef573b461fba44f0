"""A form that a unit's own officer sends: read at once, into the draft of the unit's report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.returned.grid import Fault
from thidua.gateways.excel.reading import read_workbook
from thidua.gateways.returned.results import ResultForms
from thidua.records.files.models import StoredFile
from thidua.records.files.queries import read_file
from thidua.records.files.zips import EXCEL
from thidua.records.papers.steps import Shown
from thidua.records.results.models import Report
from thidua.records.results.queries.reports import lines_to_fill
from thidua.records.results.reached import Reached, proof_of, reached_of


@dataclass(frozen=True)
class Filled:
    """What a form says of the lines of a report, by the line's key: figures, and the documents that show them."""

    figures: Mapping[int, Reached]
    evidence: Mapping[int, Sequence[Shown]]


def filled_in(stored: StoredFile, report: Report) -> Filled:
    """What the form says of each line of the report.

    Raises NotPossible with every fault by its cell, and for the form of another unit or period.
    """
    if stored.kind != EXCEL:
        raise refuse("import.not_excel", name=stored.name)
    member = report.membership
    with read_file(stored) as content:
        book = read_workbook(stored.name, content)
    read = ResultForms(member.bloc_season, report.period.slug, is_draft=True).read(book)
    if read.subject and read.subject != report.token:
        raise refuse("import.of_another_unit", theirs=read.about, ours=member.short_name)
    if read.faults:
        raise NotPossible(*_by_cell(read.faults))
    keys = dict(lines_to_fill(report).values_list("indicator__code", "pk"))
    proofs = {keys[row.key]: proof_of(row.values) for row in read.rows}
    shown = {key: [Shown("", one.number, one.dated_on, issuer=one.issuer)] for key, one in proofs.items() if one}
    return Filled({keys[row.key]: reached_of(row.values) for row in read.rows}, shown)


def _by_cell(faults: Iterable[Fault]) -> Iterator[Sentence]:
    for fault in faults:
        yield Sentence("import.at_cell", cell=fault.cell, fault=fault.sentence) if fault.cell else fault.sentence
