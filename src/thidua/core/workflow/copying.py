"""What of a season may come along into the next one, and what takes something else along to be of use."""

from collections.abc import Collection
from enum import StrEnum


class Part(StrEnum):
    MEMBERS = "members"
    CONTENTS = "contents"
    INDICATORS = "indicators"
    BASELINES = "baselines"
    SHEETS = "sheets"
    CAMPAIGNS = "campaigns"
    PERIODS = "periods"
    DEPUTIES = "deputies"
    SECRETARIAT = "secretariat"
    OBSERVERS = "observers"


# An indicator measures a content; last year's figure is that of an indicator, and a sheet takes figures from them.
NEEDS = {Part.INDICATORS: Part.CONTENTS, Part.BASELINES: Part.INDICATORS, Part.SHEETS: Part.INDICATORS}


def lacking(parts: Collection[Part]) -> list[tuple[Part, Part]]:
    """What was chosen without what it needs, with that.

    >>> lacking({Part.BASELINES, Part.CONTENTS})
    [(<Part.BASELINES: 'baselines'>, <Part.INDICATORS: 'indicators'>)]
    """
    return [(part, needed) for part, needed in NEEDS.items() if part in parts and needed not in parts]
