"""`thidua verify`: whether anybody touched what was written down."""

import argparse
import os
import sys
from pathlib import Path

from thidua.verify.pact import check_pact
from thidua.verify.ranking import check_ranking


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("verify", help="that nobody touched the journal, or a file")
    what = parser.add_subparsers(dest="what", required=True, metavar="what")
    journal = what.add_parser("journal", help="every line of the journal follows from the one before it")
    journal.set_defaults(run=verify_journal)
    pact = what.add_parser("pact", help="the file of a locked pact; needs no database")
    pact.add_argument("file", type=Path, help="the file that the page of the pact gives")
    pact.set_defaults(run=verify_file, check=check_pact)
    ranking = what.add_parser("ranking", help="the file of a locked ranking; needs no database")
    ranking.add_argument("file", type=Path, help="the file that the page of the ranking gives")
    ranking.set_defaults(run=verify_file, check=check_ranking)


def verify_journal(given: argparse.Namespace) -> int:
    """0 and the number of lines when the chain is whole; 1 and the first faulty line otherwise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.site.settings")
    import django

    django.setup()
    from django.db import DatabaseError

    from thidua.records.journal.queries import first_faulty_line, last_seq

    try:
        fault, lines = first_faulty_line(), last_seq()
    except DatabaseError as trouble:
        print(f"There is no journal to read here: {trouble}".strip(), file=sys.stderr)
        return 1
    if fault is None:
        print(f"The journal is whole: {lines} lines.")
        return 0
    print(f"The journal is broken at line {fault}.")
    return 1


def verify_file(given: argparse.Namespace) -> int:
    """0 and the codes to compare with the printed paper; 1 and the first thing that is wrong otherwise."""
    try:
        text = given.file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        print(f"{given.file} cannot be read.", file=sys.stderr)
        return 1
    whole, said = given.check(text)
    print(said)
    return 0 if whole else 1
