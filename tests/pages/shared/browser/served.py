"""Addresses for the browser's tests: the sheet of parts, and counterparts for what the scripts talk to."""

import json
import threading
import time
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.template import engines
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from thidua.core.actor import Actor
from thidua.pages.shared import sample_urls

READER = Actor(token="reader", name="Nguyễn Thị Thắm", title="Chuyên viên", account=1)


class Drafts:
    """Drafts by key, and how the next save is to be answered."""

    def reset(self) -> None:
        self.kept: dict[str, dict[str, object]] = {}
        self.answer = 200
        self.sent = 0
        self.rows = ["một"]
        self.changed = threading.Event()


DRAFTS = Drafts()
DRAFTS.reset()


@csrf_exempt
def drafts(request: HttpRequest) -> HttpResponse:
    if request.method == "GET":
        kept = DRAFTS.kept.get(request.GET["key"])
        return JsonResponse(kept) if kept else HttpResponse(status=204)
    key = request.POST["key"]
    if "discard" in request.POST:
        DRAFTS.kept.pop(key, None)
        return HttpResponse(status=204)
    if DRAFTS.answer == 409:
        return JsonResponse({"sentence": "Bà Hoa đã lưu lúc 10:05."}, status=409)
    if DRAFTS.answer != 200:
        return HttpResponse(status=DRAFTS.answer)
    kept = {"values": json.loads(request.POST["values"]), "at": "2016-06-27T02:12:00Z", "version": 1}
    DRAFTS.kept[key] = kept
    return JsonResponse(kept)


@csrf_exempt
def form(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        DRAFTS.sent += 1
        time.sleep(0.3)
        DRAFTS.kept.clear()
        return _page("<p>Đã nhận</p>")
    return _page(
        '<form method="post" data-draft="ket-qua"><label>Kết quả <input name="figure"></label>'
        '<label>Lý do <textarea name="why"></textarea></label>'
        '<label><input type="checkbox" name="sure"> Chắc</label><div class="acts"><button>Gửi</button></div></form>'
    )


def table(request: HttpRequest) -> HttpResponse:
    rows = [("Ý Yên", "1.187,5", "12/2/2016"), ("Đông Anh", "92", "3/6/2016"), ("An Dương", "", "30/11/2015")]
    cells = "".join(f'<tr><th scope="row">{a}</th><td class="num">{b}</td><td>{c}</td></tr>' for a, b, c in rows)
    return _page(
        '<table data-sortable data-filter><thead><tr><th scope="col">Đơn vị</th><th scope="col" class="num">Điểm</th>'
        f'<th scope="col" data-type="date">Ngày</th></tr></thead><tbody>{cells}</tbody></table>'
    )


def live_part(request: HttpRequest) -> HttpResponse:
    return _page(_rows())


def _rows() -> str:
    rows = "".join(f"<li>{row}</li>" for row in DRAFTS.rows)
    return f'<ul id="rows" data-live="/live" data-part="/phan">{rows}</ul><c-state />'


def stream(request: HttpRequest) -> StreamingHttpResponse:
    def events() -> Iterator[bytes]:
        yield b": hello\n\n"
        if DRAFTS.changed.wait(10):
            yield b"data: 1\n\n"

    return StreamingHttpResponse(events(), content_type="text/event-stream")


def _page(content: str) -> HttpResponse:
    from django_cotton.compiler_regex import CottonCompiler

    source = (
        '{% extends "shared/base.html" %}{% block title %}Thử{% endblock %}{% block content %}'
        + content
        + "{% endblock %}"
    )
    template = engines["django"].from_string(CottonCompiler().process(source))
    return HttpResponse(template.render({"theme": "light", "actor": READER}))


def found(request: HttpRequest) -> HttpResponse:
    return _page("<p>Tìm</p>")


urlpatterns = [
    path("nhap-luu", drafts),
    path("bieu-mau", form),
    path("bang", table),
    path("phan", live_part),
    path("live", stream),
    path("tim", found, name="find"),
    path("dang-nhap", found, name="sign_in"),
    path("luat", found, name="law"),
    path("", include("thidua.pages.shared.urls")),
    path("", include(sample_urls)),
]
