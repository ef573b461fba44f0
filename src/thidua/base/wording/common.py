"""Sentences that any form may need."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "shared.changed_since": _(
        "Có người đã lưu thay đổi trong khi bạn đang nhập. Bản nháp của bạn còn giữ bên dưới: "
        "mở lại trang để xem bản mới, rồi nhập lại phần cần sửa."
    ),
    "clash.changed_since": _(
        "Có người đã lưu thay đổi trong khi bạn đang nhập. So từng ô bên dưới, chọn giữ hay lấy, rồi lưu lại."
    ),
    "clash.nothing_differs": _(
        "Có người đã lưu thay đổi trong khi bạn đang nhập; không ô nào khác nhau. Xem lại rồi lưu lại."
    ),
    "clash.choose": _("Chọn giữ hay lấy cho: {names}."),
    "key.used_elsewhere": _("Biểu mẫu này đã được dùng cho một việc khác. Tải lại trang rồi gửi lại."),
    "figure.not_dong": _("“{typed}” không phải số tiền. Ghi số đồng như 1.500.000, không ghi lẻ."),
    "figure.too_much_money": _("Số tiền lớn hơn {most} đồng. Kiểm tra lại số chữ số 0."),
    "figure.not_one": _("“{typed}” không phải là số. Ghi số như 95, 9,5 hoặc 1.234,5."),
    "figure.ambiguous": _("“{typed}” có thể hiểu hai cách. Ghi {whole} nếu là số nguyên, {decimal} nếu là số lẻ."),
    "figure.too_long": _("“{typed}…” dài quá. Ghi số ít hơn 30 chữ số."),
    "figure.below_zero": _("{name}: số không được âm."),
    "form.in_field": _("{name}: {fault}"),
    "form.missing": _("Thiếu “{name}”. Điền vào rồi gửi lại."),
    "form.none_chosen": _("Chưa chọn “{name}”. Chọn rồi gửi lại."),
    "form.too_long": _("“{name}” dài quá {most} ký tự. Rút ngắn rồi gửi lại."),
    "form.not_a_day": _("{name}: “{typed}” không phải là ngày. Ghi ngày/tháng/năm, thí dụ 25/12/2026."),
    "form.not_offered": _("“{typed}” không có trong danh sách của “{name}”. Chọn lại."),
    "form.no_word": _("“{typed}” không có chữ cái hay chữ số nào để làm địa chỉ trang. Ghi thêm chữ rồi gửi lại."),
    "form.no_key": _("Biểu mẫu thiếu mã gửi. Tải lại trang rồi gửi lại; bản nháp còn giữ."),
    "handing.not_submit": _("Không trình được: bảng này không còn là bản nháp. Tải lại trang để xem trạng thái mới."),
    "handing.not_take_back": _("Không rút lại được: bảng này chưa trình, hoặc lãnh đạo đã ký hay trả lại."),
    "handing.changed_since": _("Nội dung đã được sửa và trình lại sau khi bạn mở trang. Xem bản mới rồi làm tiếp."),
    "handing.not_return": _("Không trả lại được: bảng này không chờ ký."),
    "handing.not_sign": _("Không ký được: bảng này không chờ ký. Cán bộ cần trình trước."),
    "handing.not_correct": _("Không mở sửa được: bảng này chưa ký."),
    "handing.not_open": _("Bảng này đang chờ ký hoặc đã ký, không sửa được. Rút lại hoặc mở sửa trước."),
}
