"""A reader who starts at the front page and at Hôm nay and follows every link."""

from collections import Counter, deque
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

from tests.pages.crawl.reading import Reading, read
from tests.pages.walk.rules import FILE, RULES

STARTS = ("/", "/hom-nay", "/dang-nhap", "/quen-mat-khau")
HOST = "http://localhost"


@dataclass(frozen=True)
class Visit:
    """One page that was reached: the name of its address, the address, what it says."""

    name: str
    address: str
    status: int
    reading: Reading


def visits(client: Client, each: int) -> list[Visit]:
    """Every page that links lead to, breadth first, and no file; of one kind of page at most `each`, and as many with a
    query."""
    waiting, seen, kinds, found = deque(STARTS), set(STARTS), Counter[tuple[str, bool]](), []
    while waiting:
        address = waiting.popleft()
        name = _name(address)
        kind = name, "?" in address
        if not name or kinds[kind] >= each:
            continue
        kinds[kind] += 1
        answer = client.get(address)
        if "text/html" not in answer.headers.get("Content-Type", ""):
            found.append(Visit(name, address, answer.status_code, Reading()))
            continue
        reading = read(answer.content.decode())
        found.append(Visit(name, address, answer.status_code, reading))
        for link in [*reading.parts, *reading.links]:
            onward = _inside(address, link)
            if onward and onward not in seen:
                seen.add(onward)
                if link in reading.parts or not _is_file(onward):
                    waiting.append(onward)
    return found


def _is_file(address: str) -> bool:
    """What is taken away says nothing here; the walk sees to it that each is given."""
    rule = RULES.get(_name(address))
    return rule is not None and rule.gives == FILE


def _inside(page: str, link: str) -> str:
    """The address on this site that a link of a page leads to; "" for one that leaves the site."""
    whole = urlsplit(urldefrag(urljoin(HOST + page, link)).url)
    if f"{whole.scheme}://{whole.netloc}" != HOST:
        return ""
    return whole.path + (f"?{whole.query}" if whole.query else "")


def _name(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).url_name or ""
    except Resolver404:
        return ""
