"""Accounts and the outbox for administrators; setting a password by a single link."""
