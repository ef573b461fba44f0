"""What happens in the background after what: a line of the journal calls for it, at least once."""

from collections.abc import Callable, Mapping, Sequence

from thidua.records.journal.models import Entry

# What reads and makes papers is loaded with the first line that calls for it: a quarter of the time that the
# jobs process takes to start, and most of its life nobody asks for a paper.


def read_run(run: str) -> None:
    from thidua.gateways.returned.running import read_run

    read_run(run)


def make_pdfs(paper: str) -> None:
    from thidua.documents.official.making import make_pdfs

    make_pdfs(paper)


def make_unit_pdf(paper: str) -> None:
    from thidua.documents.official.making import make_unit_pdf

    make_unit_pdf(paper)


# By kind of the line; the first subject of the line is what the work is about.
AFTER: Mapping[str, Callable[[str], None]] = {
    "import.started": read_run,
    "import.read_again": read_run,
    "paper.pdf_asked": make_pdfs,
    "paper.unit_pdf_asked": make_unit_pdf,
    "list.dropped": read_run,
    "register.dropped": read_run,
}


def after(lines: Sequence[Entry]) -> None:
    for line in lines:
        if (work := AFTER.get(line.kind)) is not None:
            work(line.subjects[0])
