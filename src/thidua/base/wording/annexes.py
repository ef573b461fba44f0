"""Sentences about the annexes of a locked pact."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "annex.needs_locked_pact": _("Giao ước chưa khóa. Trước khi khóa, mở lại toàn văn để sửa thay cho lập phụ lục."),
    "annex.needs_reason": _("Ghi lý do điều chỉnh: lý do nằm trong phụ lục được ký."),
    "annex.nothing_changes": _("Chưa có mức nào thay đổi. Nhập mức mới khác mức đang đăng ký."),
    "annex.in_force": _("Phụ lục số {number} đã có hiệu lực, không nhận thêm chữ ký."),
    "annex.already_signed": _("Phụ lục số {number}: bên này đã ký rồi."),
    "annex.overtaken": _(
        "Phụ lục số {number}: mức của “{name}” đã đổi từ khi lập phụ lục. Lập phụ lục mới từ mức hiện nay."
    ),
    "annex.is_withdrawn": _("Phụ lục số {number} đã được rút."),
    "annex.head_has_signed": _("Phụ lục số {number} đã có chữ ký của trưởng cụm, không rút được. Lập phụ lục mới."),
    "annex.withdrawn": _("Đã rút phụ lục số {number}."),
    "annex.proposed": _("Đã lập phụ lục số {number}, chờ đơn vị và trưởng cụm ký."),
    "annex.entered_on_behalf": _("Đã nhập thay phụ lục số {number}, chờ trưởng cụm ký. Đơn vị được báo."),
    "annex.signed": _("Đã ký phụ lục số {number}."),
    "annex.came_into_force": _("Phụ lục số {number} đã có hiệu lực."),
}
