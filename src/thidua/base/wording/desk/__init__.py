"""Sentences about drafts, entries on behalf and notices."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "draft.typed_elsewhere": _(
        "Biểu mẫu này vừa được nhập tiếp lúc {at} ở một cửa sổ hoặc máy khác của bạn. Phần nhập ở đây vẫn giữ trên "
        "máy này; chỉ gửi từ một nơi rồi đóng nơi kia."
    ),
    "draft.too_large": _(
        "Phần đang nhập dài hơn {most} KB nên chỉ giữ trên máy này. Gửi biểu mẫu để lưu, phần dài thì đính kèm tệp."
    ),
    "entry.kind.commitmentset": _("nội dung giao ước"),
    "entry.kind.annex": _("phụ lục giao ước"),
    "entry.kind.report": _("báo cáo kết quả"),
    "entry.kind.correction": _("đính chính kết quả"),
    "entry.kind.scorecard": _("bảng chấm điểm"),
    "entry.state.standing": _("nhập thay"),
    "entry.state.confirmed_by_unit": _("nhập thay, đơn vị xác nhận"),
    "entry.state.disputed": _("đơn vị không đồng ý"),
    "entry.state.confirmed": _("nhập thay, giữ nguyên sau khi trả lời"),
    "entry.state.replaced": _("nhập thay, đã thay số liệu"),
    "entry.paper_from_later": _("Ngày văn bản {dated_on} sau hôm nay. Ghi đúng ngày trên văn bản."),
    "entry.is_standing": _("Đơn vị chưa có ý kiến không đồng ý nào để trả lời."),
    "entry.is_confirmed_by_unit": _("Đơn vị đã xác nhận số liệu nhập thay này."),
    "entry.is_disputed": _("Đơn vị đã ghi ý kiến không đồng ý; bộ phận thường trực đang xem để trả lời."),
    "entry.is_confirmed": _(
        "Bộ phận thường trực đã trả lời và giữ nguyên số liệu này. Có số liệu khác thì đơn vị gửi văn bản mới."
    ),
    "entry.is_replaced": _("Số liệu nhập thay này đã được thay bằng số liệu mới."),
    "entry.needs_reason_to_dispute": _(
        "Ghi rõ số liệu nào không đúng và số đúng là bao nhiêu để bộ phận thường trực đối chiếu."
    ),
    "entry.needs_reason_to_uphold": _("Ghi lý do giữ nguyên, dẫn văn bản đã đối chiếu, để đơn vị biết."),
    "entry.needs_reason_to_replace": _("Ghi đã thay bằng số liệu nào, theo văn bản nào, để đơn vị biết."),
    "entry.nothing_newer": _(
        "Chưa có số liệu mới hơn ý kiến của đơn vị. Nhập đính chính hoặc nhập lại trước, rồi ghi là đã thay."
    ),
    "entry.was_confirmed": _("Đã xác nhận. Bộ phận thường trực thấy xác nhận này ở mọi nơi có số liệu."),
    "entry.was_disputed": _(
        "Đã ghi ý kiến không đồng ý. Số liệu vẫn đứng kèm dấu này cho đến khi bộ phận thường trực trả lời."
    ),
    "entry.was_upheld": _("Đã trả lời đơn vị: giữ nguyên số liệu."),
    "entry.was_replaced": _("Đã trả lời đơn vị: số liệu đã được thay."),
    "task.confirm_entries": _("Xem và xác nhận {count} mục bộ phận thường trực đã nhập thay"),
    "task.answer_disputes": _("Trả lời {count} ý kiến không đồng ý với số liệu nhập thay"),
    "notice.entry_disputed": _("{unit} không đồng ý với số liệu nhập thay theo văn bản số {number}. Xem và trả lời."),
    "notice.entry_upheld": _(
        "Bộ phận thường trực đã trả lời ý kiến của đơn vị: giữ nguyên số liệu theo văn bản số {number}."
    ),
    "notice.entry_replaced": _(
        "Bộ phận thường trực đã trả lời ý kiến của đơn vị: số liệu theo văn bản số {number} đã được thay."
    ),
    "notice.all_read": _("Đã đánh dấu đã đọc."),
    "draft.unreadable": _("Bản nháp gửi lên không đọc được. Tải lại trang; phần đã nhập vẫn giữ trên máy này."),
}
