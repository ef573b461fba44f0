"""The base page and its components: what they say, in both languages, and what they never let through."""

import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import include, path
from django.utils import translation

from thidua.core.actor import PUBLIC, Actor
from thidua.pages.shared import samples
from thidua.pages.shared.parts import LedgerLine

TRA = Actor(token="a1", name="Lê Thị Thanh Trà", title="Sở Tư pháp tỉnh Nam Định", account=7)


def somewhere(request: HttpRequest) -> HttpResponse:
    return HttpResponse("here")


urlpatterns = [
    path("", somewhere, name="front"),
    path("hom-nay", somewhere, name="today"),
    path("luat", somewhere, name="law"),
    path("cham-diem", somewhere, name="scores"),
    path("dang-nhap", somewhere, name="sign_in"),
    path("dang-xuat", somewhere, name="sign_out"),
    path("", include("thidua.pages.shared.urls")),
]
pytestmark = pytest.mark.urls(__name__)


def a_request(address: str = "/hom-nay", actor: Actor = TRA, **cookies: str) -> HttpRequest:
    request = RequestFactory().get(address)
    request.COOKIES.update(cookies)
    request.actor = actor
    return request


def page(source: str = "", request: HttpRequest | None = None, **context: object) -> str:
    template = Template('{% extends "shared/base.html" %}' + source)
    from django.template import RequestContext

    return template.render(RequestContext(request or a_request(), context))


def part(source: str, **context: object) -> str:
    """A piece of template, compiled as a template file is."""
    from django.template import engines
    from django_cotton.compiler_regex import CottonCompiler

    compiled = engines["django"].engine.from_string(CottonCompiler().process(source))
    return compiled.render(Context(context))


class Outline(HTMLParser):
    """Fails on a tag that is closed out of turn; keeps the ids."""

    EMPTY = frozenset(("meta", "link", "input", "br", "hr", "img", "use", "circle", "path", "polygon", "rect"))

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag == "form" and "form" in self.open), "a form inside a form is dropped by browsers"
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.EMPTY:
            assert self.open.pop() == tag


def test_a_title_is_written_once_and_stands_in_the_tab_and_in_the_heading():
    text = page("{% block title %}Sổ theo dõi{% endblock %}")
    assert "<title>Sổ theo dõi · Thi Đua</title>" in text
    assert "<h1>Sổ theo dõi</h1>" in text


def test_the_menu_shows_only_places_that_exist_and_marks_the_present_one():
    text = page(request=a_request("/cham-diem/2016"))
    menu = re.search(r'<header class="top">.*?</nav>', text, re.S)[0]
    assert re.findall(r'href="(/[^"]*)"[^>]*>(?:<svg|[^<])', menu.split("<nav", 1)[1]) == ["/hom-nay", "/cham-diem"]
    assert re.findall(r'href="([^"]+)" aria-current="page"', menu) == ["/cham-diem"]
    assert 'role="search"' not in text


def test_the_person_can_sign_out_and_a_guest_can_sign_in():
    assert 'action="/dang-xuat"' in page()
    guest = page(request=a_request(actor=PUBLIC))
    assert 'href="/dang-nhap"' in guest
    assert 'action="/dang-xuat"' not in guest


@pytest.mark.parametrize(
    ("cookie", "theme"), [("dark", "dark"), ("hall", "hall"), ('"><script>', "light"), ("", "light")]
)
def test_the_theme_is_read_from_its_cookie_and_never_echoed(cookie, theme):
    assert f'data-theme="{theme}"' in page(request=a_request(theme=cookie))


def test_the_demo_s_day_is_shown_only_in_the_demo(settings):
    settings.DEMO_DAY = None
    assert 'class="demo"' not in page()
    settings.DEMO_DAY = datetime(2016, 6, 27, tzinfo=UTC).date()
    assert "<b>27/6/2016</b>" in page()


def test_reasons_of_a_refusal_are_shown_above_the_content_and_read_out():
    text = page(refused=["Thiếu số văn bản. Ghi số rồi gửi lại.", "<b>"])
    assert 'role="alert"' in text
    assert "Thiếu số văn bản. Ghi số rồi gửi lại." in text
    assert "&lt;b&gt;" in text


