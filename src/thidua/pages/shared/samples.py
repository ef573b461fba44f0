"""The sheet of parts for the team: every component in its states, a room and a paper; in Vietnamese only."""

from datetime import UTC, date, datetime

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override

from thidua.pages.shared.drum import Bloc, Unit
from thidua.pages.shared.parts import LedgerLine
from thidua.pages.shared.year import Bar, Mark, Row, Year


class SampleForm(forms.Form):
    figure = forms.DecimalField(label="Kết quả quý II", help_text="Số vụ việc trợ giúp pháp lý đã xong.", localize=True)
    reason = forms.CharField(label="Lý do", widget=forms.Textarea, required=False)
    way = forms.ChoiceField(
        label="Cách ký", choices=[("paper", "Ký giấy"), ("inside", "Xác nhận nội bộ")], widget=forms.RadioSelect
    )
    file = forms.FileField(label="Tệp minh chứng", required=False)
    agree = forms.BooleanField(label="Đã đối chiếu với báo cáo giấy")


LINES = [
    LedgerLine(
        datetime(2016, 6, 27, 2, 12, tzinfo=UTC),
        "Phòng Hành chính tư pháp",
        "sửa Hồ sơ hộ tịch đúng hạn",
        before="98,1",
        after="98,7 %",
        why="Bổ sung 12 hồ sơ tháng 6.",
    ),
    LedgerLine(datetime(2016, 6, 24, 3, 0, tzinfo=UTC), "Sở Tư pháp tỉnh Thái Bình", "hỏi về mô hình Tổ hòa giải điểm"),
]

YEAR = Year(
    date(2016, 1, 1),
    date(2016, 12, 31),
    (
        Row(
            "Thường xuyên",
            (Bar("Học tập và làm theo tấm gương đạo đức Hồ Chí Minh", date(2016, 3, 7), date(2016, 12, 31)),),
        ),
        Row(
            "Cao điểm",
            (
                Bar("Đợt 1: pháp luật về cơ sở", date(2016, 3, 27), date(2016, 6, 30), "son"),
                Bar("Đợt 2: án tồn đọng", date(2016, 8, 2), date(2016, 10, 10), "son"),
            ),
        ),
        Row(
            "Chuyên đề",
            (
                Bar("Hộ tịch", date(2016, 4, 10), date(2016, 6, 8)),
                Bar("Trợ giúp pháp lý lưu động", date(2016, 7, 8), date(2016, 9, 18)),
            ),
        ),
        Row("Đột xuất", (Bar("Sau bão số 1", date(2016, 5, 20), date(2016, 6, 3), "amber"),)),
        Row(
            "Thanh niên",
            (
                Bar("Tháng Thanh niên", date(2016, 3, 1), date(2016, 3, 31), "jade"),
                Bar("Tình nguyện hè", date(2016, 6, 1), date(2016, 7, 31), "jade"),
            ),
        ),
    ),
    (
        Mark("ký giao ước", date(2016, 3, 7)),
        Mark("báo cáo quý II", date(2016, 7, 8)),
        Mark("sơ kết", date(2016, 7, 15)),
        Mark("tự chấm", date(2016, 10, 18)),
        Mark("tổng kết", date(2016, 11, 30)),
    ),
    date(2016, 6, 27),
)

HEAT_HEADS = ["Văn bản QPPL", "Phổ biến, giáo dục PL", "Hòa giải ở cơ sở", "Trợ giúp pháp lý", "Hộ tịch, chứng thực"]
HEAT_ROWS = [
    ("STP Quảng Ninh", [99, 104, 94, 103, 136]),
    ("STP Nam Định", [84, 96, None, 100, 64]),
    ("STP Vĩnh Phúc", [98, 104, 110, 98, 100]),
]


@override("vi")
def sheet(request: HttpRequest) -> HttpResponse:
    """Every component in all its states."""
    wrong = SampleForm({"wrong-figure": "41 đợt", "wrong-way": "paper"}, prefix="wrong")
    pages = Paginator(range(700), 200)
    return render(
        request,
        "shared/samples.html",
        {
            "form": SampleForm(),
            "wrong": wrong,
            "lines": LINES,
            "page": pages.page(2),
            "trail": [("Năm thi đua 2016", "/"), ("Kết quả", "/"), ("Bộ phận giao diện", "")],
            "heat_heads": HEAT_HEADS,
            "heat_rows": HEAT_ROWS,
            "year": YEAR,
        },
    )


PROVINCES = (
    ("Bắc Ninh", "BN"), ("Hà Nam", "HNa"), ("Hà Nội", "HN"), ("Hải Dương", "HD"), ("Hải Phòng", "HP"),
    ("Hưng Yên", "HY"), ("Nam Định", "NĐ"), ("Ninh Bình", "NB"), ("Quảng Ninh", "QN"), ("Thái Bình", "TB"),
    ("Vĩnh Phúc", "VP"),
)  # fmt: skip
SIGNED = ({0, 1, 2, 4, 5, 7, 8, 10}, {0, 2, 3, 6, 8, 9})
LATEST = (1, 9)


def sample_blocs(count: int = 11) -> list[Bloc]:
    """Two blocs of `count` made-up units each; with 11 they are those of the founding region."""
    blocs = []
    for b, (name, office) in enumerate([("Sở Tư pháp", "Sở Tư pháp"), ("Cục Thi hành án dân sự", "Cục THADS")]):
        units = []
        for i in range(count):
            label, code = PROVINCES[i] if count <= len(PROVINCES) else (f"Đơn vị {i + 1}", str(i + 1))
            units.append(Unit(label, code, f"{office} {label}", i % 11 in SIGNED[b], (b, i) == LATEST))
        blocs.append(Bloc(name, tuple(units)))
    return blocs


@override("vi")
def room(request: HttpRequest) -> HttpResponse:
    """The signing room; `?so=` gives another number of units a bloc."""
    blocs = sample_blocs(max(1, min(1000, int(request.GET.get("so", "11")))))
    return render(
        request,
        "shared/sample_room.html",
        {
            "blocs": blocs,
            "signed": sum(bloc.signed for bloc in blocs),
            "all": sum(len(bloc.units) for bloc in blocs),
            "still": "con" in request.GET,
        },
    )


@override("vi")
def paper(request: HttpRequest) -> HttpResponse:
    """A pact as it will print, with what is done beside it."""
    return render(request, "shared/sample_paper.html", {"blocs": sample_blocs()})
