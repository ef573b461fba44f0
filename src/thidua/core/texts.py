"""Texts that are signed, and names that are searched: one normal form for each."""

import hashlib
import unicodedata


def composed(text: str) -> str:
    """NFC: one spelling for letters with marks, whatever keyboard typed them."""
    return unicodedata.normalize("NFC", text)


def normal(text: str) -> str:
    """NFC, line ends as LF, no spaces at line ends, one line feed at the end."""
    lines = composed(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def text_hash(text: str) -> str:
    """The hash (mã xác thực) that every signature under `text` names: SHA-256 of its normal form, hex."""
    return hashlib.sha256(normal(text).encode()).hexdigest()


def in_groups(code: str, size: int = 4, groups: int = 8) -> str:
    """A hash as people read it aloud: its first 32 digits in eight groups.

    >>> in_groups("0123456789abcdef" * 4)
    '0123 4567 89ab cdef 0123 4567 89ab cdef'
    """
    return " ".join(code[i * size : (i + 1) * size] for i in range(groups))


def folded(text: str) -> str:
    """For searching: lower case without marks, đ as d (full-text engines do not fold đ by themselves).

    >>> folded("Sở Tư pháp tỉnh Nam Định")
    'so tu phap tinh nam dinh'
    """
    bare = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).replace("đ", "d")


def given_name_first(full_name: str) -> str:
    """The key by which Vietnamese people are sorted: given name, then middle, then family name.

    >>> given_name_first("Nguyễn Thị Ánh")
    'anh ánh nguyen nguyễn thi thị'
    """
    family, *rest = full_name.casefold().split() or [""]
    order = [rest[-1], family, *rest[:-1]] if rest else [family]
    return " ".join(f"{folded(word)} {word}" for word in order)
