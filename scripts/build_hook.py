"""What the wheel carries besides code: the library of data files, and compiled catalogues."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LIBRARY = ("law", "calendar", "scoresheets", "rights", "campaigns", "papers", "trust", "demo")


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg,unused-ignore]
    """Named as hatchling wants it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        runpy.run_path(str(root / "scripts" / "messages.py"))["compile_all"](root / "src" / "thidua")
        if self.target_name == "wheel" and version != "editable":
            # In a checkout base/places.py finds these at the top of the repository instead.
            for name in LIBRARY:
                if (root / name).is_dir():
                    build_data["force_include"][str(root / name)] = f"thidua/_data/{name}"
