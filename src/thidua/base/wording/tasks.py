"""Sentences of the tasks of the day."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "task.enter_commitments": _("Nhập nội dung giao ước của đơn vị và trình lãnh đạo ký"),
    "task.mend_commitments": _("Sửa nội dung giao ước mà lãnh đạo trả lại"),
    "task.sign_commitments": _("Ký nội dung giao ước mà cán bộ đã trình"),
    "task.sign_pact": _("Ký giao ước thi đua"),
    "task.chase_commitments": _("Còn {count} đơn vị chưa ký xong nội dung giao ước"),
    "task.open_signing": _("Hoàn thiện giao ước và mở ký"),
    "task.close_signing": _("Đóng ký giao ước khi hội nghị xong"),
    "task.move_stage": _("Chuyển khối sang giai đoạn {stage}"),
    "task.of_unit": _("{unit}, {bloc}"),
    "task.of_bloc": _("{bloc}"),
}
