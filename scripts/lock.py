"""Remake requirements/*.txt from requirements/*.in, and check what the pins promise.

They promise three things: no address of any index stands inside, every pin has a hash, and every
pin has a wheel for each Python that the program names, on Linux x86_64.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "requirements"
NAMES = ("run", "dev", "bench")
BESIDE = ("openfisca", "spark")  # programs that bench/ measures in environments of their own
BUILT = ("spark",)  # there is no wheel of it: pip builds one where it is installed
PYTHONS = ("3.11", "3.12", "3.13")
PLATFORM = "x86_64-manylinux_2_28"


def faults(text: str) -> list[str]:
    """What a file of pins must not hold: an address, a pin without a hash, something not pinned."""
    found = []
    for entry in re.split(r"\n(?=\S)", text.replace("\\\n", " ")):
        line = re.sub(r"\s#.*|^#.*", "", entry, flags=re.M).strip()
        if not line:
            continue
        if "://" in line or line.startswith("-"):
            found.append(f"an address or an option: {line.split()[0]}")
        elif "==" not in line:
            found.append(f"not pinned: {line.split()[0]}")
        elif "--hash=sha256:" not in line:
            found.append(f"no hash: {line.split()[0]}")
    if "://" in text:
        found.append("an address stands inside")
    return found


def uv(*arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).parent / "uv"), *arguments], cwd=ROOT, check=True)


def remake(name: str) -> None:
    uv(
        *("pip", "compile", "--quiet", "--universal", "--python-version", PYTHONS[0], "--generate-hashes"),
        *("--upgrade", "--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "make lock"),
        *(f"requirements/{name}.in", "--output-file", f"requirements/{name}.txt"),
    )


def check_wheels(name: str, python: str) -> None:
    """Resolve exactly the pins, building nothing: fails with the name of a pin that has no wheel."""
    uv(
        *("pip", "compile", "--quiet", "--no-deps", "--only-binary", ":all:", "--python-version", python),
        *("--python-platform", PLATFORM, "--no-header", "--no-annotate", "--output-file", "/dev/null"),
        f"requirements/{name}.txt",
    )


def main() -> int:
    for name in (*NAMES, *BESIDE):
        if "--check" not in sys.argv:
            remake(name)
        if found := faults((REQUIREMENTS / f"{name}.txt").read_text()):
            print(f"requirements/{name}.txt: " + "; ".join(found))
            return 1
        for python in () if name in BUILT else PYTHONS:
            check_wheels(name, python)
        wheels = "built where installed" if name in BUILT else f"wheels for {', '.join(PYTHONS)}"
        print(f"requirements/{name}.txt: pinned with hashes, no address, {wheels}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
