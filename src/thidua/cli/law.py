"""`thidua law`: check the files of the law, explain an answer, lay a draft over it."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from thidua.cli import whatif
from thidua.cli.asked import HISTORY, a_day, a_year, complain, facts_in, knows_codes
from thidua.cli.speaking import law_with, said, speak

MARKS = {"met": "✓", "warn": "!", "not_met": "✗"}


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("law", help="the rules of titles and forms: check their files, explain an answer")
    what = parser.add_subparsers(dest="what", required=True, metavar="what")
    check = what.add_parser("check", help="every file is read, nothing contradicts, every worked case comes out")
    check.add_argument("folders", nargs="*", type=Path, help="more folders of texts, such as a draft")
    check.add_argument("--language", choices=("vi", "en"), default="vi")
    check.set_defaults(run=run_check)
    explain = what.add_parser(
        "explain",
        help="whether somebody may be proposed for an award, and why",
        epilog=HISTORY,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    explain.add_argument("--facts", required=True, type=Path, help="a file with a history, as below")
    explain.add_argument("--award", required=True, help="the code of a title or form, such as CSTDCS")
    explain.add_argument("--year", type=a_year, help="the year reviewed; without it the last one closed on the day")
    explain.add_argument("--on", type=a_day, help="the council's day, as 2026-03-01; without it today")
    explain.add_argument("--branch", help="only one branch of the award, such as merit")
    explain.add_argument("--authority", default="", help="the authority whose own texts hold too, such as BTP")
    explain.add_argument("--json", action="store_true", help="all of it, to be kept and printed again")
    explain.add_argument("--language", choices=("vi", "en"), default="vi")
    explain.set_defaults(run=run_explain)
    whatif.add(what)


def run_check(given: argparse.Namespace) -> int:
    """0 and what was counted; 1 and every fault with its file, its line and the mend."""
    from thidua.core.law.cases import outcomes

    speak(given.language)
    law = law_with(*given.folders)
    if law is None:
        return 1
    wrong = count = 0
    for outcome in outcomes(law):
        count += 1
        if not outcome.is_right:
            wrong += 1
            print(f"{outcome.rule.file}:{outcome.case.line}: {said(outcome.fault)}", file=sys.stderr)
    if wrong:
        return 1
    rules, rows = len(law.standards), len(law.provisions)
    print(f"{len(law.texts)} texts, {rules} standards, {rows} rows of tables, {count} worked cases: all hold.")
    return 0


def run_explain(given: argparse.Namespace) -> int:
    """0 and the answer; 1 and one sentence when the question makes no sense or a file cannot be read."""
    from thidua.base.clock import today
    from thidua.core.answer import Sentence
    from thidua.core.law.cases import last_closed
    from thidua.core.law.conditions import Case
    from thidua.core.law.explain import explained
    from thidua.core.law.facts import facts_of
    from thidua.core.law.history import Asked, row_of
    from thidua.core.law.written import as_written

    speak(given.language)
    law = law_with()
    if law is None or not knows_codes(given.award, given.authority, law.authorities):
        return 1
    read = facts_in(given.facts, facts_of)
    if read is None:
        return 1
    kind, history = read
    on = given.on or today()
    asked = Asked(given.year if given.year is not None else last_closed(history, on.year), on)
    standard = law.standard_for(given.award, kind, asked, given.authority)
    if standard is None:
        known = ", ".join(law.awards_on(on, kind, given.authority)) or "–"
        to = Sentence(f"law.kind.{kind}")
        complain(Sentence("law.no_text_says", on=on, award=given.award, to=to, known=known))
        return 1
    branches = [branch.code for branch in standard.branches]
    if given.branch and given.branch not in branches:
        known = ", ".join(filter(None, branches)) or "–"
        complain(Sentence("law.no_such_branch", award=given.award, branch=given.branch, known=known))
        return 1
    row = row_of(history, asked)
    import thidua

    answer = as_written(
        explained(standard, law.general(on, kind), Case(row, asked)), law, row, version=thidua.__version__, say=said
    )
    if given.branch:
        answer["branches"] = [one for one in answer["branches"] if one["branch"] == given.branch]
        answer["verdict"] = answer["branches"][0]["verdict"]
    print(json.dumps(answer, ensure_ascii=False, indent=2) if given.json else _printed(answer))
    return 0


def _printed(answer: dict[str, Any]) -> str:
    from thidua.base.law import register
    from thidua.core.answer import Sentence

    texts = ", ".join(text["code"] for text in answer["texts"])
    on = date.fromisoformat(answer["on"])
    lines = [
        f"{answer['award']} {answer['year']}: {said(Sentence('law.verdict.' + answer['verdict']))}",
        said(Sentence("law.answered_on", award=register()[answer["award"]].name, on=on, texts=texts)),
    ]
    for branch in answer["branches"]:
        if branch["branch"]:
            lines.append(f"{branch['branch']}: {said(Sentence('law.verdict.' + branch['verdict']))}")
        lines += _indented(branch["found"], 1)
    for part in (*answer["excludes"], *answer["suspends"]):
        lines += _indented(part, 1)
    return "\n".join(lines)


def _indented(part: dict[str, Any], depth: int) -> list[str]:
    own = f"{'  ' * depth}{MARKS[part['met']]} {part['because']} [{part['source']}]"
    inside = part.get("parts", ())
    if len(inside) == 1 and inside[0]["because"] == part["because"]:  # a doubt has said its part's sentence
        inside = inside[0].get("parts", ())
    return [own, *(line for inner in inside for line in _indented(inner, depth + 1))]
