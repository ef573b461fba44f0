"""What a rule says that somebody is told, and what the program tells."""

import copy
import re
from dataclasses import dataclass, field
from enum import StrEnum
from html import unescape
from urllib.parse import parse_qs, urlencode, urlsplit

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.factories.seasons import a_key
from tests.pages.clients import for_a_while
from tests.pages.walk.people import SIGNED_OUT
from tests.pages.walk.rules import PAGE, Rule
from thidua.base.wording import all_words
from thidua.records.journal.queries import last_seq

GET, POST = ("GET", "POST")
NOWHERE = "/khong-co-gi"  # no address of the program
# Refusals because of who one is; all others are about the form or the moment.
NOT_YOURS = [
    re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(all_words()[key])))
    for key in (
        "rights.not_yours", "evidence.units_own", "correction.units_own", "exemplar.units_own",
        "exemplar.of_no_unit", "initiative.of_a_colleague", "inspection.only_leader",
    )
]  # fmt: skip


class Told(StrEnum):
    OBJECT = "what is there"
    REFUSED = "why not"
    NOTHING = "nothing"
    DOOR = "the door"
    NO_WAY = "that this is no way"


@dataclass(frozen=True)
class Answer:
    """`wrote`: the journal has grown."""

    response: HttpResponse
    wrote: bool

    @property
    def text(self) -> str:
        return "" if self.response.streaming else self.response.content.decode(errors="replace")

    def is_page_in(self, language: str) -> bool:
        """Whether it is a whole page, and not a file or a part of one."""
        return f'<html lang="{language}"' in self.text


@dataclass
class Walker:
    """Somebody with a browser."""

    who: str
    client: Client
    _nothing: dict[tuple[str, str], HttpResponse] = field(default_factory=dict)

    @property
    def language(self) -> str:
        return self.client.cookies["language"].value

    @language.setter
    def language(self, language: str) -> None:
        self.client.cookies["language"] = language

    def ask(self, method: str, address: str, form: dict[str, str]) -> Answer:
        """What a form does is undone, and a sign-out with it."""
        cookies = copy.copy(self.client.cookies)
        with for_a_while():
            before = last_seq()
            response = self.client.get(address) if method == GET else self._send(address, form)
            answer = Answer(response, last_seq() != before)
        self.client.cookies = cookies
        return answer

    def _send(self, address: str, form: dict[str, str]) -> HttpResponse:
        """As a form without files is sent, which is read quickly."""
        return self.client.post(address, urlencode(form | {"key": a_key()}), "application/x-www-form-urlencoded")

    def nothing(self, method: str, form: dict[str, str]) -> HttpResponse:
        """What this browser is answered where there is nothing."""
        asked = method, self.language
        if asked not in self._nothing:
            self._nothing[asked] = self.ask(method, NOWHERE, form).response
        return self._nothing[asked]


def expected(rule: Rule, who: str, method: str) -> Told:
    if (method == GET and not rule.gives) or (method == POST and rule.acts is None):
        return Told.NO_WAY
    if who in (rule.reads if method == GET else rule.acts or ()):
        return Told.OBJECT
    if who == SIGNED_OUT and rule.asks_to_sign_in:
        return Told.DOOR
    return Told.REFUSED if who in rule.reads | rule.knows else Told.NOTHING


def fault(rule: Rule, one: Walker, method: str, address: str, form: dict[str, str], secret: str) -> str:
    """What is wrong with the answer; "" where it is as the rule says, nothing is written, and no secret is told.

    A page is a whole one in the reader's language, and a file is none.
    """
    answer, want = one.ask(method, address, form), expected(rule, one.who, method)
    got = told(answer.response, method, address, one.nothing(method, form))
    if want is Told.NO_WAY and method == POST and got == expected(rule, one.who, GET):
        got = Told.NO_WAY  # the page as ever, whatever was sent
    if got != want:
        return f"is told {got} instead of {want}"
    if answer.wrote and (method == GET or want is not Told.OBJECT):
        return "writes into the journal"
    if method == GET and want is Told.OBJECT and answer.is_page_in(one.language) != (rule.gives == PAGE):
        return f"is given no {rule.gives}"
    return "is told a secret" if one.who not in rule.reads and secret in answer.text else ""


def told(response: HttpResponse, method: str, address: str, nothing: HttpResponse) -> str:
    status = response.status_code
    if status == 404:
        return Told.NOTHING if _same(response, nothing) else "something of its own, with status 404,"
    if status == 422 and (method == GET or _is_for_want_of_rights(response)):
        return Told.REFUSED
    if (status == 302 and _leads_to_the_door(response, address)) or status == 401:
        return Told.DOOR
    ways = {200: Told.OBJECT, 204: Told.OBJECT, 405: Told.NO_WAY}
    if method == POST:
        # Whoever may act is let in, whatever the form or the moment lacks.
        ways |= dict.fromkeys((302, 303, 409, 422), Told.OBJECT)
    return ways.get(status, f"status {status}")


def _is_for_want_of_rights(response: HttpResponse) -> bool:
    refusal = unescape(response.content.decode().partition(" data-refusal>")[2].partition("</div>")[0])
    return any(words.search(refusal) for words in NOT_YOURS)


def _leads_to_the_door(response: HttpResponse, address: str) -> bool:
    to = urlsplit(response.headers["Location"])
    return to.path == reverse("sign_in") and parse_qs(to.query) == {"next": [address]}


def _same(one: HttpResponse, other: HttpResponse) -> bool:
    return _head(one) == _head(other) and _page(one) == _page(other)


def _head(response: HttpResponse) -> dict[str, str]:
    return {name: value for name, value in response.headers.items() if name != "Content-Length"}


def _page(response: HttpResponse) -> list[bytes]:
    """Without what differs by the page's own address: the form's token and the way back."""
    lines = response.content.split(b"\n")
    return [line for line in lines if b"csrfmiddlewaretoken" not in line and b'name="next"' not in line]
