"""Sentences of the hall: groups called up, presses taken back, the rehearsal."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "hall.grouped": _("Đã lưu các lượt ký."),
    "hall.no_group": _("{names}: lượt ký phải là số nguyên từ 1 đến 999. Sửa rồi lưu lại."),
    "hall.unknown_group": _("Khối không có lượt {group}. Tải lại trang để thấy các lượt hiện hành."),
    "hall.called": _("Đã mời lượt {group}."),
    "hall.called_nobody": _("Đã thôi mời; bảng ký không nêu tên lượt nào."),
    "hall.no_signer": _(
        "{unit}: danh bạ chưa có lãnh đạo, cũng chưa có giấy ủy quyền. Bấm “Người khác ký” để ghi tên người ký."
    ),
    "hall.undone": _("Đã hoàn tác chữ ký của {unit}."),
    "hall.only_in_ink": _(
        "{unit} đã tự xác nhận trên hệ thống; chỉ hoàn tác được chữ ký trên giấy do thường trực ghi."
    ),
    "hall.void_already": _("Chữ ký của {unit} đã được hoàn tác."),
    "hall.locked_by_last": _("{unit}: chữ ký cuối cùng đã khóa giao ước, không hoàn tác được nữa."),
    "hall.reason": _("Lý do"),
    "rehearsal.started": _("Bắt đầu tập dượt. Mọi lần bấm từ giờ chỉ để thử."),
    "rehearsal.was_ended": _("Đã hết tập dượt; các lần bấm thử đã xóa."),
    "rehearsal.lit": _("Tập dượt: {unit} đã ký thử."),
    "rehearsal.lit_already": _("Tập dượt: {unit} đã ký thử rồi."),
    "rehearsal.not_lit": _("{unit} chưa ký nên không có gì để hoàn tác."),
    "rehearsal.none": _("Tập dượt đã kết thúc. Tải lại trang để thấy lễ ký thật."),
    "rehearsal.goes_on": _("Đang có một buổi tập dượt của năm thi đua này."),
    "rehearsal.ends_first": _("Đang tập dượt. Kết thúc tập dượt ở trang Gọi ký rồi mở ký."),
    "rehearsal.signing_is_open": _(
        "{names}: giao ước đã mở ký, mỗi lần bấm là ký thật nên không tập dượt được nữa. "
        "Cần tập dượt thì mở lại toàn văn trước."
    ),
}
