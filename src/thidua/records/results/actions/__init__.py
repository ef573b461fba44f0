"""Acts on results: reports of a period, evidence beside their lines, corrections of what was signed."""

from thidua.records.results.actions.corrections import (
    correct_on_behalf,
    correct_result,
    return_correction,
    sign_corrections,
)
from thidua.records.results.actions.evidence import add_evidence, withdraw_evidence
from thidua.records.results.actions.reports import (
    enter_report_on_behalf,
    return_report,
    save_report,
    sign_reports,
    submit_report,
    take_back_report,
)
from thidua.records.results.reached import Reached

__all__ = [
    "Reached",
    "add_evidence",
    "correct_on_behalf",
    "correct_result",
    "enter_report_on_behalf",
    "return_correction",
    "return_report",
    "save_report",
    "sign_corrections",
    "sign_reports",
    "submit_report",
    "take_back_report",
    "withdraw_evidence",
]
