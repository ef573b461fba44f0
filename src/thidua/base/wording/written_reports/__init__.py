"""Sentences about reports in words: written, submitted, signed, opened again, entered; their rights and tasks."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "written.too_early": _(
        "{what} đến ngày {until} mới hết, nhận báo cáo từ ngày {opens}. Phần đã viết vẫn còn; trình lại từ ngày đó."
    ),
    "written.nothing_said": _("Chưa viết mục: {headings}. Viết, hoặc ghi “không phát sinh”, rồi trình lại."),
    "written.nothing_entered": _("Chưa chép mục nào. Chép ít nhất một mục từ văn bản của đơn vị."),
    "written.unit_is_writing": _("Đơn vị đang tự soạn báo cáo này trên hệ thống nên không nhập thay."),
    "written.entered_from_paper": _(
        "Báo cáo này nhập theo văn bản đã ký của đơn vị. Có văn bản khác thì gửi bộ phận thường trực."
    ),
    "written.needs_reason": _("Ghi lý do mở lại báo cáo đã ký."),
    "written.not_signed": _("Báo cáo chưa ký nên chưa ghi số. Lãnh đạo ký trước."),
    "written.too_much_taken": _(
        "Phần này sẽ dài hơn {most} ký tự. Chọn ít bài hơn, hoặc rút gọn phần đã có rồi lấy thêm."
    ),
    "written.needs_draft": _("Báo cáo chung chưa có dự thảo, hoặc đã trình ký. Lập dự thảo trước rồi mới gộp."),
    "written.texts_taken": _("Đã đưa {count} đoạn vào báo cáo chung. Sửa tiếp cho liền mạch rồi lưu."),
    "written.was_saved": _("Đã lưu bản nháp."),
    "written.was_submitted": _("Đã trình lãnh đạo ký. Số liệu giữ như lúc trình."),
    "written.was_taken_back": _("Đã rút lại báo cáo. Sửa xong thì trình lại."),
    "written.was_signed": _("Đã ký. Bộ phận thường trực đọc được báo cáo."),
    "written.was_returned": _("Đã trả lại cán bộ."),
    "written.was_reopened": _("Đã mở lại báo cáo. Sửa xong trình ký lại."),
    "written.was_numbered": _("Đã ghi số, ngày văn bản."),
    "written.was_entered": _("Đã nhập thay. Đơn vị được báo và có thể xác nhận hoặc phản hồi."),
    "event.written.saved": _("soạn báo cáo"),
    "event.written.submitted": _("trình ký báo cáo bằng văn bản"),
    "event.written.taken_back": _("rút lại báo cáo bằng văn bản"),
    "event.written.signed": _("ký báo cáo bằng văn bản"),
    "event.written.returned": _("trả lại báo cáo bằng văn bản"),
    "event.written.reopened": _("mở lại báo cáo đã ký"),
    "event.written.numbered": _("ghi số báo cáo của đơn vị"),
    "event.written.entered_on_behalf": _("nhập thay báo cáo bằng văn bản"),
    "entry.kind.writtenreport": _("báo cáo bằng văn bản"),
    "act_about.reports": _("Báo cáo bằng văn bản"),
    "act.reports.read": _("Đọc báo cáo bằng văn bản đã ký của đơn vị"),
    "act.reports.read_drafts": _("Đọc báo cáo bằng văn bản khi đơn vị đang soạn"),
    "act.reports.enter": _("Soạn báo cáo bằng văn bản của đơn vị mình"),
    "act.reports.submit": _("Trình ký, rút lại, mở lại, ghi số báo cáo bằng văn bản"),
    "act.reports.sign": _("Ký hoặc trả lại báo cáo bằng văn bản"),
    "act.reports.enter_on_behalf": _("Nhập thay báo cáo bằng văn bản của đơn vị"),
    "task.write_report": _("Viết {name} của đơn vị và trình lãnh đạo ký"),
    "task.write_report.act": _("Viết báo cáo"),
    "task.write_report.waits": _("Bộ phận thường trực chờ để tổng hợp."),
    "task.mend_written": _("Sửa {name} mà lãnh đạo trả lại"),
    "task.mend_written.act": _("Sửa và trình lại"),
    "task.mend_written.waits": _("Lãnh đạo đơn vị chờ bản sửa."),
    "task.sign_written": _("Ký {name} mà cán bộ đã trình"),
    "task.sign_written.act": _("Đọc và ký"),
    "task.sign_written.waits": _("Bộ phận thường trực chờ để tổng hợp."),
    "task.chase_written": _("Còn {count} đơn vị chưa gửi {name}"),
    "task.chase_written.act": _("Xem đơn vị chưa gửi"),
    "task.chase_written.waits": _("Báo cáo tổng hợp chờ các đơn vị này."),
}
