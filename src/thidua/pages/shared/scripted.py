"""What a script of ours sends as JSON, read as carefully as a form."""

import json
from typing import Any


def json_in(text: str) -> Any:
    """The value; a NUL in it is lost, as in a form.

    Raises ValueError for what is no JSON, is too deep, or holds half a letter, which no database keeps.
    """
    try:
        found = json.loads(text.replace("\\u0000", ""))
        json.dumps(found, ensure_ascii=False).encode()
    except RecursionError as too_deep:
        raise ValueError("too deep") from too_deep
    return found