def test_an_english_page_holds_no_vietnamese_outside_what_is_marked_so():
    with translation.override("en"):
        text = page("{% block title %}Today{% endblock %}")
    bare = re.sub(
        r'<(\w+)[^>]*\blang="vi"[^>]*>.*?</\1>', "", re.sub(r"<!doctype.*?<head>", "", text, flags=re.S), flags=re.S
    )
    assert re.findall(r"[ạ-ỹăđơưĂĐƠƯ]\w*", bare) == []
    assert '<html lang="en"' in text


def test_what_a_sheet_of_all_parts_opens_it_closes_and_no_id_stands_twice():
    outline = Outline()
    outline.feed(samples.sheet(a_request("/mau")).content.decode())
    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))


def test_a_page_and_one_part_of_a_page_both_hold_components():
    whole = render_to_string("shared/samples.html", {}, a_request())
    one = render_to_string("shared/samples.html#tags", {}, a_request())
    for text in (whole, one):
        assert '<span class="tag late' in text
        assert "<c-" not in text
        assert "{%" not in text
    assert "<h1>" in whole
    assert "<h1>" not in one


class AForm(forms.Form):
    figure = forms.DecimalField(label="Kết quả", help_text="Số vụ việc.")
    note = forms.CharField(label="Ghi chú", required=False)


def test_a_field_ties_its_help_and_its_error_to_the_control():
    text = part('<c-field :field="form.figure" />', form=AForm({"figure": "x"}))
    control = re.search(r"<input[^>]*>", text)[0]
    assert 'aria-invalid="true"' in control
    for name in re.search(r'aria-describedby="([^"]+)"', control)[1].split():
        assert f'id="{name}"' in text
    assert '<label for="id_figure">' in text


def test_a_field_that_may_stay_empty_says_so():
    assert "(không bắt buộc)" in part('<c-field :field="form.note" />', form=AForm())
    assert "(không bắt buộc)" not in part('<c-field :field="form.figure" />', form=AForm())


def test_an_input_without_a_form_ties_its_error_too():
    text = part('<c-input name="so" label="Số" value="1&quot;2" error="Thiếu ký hiệu." required />')
    assert 'aria-describedby="so_error"' in text
    assert 'id="so_error"' in text
    assert " required" in text


def test_a_ledger_line_says_who_when_what_from_to_and_why():
    line = LedgerLine(
        datetime(2016, 6, 24, 2, tzinfo=UTC), "Phòng <A>", "sửa Kết quả", before="98,1", after="98,7", why="Bổ sung."
    )
    text = " ".join(re.sub(r"<[^>]+>", "", part('<c-ledger :lines="lines" />', lines=[line])).split())
    assert text == "24/6/2016 Phòng &lt;A&gt; sửa Kết quả: từ 98,1 thành 98,7. Bổ sung."


def test_a_state_is_never_colour_alone():
    for kind in ("late", "due", "done", "gold"):
        assert "<svg" in part(f'<c-tag kind="{kind}">chữ</c-tag>')


def test_a_button_with_an_address_is_a_link_and_passes_other_attributes_on():
    assert re.fullmatch(
        r'\s*<a class="btn first *" href="/x" data-copy="y">Mở</a>\s*',
        part('<c-button kind="first" href="/x" data-copy="y">Mở</c-button>'),
    )
    assert 'type="submit"' in part("<c-button>Gửi</c-button>")


def test_a_component_does_not_take_values_from_the_page_around_it():
    text = part('<c-empty title="Chưa có đợt" /><c-tag>chữ</c-tag>', action="Tạo", href="/x", kind="late", icon="x")
    assert "/x" not in text
    assert "late" not in text


def test_a_dialog_asks_before_the_act_and_carries_its_key():
    text = part(
        '<c-confirm id="lock" title="Chốt" action="/chot" do="Chốt" key="k1" opener="Chốt"><p>Sẽ khóa.</p></c-confirm>'
    )
    assert 'commandfor="lock"' in text
    assert re.search(r'<dialog id="lock" aria-labelledby="lock-title">.*value="k1".*Sẽ khóa.*</dialog>', text, re.S)


