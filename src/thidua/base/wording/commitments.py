"""Sentences about a unit's commitments."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "title.not_conferred": _("Năm nay không đăng ký được “{code}”. Tải lại trang để lấy danh mục hiện hành."),
    "title.not_a_count": _("{name}: số lượng đăng ký phải là số nguyên từ 0. Sửa, hoặc để trống nếu không đăng ký."),
    "commitments.below_assigned": _(
        "{name}: đăng ký {registered}, thấp hơn mức {assigned} đã giao tại {decision}. "
        "Đăng ký bằng hoặc cao hơn mức đã giao."
    ),
    "commitments.no_figure": _("{name}: chưa có mức đăng ký. Ghi mức đơn vị đăng ký."),
    "commitments.needs_remark": _("Ghi lý do trả lại để cán bộ biết cần sửa gì."),
    "commitments.text_is_fixed": _(
        "Mức đã ký đang nằm trong toàn văn giao ước, không mở sửa được. "
        "Trước khi khóa: nhờ bộ phận thường trực mở lại toàn văn. Sau khi khóa: lập phụ lục."
    ),
    "commitments.text_is_open": _(
        "Toàn văn giao ước đang mở ký mà chưa có mức của đơn vị. "
        "Nhờ bộ phận thường trực mở lại toàn văn, ký bản đăng ký, rồi mở ký lại."
    ),
    "commitments.needs_annex": _(
        "Giao ước đã đóng ký mà chưa có mức của đơn vị. Khi giao ước khóa, đơn vị đăng ký mức bằng phụ lục."
    ),
    "commitments.saved": _("Đã lưu bản nháp."),
    "commitments.submitted": _("Đã trình lãnh đạo ký."),
    "commitments.signed": _("Đã ký."),
    "commitments.returned": _("Đã trả lại cán bộ."),
    "commitments.taken_back": _("Đã rút lại. Sửa xong thì trình lại."),
    "commitments.reopened": _("Đã mở sửa. Bảng cần được trình và ký lại."),
    "commitments.entered_on_behalf": _("Đã nhập thay. Đơn vị được báo và có thể xác nhận hoặc phản hồi."),
    "commitments.signed_on": _("Đã ký"),
    "commitments.submitted_on": _("Chờ ký"),
    "commitments.draft": _("Đang nhập"),
    "notice.entered_on_behalf": _(
        "Bộ phận thường trực đã nhập thay đơn vị theo {source} số {number}. Xem và xác nhận, hoặc phản hồi."
    ),
}
