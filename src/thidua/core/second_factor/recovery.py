"""Recovery codes: for the day on which the phone is lost. Each works once; only hashes are kept."""

import hashlib
import secrets

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # without those that look alike
GROUPS, IN_A_GROUP = 4, 4  # 79 bits: no need of a slow hash
HOW_MANY = 10


def new_codes() -> list[str]:
    """Ten codes as they are printed: "k7dm-2q9x-wz4h-ab3c"."""
    return ["-".join(_group() for _ in range(GROUPS)) for _ in range(HOW_MANY)]


def hash_of(typed: str) -> str:
    """The hash under which a code is kept, however it was typed.

    >>> hash_of("K7DM 2q9x wz4hab3c") == hash_of("k7dm-2q9x-wz4h-ab3c")
    True
    """
    bare = "".join(letter for letter in typed.lower() if letter.isalnum())
    return hashlib.sha256(bare.encode()).hexdigest()


def _group() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(IN_A_GROUP))
