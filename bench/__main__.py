"""`python -m bench [name …]`: runs the measurements and writes their page; with names, prints only those."""

import argparse
import sys

from bench import boards, deadline, imports, page, ports, signature

MEASURES = {"deadline": deadline, "boards": boards, "signature": signature, "ports": ports, "imports": imports}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*MEASURES, []], metavar="name", help=", ".join(MEASURES))
    names = parser.parse_args().names or list(MEASURES)
    tables = []
    for name in names:
        print(f"── {name}", file=sys.stderr, flush=True)
        tables.append(MEASURES[name].measure())
        print(tables[-1].written(), flush=True)
    if names == list(MEASURES):
        page.write(tables)
    return 0


if __name__ == "__main__":
    sys.exit(main())
