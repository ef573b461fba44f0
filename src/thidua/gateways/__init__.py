"""The world outside: what others send, read with care."""
