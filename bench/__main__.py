"""`python -m bench [name …]`: runs all measurements, or those named, and writes their sections of the page."""

import argparse
import sys

from bench import boards, country, deadline, imports, installation, page, ports, signature

MEASURES = {
    "deadline": deadline,
    "boards": boards,
    "signature": signature,
    "ports": ports,
    "imports": imports,
    "country": country,
    "installation": installation,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*MEASURES, []], metavar="name", help=", ".join(MEASURES))
    names = parser.parse_args().names or list(MEASURES)
    tables = {}
    for name in names:
        print(f"── {name}", file=sys.stderr, flush=True)
        tables[name] = MEASURES[name].measure()
        print(tables[name].written(), flush=True)
        page.write(tables, list(MEASURES))
    return 0


if __name__ == "__main__":
    sys.exit(main())
