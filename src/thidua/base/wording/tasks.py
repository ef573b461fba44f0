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
    "task.enter_report": _("Nhập báo cáo kết quả {period} và trình lãnh đạo ký"),
    "task.mend_report": _("Sửa báo cáo kết quả {period} mà lãnh đạo trả lại"),
    "task.sign_report": _("Ký báo cáo kết quả {period} mà cán bộ đã trình"),
    "task.sign_corrections": _("Ký {count} đính chính kết quả mà cán bộ đã trình"),
    "task.chase_reports": _("Còn {count} đơn vị chưa ký xong báo cáo kết quả {period}"),
    "task.adopt_sheet": _("Ban hành bảng điểm để khối tự chấm"),
    "task.enter_card": _("Hoàn thiện bảng chấm của đơn vị và trình lãnh đạo ký"),
    "task.mend_card": _("Sửa bảng chấm mà lãnh đạo trả lại"),
    "task.sign_card": _("Ký bảng chấm mà cán bộ đã trình"),
    "task.chase_cards": _("Còn {count} đơn vị chưa ký xong bảng chấm"),
    "task.verify_cards": _("Còn {count} bảng chấm chờ thẩm định"),
    "task.lock_ranking": _("Chốt bảng xếp hạng"),
    "task.ranking_waits": _("Đã thẩm định xong, trình Trưởng cụm, khu vực chốt bảng xếp hạng"),
    "task.move_stage": _("Chuyển khối sang giai đoạn {stage}"),
    "task.of_unit": _("{unit}, {bloc}"),
    "task.of_bloc": _("{bloc}"),
}
