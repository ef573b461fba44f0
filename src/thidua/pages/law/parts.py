"""What is reckoned part by part: a page with a bar, which asks for the next part as long as it is open."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse

from thidua.figures.sweeps import Sweeping
from thidua.pages.shared.request import page


def how_far(
    request: Any, sweeping: Sweeping, *, trail: list[Any], title: str = "", file_of: str = ""
) -> HttpResponse | None:
    """The page with the bar, which does the next part; None once all are done.

    `file_of`: where a file is asked for, the address of the page that it belongs to. The bar stays when the file comes,
    and leads back there.
    """
    if sweeping.is_done:
        return _to_the_file(request) if file_of and request.htmx else None
    sweeping.go_on()
    there = request.get_full_path()
    told: Mapping[str, Any] = {"title": title, "sweeping": sweeping, "there": there, "file_of": file_of}
    answer = page(
        request, f"law/sweeping.html{'#progress' if request.htmx else ''}", **told, trail=trail, here="directory"
    )
    if request.htmx and sweeping.is_done and not file_of:
        answer["HX-Refresh"] = "true"
    return answer


def _to_the_file(request: Any) -> HttpResponse:
    answer = HttpResponse()
    answer["HX-Redirect"] = request.get_full_path()
    return answer
