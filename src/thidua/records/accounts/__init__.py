"""Accounts, invitations, sign-in, delegations."""
