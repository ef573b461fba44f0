"""`thidua verify`: whether anybody touched what was written down."""

import argparse
import os


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("verify", help="that nobody touched the journal")
    what = parser.add_subparsers(dest="what", required=True, metavar="what")
    journal = what.add_parser("journal", help="every line of the journal follows from the one before it")
    journal.set_defaults(run=verify_journal)


def verify_journal(given: argparse.Namespace) -> int:
    """0 and the number of lines when the chain is whole; 1 and the first faulty line otherwise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.site.settings")
    import django

    django.setup()
    from thidua.records.journal.queries import first_faulty_line, last_seq

    fault = first_faulty_line()
    if fault is None:
        print(f"The journal is whole: {last_seq()} lines.")
        return 0
    print(f"The journal is broken at line {fault}.")
    return 1
