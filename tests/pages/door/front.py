"""The front page as a stranger reads it."""

from django.test import Client


def front(language="vi"):
    client = Client(headers={"host": "localhost"})
    client.cookies["language"] = language
    return " ".join(client.get("/").content.decode().split())


def sum_of(page, words):
    """The figure that stands over these words."""
    _, found = page.split(f"<dt>{words}</dt><dd>")
    return found.partition("</dd>")[0].replace("<small>", "").replace("</small>", "")
