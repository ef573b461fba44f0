"""Vietnamese in the fonts of before Unicode: TCVN3 (.VnTime) and VNI; noticed and read, never changed in silence.

The signs of TCVN3 are those of TCVN 5712:1993, VN3. Whoever typed so sees good Vietnamese in the old font; without
it stands "NguyÔn ThÞ H­êng" for Nguyễn Thị Hường.
"""

import re
import unicodedata
from dataclasses import dataclass

_TCVN3_SIGNS = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦"  # fmt: skip
_TCVN3_MEANT = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"  # fmt: skip
TCVN3 = str.maketrans(_TCVN3_SIGNS, _TCVN3_MEANT)

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_BREVE, _ROOF = "\u0306", "\u0302"
_VNI_MARKS = {
    "ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _ROOF, "à": _ROOF + _GRAVE, "á": _ROOF + _ACUTE, "å": _ROOF + _HOOK, "ã": _ROOF + _TILDE, "ä": _ROOF + _DOT,
    "ê": _BREVE, "è": _BREVE + _GRAVE, "é": _BREVE + _ACUTE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_MARKS |= {sign.upper(): mark for sign, mark in _VNI_MARKS.items()}
_VNI_ALONE = str.maketrans("ôöñíìæóòîÔÖÑÍÌÆÓÒÎ", "ơưđíìỉĩịỵƠƯĐÍÌỈĨỊỴ")
_VNI_PAIR = re.compile(f"([aeiouyôöAEIOUYÔÖ])([{''.join(_VNI_MARKS)}])")

# Signs that no Vietnamese word of today holds, beside a letter.
_OLD = "µ¸¶·¹¨»¾¼½Æ©ÇË®ÎÏÑª×ØÜÞß«¬\u00ad÷þ¡¢§£¤¥¦ÖäåæçëîïñöøûüÐ"
_TCVN3_WORD = re.compile(f"[A-Za-z][{_OLD}]|[{_OLD}][A-Za-z]")
_VNI_WORD = re.compile(
    r"[aA][ùøûõïêéèúüëâáàåãäÙØÛÕÏÊÉÈÚÜËÂÁÀÅÃÄ]|[eE][ùøûõïâáàåãäÙØÛÕÏÂÁÀÅÃÄ]|[oOuUyYôöÔÖ][øûïåäØÛÏÅÄ]|ñ[a-zA-Z]"
)
_VNI_NEVER = re.compile("[µ¸¶·¹¨»¾¼½©®ª«¬\u00ad×Þß¡¢§£¤¥¦]")
_OF_TODAY = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")


@dataclass(frozen=True)
class Legacy:
    """The name of the old letters, and the text as it was meant."""

    letters: str
    reads: str


def legacy_in(text: str) -> Legacy | None:
    """The old letters in which a text is written; None for a text of today.

    >>> legacy_in("NguyÔn V¨n Nam").reads
    'Nguyễn Văn Nam'
    >>> legacy_in("Traàn Vaên Nam").letters
    'VNI'
    """
    text = unicodedata.normalize("NFC", text)
    if _OF_TODAY.search(text):
        return None
    if _VNI_WORD.search(text) and not _VNI_NEVER.search(text):
        return Legacy("VNI", from_vni(text))
    if _TCVN3_WORD.search(text):
        return Legacy("TCVN3 (ABC)", text.translate(TCVN3))
    return None


def from_vni(text: str) -> str:
    """Pairs of a letter and a sign become one letter, then the signs that stand alone.

    >>> from_vni("Nguyeãn Thò Höôøng")
    'Nguyễn Thị Hường'
    """
    parts, end = [], 0
    for pair in _VNI_PAIR.finditer(text):
        letter = pair[1].translate(_VNI_ALONE)
        parts += [text[end : pair.start()].translate(_VNI_ALONE), letter + _VNI_MARKS[pair[2]]]
        end = pair.end()
    return unicodedata.normalize("NFC", "".join([*parts, text[end:].translate(_VNI_ALONE)]))
