"""The way of a request: parse the form, act, show; a refused act shows the same page with its sentence."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import wraps
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from thidua.base.days import read_day
from thidua.base.numbers import read_dong, read_figure
from thidua.base.rows import Shared
from thidua.base.wording import say
from thidua.core.actor import Actor
from thidua.core.answer import NotPossible, Sentence, refuse
from thidua.core.texts import composed
from thidua.pages.shared import drafts
from thidua.pages.shared.clash import Field, settled
from thidua.pages.shared.uploads import KEPT, dropped_files, kept_file
from thidua.records.files.models import StoredFile
from thidua.records.runs.told import Dropped

SharedRow = TypeVar("SharedRow", bound=Shared)


class Request(HttpRequest):
    """A request as the views see it: who acts, and what was refused just before."""

    actor: Actor
    refusal: NotPossible | None


def page(request: HttpRequest, template: str, /, **context: Any) -> HttpResponse:
    """Show a template, or with `template.html#part` one part of it. After a refusal the status is 422."""
    refused: NotPossible | None = getattr(request, "refusal", None)
    if refused is not None:
        context["refused"] = [say(sentence) for sentence in refused]
        context["typed"] = request.POST
        context["wrong_fields"] = getattr(request, "wrong_fields", frozenset())
    context.setdefault("key", new_key())
    context.setdefault("history_href", history_of(request))
    return render(request, template, context, status=422 if refused is not None else 200)


def history_of(request: HttpRequest) -> str:
    """The address of the history of what the page shows, where it has one."""
    at = request.resolver_match
    try:
        return reverse(f"history_of_{at.url_name}", kwargs=at.kwargs) if at and at.url_name else ""
    except NoReverseMatch:
        return ""


def filled(request: HttpRequest, **kept: Any) -> Mapping[str, Any]:
    """What stands in the fields of a form: what was typed if it is shown again after a POST, else what is kept.

    A POST shows its form again only when the act was refused, or when more rows were asked for.
    """
    return request.POST if request.method == "POST" else kept


def done(request: HttpRequest, to: str, sentence: Sentence | None = None) -> HttpResponse:
    """After an act: lead to a page that shows it (303), with one sentence that says what was done.

    The draft of the form that was sent goes: what it held is kept now.
    """
    drafts.sent(request)
    if sentence is not None:
        messages.success(request, say(sentence))
    answer = HttpResponseRedirect(to)
    answer.status_code = 303
    return answer


def on_this_site(address: str) -> str:
    """The address if it lies on this site, else nothing: the way back that a form names anybody may have written."""
    is_ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if is_ours else ""


def or_show(shown: Callable[..., HttpResponse]) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """A refused act shows `shown` again with the sentence and with what was typed; nothing is lost."""

    def wrap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def viewing(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            request.draft = request.POST.get("draft", "")  # type: ignore[attr-defined]  # views may empty the form
            try:
                return view(request, *args, **kwargs)
            except NotPossible as refused:
                request.refusal = refused  # type: ignore[attr-defined]
                return shown(request, *args, **kwargs)

        return viewing

    return wrap


def forget(request: HttpRequest) -> None:
    """What was typed is kept now: a refusal that follows shows the record and not the form."""
    request.POST = QueryDict()
    vars(request).pop(KEPT, None)


def new_key() -> str:
    """The key of one form: a repeated key answers with the first receipt."""
    return secrets.token_urlsafe(16)


class Typed:
    """What was typed in a form, read field by field; every fault is kept, and all are told at once.

    >>> typed = Typed(request)
    >>> name, on = typed.text("name", label=_("Tên"), most=200), typed.day("on", label=_("Ngày"))
    >>> typed.check()
    """

    def __init__(self, request: HttpRequest) -> None:
        self.request, self.values = request, request.POST
        self.faults: list[Sentence] = []

    @property
    def key(self) -> str:
        """The form's key. Raises NotPossible when the form has none."""
        if not (key := self.values.get("key", "")[:64]):
            raise refuse("form.no_key")
        return key

    def wrong(self, name: str, *faults: Sentence) -> None:
        """Keeps what is wrong with a field; the page marks it when the form is shown again."""
        self.faults.extend(faults)
        self.request.wrong_fields = getattr(self.request, "wrong_fields", frozenset()) | {name}  # type: ignore[attr-defined]

    def text(self, name: str, *, label: object, most: int = 200, required: bool = True) -> str:
        """What was typed, in one spelling whatever keyboard typed its marks."""
        typed = composed(self.values.get(name, "").replace("\x00", "").strip())
        if required and not typed:
            self.wrong(name, Sentence("form.missing", name=str(label)))
        if len(typed) > most:
            self.wrong(name, Sentence("form.too_long", name=str(label), most=most))
        return typed

    def choice(self, name: str, offered: Any, *, label: object) -> str:
        """One of the values offered; a fault says that nothing was chosen, or which value was not among them."""
        typed = self.values.get(name, "")
        if not typed and typed not in offered:
            self.wrong(name, Sentence("form.none_chosen", name=str(label)))
        elif typed not in offered:
            self.wrong(name, Sentence("form.not_offered", typed=typed[:40], name=str(label)))
        return typed

    def day(self, name: str, *, label: object, required: bool = True) -> date | None:
        """A day as the browser sends it (2016-03-04) or as officers write it (4/3/2016)."""
        typed = self.text(name, label=label, most=20, required=required)
        if not typed:
            return None
        if (found := read_day(typed)) is None:
            self.wrong(name, Sentence("form.not_a_day", typed=typed, name=str(label)))
        return found

    def figure(self, name: str, *, required: bool = False, label: object = "") -> Fraction | None:
        typed = self.text(name, label=label, most=60, required=required)
        try:
            return read_figure(typed) if typed else None
        except NotPossible as fault:
            self.wrong(name, *fault.sentences)
            return None

    def dong(self, name: str, *, label: object, required: bool = True) -> int | None:
        """A sum of money in whole đồng."""
        typed = self.text(name, label=label, most=60, required=required)
        try:
            return read_dong(typed) if typed else None
        except NotPossible as fault:
            self.wrong(name, *(Sentence("form.in_field", name=str(label), fault=one) for one in fault.sentences))
            return None

    def whole(self, name: str) -> int:
        """A whole number that the page itself has put in (a row's key, a version); 0 for anything else."""
        typed = self.values.get(name, "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 16 else 0

    def kept_file(self, name: str, *, label: object = "", required: bool = False) -> StoredFile | None:
        """The file chosen in a field, accepted by its content and kept on disk, so that no refusal loses it.

        Show the field with <c-file name="…">, which names the file that has come. Give it to the act; one that
        no act attaches is shown nowhere.
        """
        return kept_file(self.request, name, label=label, required=required, faults=self.faults)

    def dropped_files(self, name: str) -> list[Dropped]:
        """All files chosen in one field; what is wrong with one stands beside it and is no fault of the form."""
        return dropped_files(self.request, name, faults=self.faults)

    def settle(self, fields: Iterable[Field]) -> None:
        """After a clash with another saver: carries out what was chosen, field by field; the fields as they are now.

        Raises NotPossible naming the fields for which nothing was chosen.
        """
        self.request.POST = self.values = settled(self.values, fields)  # type: ignore[assignment]

    def as_seen(self, row: SharedRow) -> SharedRow:
        """The row with the version that the page showed, for acts that refuse what has changed since."""
        row.version = self.whole("version") or row.version
        return row

    def check(self) -> None:
        """Raises NotPossible with all faults."""
        if self.faults:
            raise NotPossible(*self.faults)
