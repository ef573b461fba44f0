"""The program's settings for a server that a test starts: its own, but that a password is hashed in no time."""

from tests.hashing import QUICKLY
from thidua.site.settings import *  # noqa: F403
from thidua.site.settings import PASSWORD_HASHERS as OWN

PASSWORD_HASHERS = [QUICKLY, *OWN]
