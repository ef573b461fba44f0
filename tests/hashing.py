"""Passwords of the tests' own accounts, hashed in no time: to hash slowly took a tenth of the run."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher

QUICKLY = "tests.hashing.QuickHasher"


class QuickHasher(PBKDF2PasswordHasher):
    iterations = 1
