"""What the report's page shows of each line: target, last year, evidence, corrections."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from django.utils.translation import gettext as _

from thidua.base.numbers import figure
from thidua.base.wording import say
from thidua.core.answer import Sentence
from thidua.core.workflow.handing_in import Handing
from thidua.pages.results.words import kept, said
from thidua.pages.shared.parts import LedgerLine
from thidua.records.results.models import Correction, Evidence, Result
from thidua.records.seasons.models import Commitment


@dataclass(frozen=True)
class Line:
    """One result with what stands beside it; `target_now` is the unit's own target to the period's end.

    `faults` are what a refused form was told about this line: of its figure, of the paper typed beside it.
    """

    result: Result
    commitment: Commitment | None
    faults: tuple[str, ...] = ()
    faults_of_paper: tuple[str, ...] = ()

    @property
    def target_now(self) -> Fraction | None:
        targets = getattr(self.commitment, "targets_now", [])
        return targets[0].target if targets else None

    @property
    def percentage(self) -> str:
        """Of a ratio its percentage in words, "" where it is not known."""
        share = self.result.measured.figure
        return "" if share is None else f"{figure(share)}\N{NO-BREAK SPACE}%"

    @property
    def said(self) -> str:
        return said(self.result.measured, self.result.indicator.unit_of_measure)

    @property
    def evidence(self) -> list[Evidence]:
        return [one for one in self.result.evidence.all() if one.withdrawn_at is None]

    @property
    def withdrawn(self) -> list[Evidence]:
        return [one for one in self.result.evidence.all() if one.withdrawn_at is not None]

    @property
    def lacks_file(self) -> bool:
        """Whether the indicator asks for a file and none stands beside the line."""
        return self.result.indicator.needs_file and not any(one.paper.file_id for one in self.evidence)

    @property
    def corrections(self) -> list[Correction]:
        return list(self.result.corrections.all())

    @property
    def waiting(self) -> Correction | None:
        """The correction that waits for the leader's signature."""
        return next((one for one in self.corrections if one.handing is Handing.SUBMITTED), None)

    @property
    def returned(self) -> Correction | None:
        """The last correction, if the leader has returned it."""
        last = self.corrections[-1] if self.corrections else None
        return last if last is not None and last.handing is Handing.RETURNED else None

    @property
    def is_corrected(self) -> bool:
        return any(one.handing is Handing.SIGNED for one in self.corrections)

    @property
    def proposed(self) -> str:
        """What the waiting correction would put in the figure's place."""
        return said(self.waiting.measured, self.result.indicator.unit_of_measure) if self.waiting else ""


def lines_beside(results: Iterable[Result], undertaken: Mapping[int, Commitment]) -> list[Line]:
    return [Line(result, undertaken.get(result.indicator_id)) for result in results]


def as_refused(lines: Iterable[Line], refused: Iterable[Sentence]) -> list[Line]:
    """The same lines with what a refusal said of each; a sentence beside its own line needs no name."""
    told = [(fault, str(fault.values.get("name", "")), say(fault)) for fault in refused]

    def faulty(line: Line) -> Line:
        name = line.result.indicator.name
        own = [(fault, _begun(text.removeprefix(f"{name}: "))) for fault, named, text in told if named == name]
        return replace(
            line,
            faults=tuple(text for fault, text in own if _is_of_figure(fault)),
            faults_of_paper=tuple(text for fault, text in own if not _is_of_figure(fault)),
        )

    return [faulty(line) for line in lines]


def _is_of_figure(fault: Sentence) -> bool:
    inner = fault.values.get("fault")
    key = inner.key if isinstance(inner, Sentence) else fault.key
    return key.startswith(("figure.", "measure.", "report."))


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def history_of(lines: Iterable[Line]) -> list[LedgerLine]:
    """The signed corrections of these lines, oldest first: from what to what, why, proposed and signed by whom."""
    signed = [one for line in lines for one in _signed_in(line)]
    return sorted(signed, key=lambda entry: entry.at)


def _signed_in(line: Line) -> list[LedgerLine]:
    indicator = line.result.indicator
    return [
        LedgerLine(
            at=one.signed_at,
            who=(one.submitted_by or {}).get("name", ""),
            what=_what(one).format(indicator=indicator.short_name, signer=(one.signed_by or {}).get("name", "")),
            before=said(kept(one.before), indicator.unit_of_measure),
            after=said(one.measured, indicator.unit_of_measure),
            why=one.reason,
        )
        for one in line.corrections
        if one.handing is Handing.SIGNED and one.signed_at is not None
    ]


def _what(correction: Correction) -> str:
    if (correction.submitted_by or {}).get("on_behalf_of"):
        return _("nhập thay đính chính {indicator}, {signer} ký trên giấy")
    return _("đính chính {indicator}, {signer} ký")
