"""The command `thidua`: run, keep, check."""

import argparse
import sys
from collections.abc import Sequence

import thidua
from thidua.cli import administrator, demo, law, second_factor, serve, verify
from thidua.core.answer import NotPossible

GROUPS = """\
run:
  demo     the founding season and that of 2026, filled in and served, with sign-in links
  serve    pages, live streams and background work on one port

keep:
  administrator         the first account, or the way back in
  reset-second-factor   remove an account's codes and passkeys, with a reason

check:
  verify   that nobody touched the journal, or the file of a pact or a ranking
  law      the rules of titles and forms: their files and worked cases, and why somebody is eligible
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command. Gives 0, or 1 with one sentence when the command could not do its work."""
    parser = argparse.ArgumentParser(
        prog="thidua", description=thidua.__doc__, epilog=GROUPS, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"thidua {thidua.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for command in (demo, serve, administrator, second_factor, verify, law):
        command.add(commands)
    given = parser.parse_args(arguments)
    try:
        return int(given.run(given))
    except NotPossible as refused:
        from thidua.base.wording import say

        for sentence in refused:
            print(say(sentence), file=sys.stderr)
        return 1
