"""The journal's arithmetic: canonical text, body hashes, leaf hashes and the chain."""
