"""Drafts, notices, the outbox, entries on behalf."""
