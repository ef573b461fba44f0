"""Words of the directory's own lists: kinds of units and of posts."""

from thidua.base.wording import all_words, say
from thidua.core.actor import PostKind
from thidua.core.answer import Sentence

UNIT_KINDS = (
    "ministry", "ministry_department", "general_department", "province", "city", "so_tu_phap", "cuc_thads",
    "agency", "division", "centre", "district", "grassroots",
)  # fmt: skip


def kind_name(kind: str) -> str:
    """The kind of a unit in the reader's language; a kind without words stands as it is."""
    key = f"unit_kind.{kind}"
    return say(Sentence(key)) if key in all_words() else kind


def post_kinds() -> list[tuple[str, str]]:
    return [(kind.value, say(Sentence(f"post_kind.{kind}"))) for kind in PostKind]