def test_a_pager_keeps_the_other_parameters_of_the_address():
    text = part(
        '<c-pager :page="page" />',
        page=Paginator(range(700), 200).page(2),
        request=RequestFactory().get("/?xep=-ten&trang=2"),
    )
    assert 'href="?xep=-ten&amp;trang=1"' in text
    assert 'href="?xep=-ten&amp;trang=3"' in text
    assert "201 đến 400 trong 700" in text


def test_a_single_page_has_no_pager():
    assert part('<c-pager :page="page" />', page=Paginator(range(3), 200).page(1)).strip() == ""


@pytest.mark.parametrize(
    ("sort", "aria", "leads"), [("", "none", "ten"), ("ten", "ascending", "-ten"), ("-ten", "descending", "ten")]
)
def test_a_sorted_head_says_its_order_and_turns_it_round(sort, aria, leads):
    text = part(
        f'<c-sort-head key="ten" label="Đơn vị" sort="{sort}" />', request=RequestFactory().get("/?trang=4&khoi=stp")
    )
    assert f'aria-sort="{aria}"' in text
    assert f'href="?khoi=stp&amp;xep={leads}"' in text


def test_a_crumb_s_last_step_is_the_page_itself():
    text = part('<c-crumb :trail="trail" />', trail=[("Năm 2016", "/2016"), ("STP Hà Nam", "", "vi")])
    assert '<a href="/2016">Năm 2016</a>' in text
    assert re.search(r'<li lang="vi"><span aria-current="page">STP Hà Nam</span>', text)


def test_a_room_names_who_is_still_to_come_while_names_can_be_read():
    few, many = (samples.sample_blocs(n)[0] for n in (11, 60))
    assert "Hải Dương" in part('<c-still :blocs="blocs" />', blocs=[few])
    text = part('<c-still :blocs="blocs" />', blocs=[many])
    assert "Đơn vị 4" not in text
    assert f"còn {len(many.waiting)} đơn vị chưa ký" in text


def test_the_drum_has_its_list_beside_it():
    text = part('<c-drum :blocs="blocs" />', blocs=samples.sample_blocs())
    assert '<svg class="drum"' in text
    assert len(re.findall(r"<li>", text)) == 22


def choose(**posted: str) -> HttpResponse:
    from thidua.pages.shared.looks import choose as view

    return view(RequestFactory().post("/giao-dien", posted))


def test_a_choice_is_kept_in_a_cookie_and_leads_back():
    answer = choose(theme="dark", next="/hom-nay?x=1")
    assert (answer.status_code, answer["Location"]) == (302, "/hom-nay?x=1")
    assert answer.cookies["theme"].value == "dark"
    assert choose(language="en").cookies["language"].value == "en"


@pytest.mark.parametrize("away", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)"])
def test_a_choice_never_leads_to_another_site(away):
    assert choose(theme="dark", next=away)["Location"] == "/"


def test_an_unknown_theme_or_language_is_not_kept():
    assert not choose(theme="pink", language="xx").cookies


def test_a_front_page_is_not_the_place_of_every_stray_address():
    from thidua.pages.shared.menu import Place, Stop, current

    front = Stop(Place("today", "", "", "", ""), "/")
    inner = Stop(Place("scores", "", "", "", ""), "/cham-diem")
    assert [current([front, inner], path) for path in ("/", "/la", "/cham-diem", "/cham-diem-khac")] == [
        "today", "", "scores", "",
    ]  # fmt: skip


def test_initials_are_those_of_family_and_given_name():
    from thidua.pages.shared.context import initials

    assert [initials(name) for name in ("Lê Thị Thanh Trà", "Minh", "")] == ["LT", "M", ""]


def test_a_heat_cell_gets_its_class_and_arrow_from_the_figure():
    context = {"cell": SimpleNamespace(value=136)}
    assert part("{{ cell.value|tint }} {{ cell.value|arrow }}", **context).strip() == "tint-above-9 ▲"
