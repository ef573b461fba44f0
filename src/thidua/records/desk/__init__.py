"""Drafts, notices, the outbox and the address in its letters, entries on behalf."""
