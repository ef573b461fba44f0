"""What is reckoned part by part: a page with a bar, which asks for the next part as long as it is open."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse

from thidua.figures.sweeps.parts import InParts
from thidua.pages.shared.request import page


def how_far(
    request: Any,
    work: InParts,
    *,
    trail: list[Any],
    title: str = "",
    file_of: str = "",
    sent: Mapping[str, str] | None = None,
) -> HttpResponse | None:
    """The page with the bar, which does the next part; None once all are done.

    `file_of`: where a file is asked for, the address of the page that it belongs to. The bar stays when the file comes,
    and leads back there. `sent`: what is asked with a form, which the bar sends again for each part.
    """
    if work.is_done:
        return _to_the_file(request) if file_of and request.htmx else None
    work.go_on()
    answer = page(
        request,
        f"law/sweeping.html{'#progress' if request.htmx else ''}",
        title=title,
        work=work,
        there=request.get_full_path(),
        file_of=file_of,
        sent=sent,
        trail=trail,
        here="directory",
    )
    if request.htmx and work.is_done and not file_of and sent is None:
        answer["HX-Refresh"] = "true"
    return answer


def in_place(request: Any, answer: HttpResponse) -> HttpResponse:
    """What the bar of a form has led to stands where the page of the bar was."""
    if request.htmx:
        answer["HX-Retarget"] = answer["HX-Reselect"] = "#main"
        answer["HX-Reswap"] = "outerHTML"
    return answer


def _to_the_file(request: Any) -> HttpResponse:
    answer = HttpResponse()
    answer["HX-Redirect"] = request.get_full_path()
    return answer
