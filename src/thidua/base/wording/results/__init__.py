"""Sentences about reports, results, evidence and corrections."""

from django.utils.translation import gettext_noop as _

WORDS = {
    # a figure
    "measure.other_form": _(
        "{name}: số liệu không đúng cách tính của chỉ số này. Tải lại trang rồi nhập vào ô có sẵn."
    ),
    "measure.half_a_ratio": _("{name}: cần cả hai số, số đạt và tổng số. Nhập đủ, hoặc để trống cả hai và ghi lý do."),
    "measure.not_whole": _("{name}: hai số của một tỷ lệ là số nguyên. Làm tròn rồi nhập lại."),
    "measure.nothing_came_up": _(
        "{name}: tổng số bằng 0 thì không tính được tỷ lệ. Để trống cả hai ô và ghi “không phát sinh” vào ghi chú."
    ),
    "measure.more_than_all": _(
        "{name}: số đạt {numerator} lớn hơn tổng số {denominator}. Kiểm tra xem hai ô có bị đổi chỗ không."
    ),
    "measure.falls": _(
        "{name}: số lũy kế {value} nhỏ hơn {before} đã ký ở {period}. Nhập số cộng dồn từ đầu năm, "
        "hoặc đính chính {period} trước."
    ),
    "measure.overtakes": _(
        "{name}: số lũy kế {value} lớn hơn {after} đã ký ở {period} sau đó. "
        "Kiểm tra lại, hoặc đính chính {period} trước."
    ),
    "period_target.falls": _(
        "{name}: mức {target} đến hết {period} thấp hơn {earlier} của {before}. Ghi mức cộng dồn từ đầu năm."
    ),
    "period_target.saved": _("Đã lưu mức theo kỳ."),
    # a report
    "evidence.no_file": _("{name}: cần tệp minh chứng; số, ngày văn bản chưa đủ. Tải tệp lên ở cột minh chứng."),
    "report.no_figure": _("{name}: chưa có số liệu. Nhập số, hoặc ghi lý do vào ghi chú."),
    "report.too_early": _(
        "{period} đến ngày {until} mới hết, nhận báo cáo từ ngày {opens}. Số đã nhập vẫn còn; trình lại từ ngày đó."
    ),
    "report.needs_remark": _("Ghi lý do trả lại để cán bộ biết cần sửa gì."),
    "report.filled": _("Đã điền số liệu trong biểu vào bản nháp. Xem lại rồi trình lãnh đạo ký."),
    "report.saved": _("Đã lưu bản nháp."),
    "report.saved_late": _("Đã lưu bản nháp. Hạn nộp là {due_on}: báo cáo vẫn được nhận và đánh dấu nộp chậm."),
    "report.submitted": _("Đã trình lãnh đạo ký."),
    "report.submitted_late": _("Đã trình lãnh đạo ký. Hạn nộp là {due_on}: báo cáo được đánh dấu nộp chậm."),
    "report.signed": _("Đã ký. Số liệu được đưa lên bảng tiến độ."),
    "report.signed_late": _(
        "Đã ký. Số liệu được đưa lên bảng tiến độ; báo cáo được đánh dấu nộp chậm, hạn là {due_on}."
    ),
    "report.returned": _("Đã trả lại cán bộ."),
    "report.taken_back": _("Đã rút lại báo cáo. Sửa xong thì trình lại."),
    "report.entered_on_behalf": _("Đã nhập thay. Đơn vị được báo và có thể xác nhận hoặc phản hồi."),
    # evidence
    "evidence.needs_number_or_file": _("Minh chứng cần số và ngày văn bản, hoặc tệp. Thêm một trong hai rồi gửi lại."),
    "evidence.from_later": _("Ngày {dated_on} của minh chứng sau hôm nay. Ghi đúng ngày trên văn bản."),
    "evidence.there_already": _("Minh chứng số {number} đã có ở dòng này."),
    "evidence.all_there": _("Các minh chứng đã chọn đều có ở các dòng đã chọn. Chọn thêm dòng hoặc minh chứng khác."),
    "evidence.no_line": _("Chưa chọn dòng nào. Đánh dấu ít nhất một dòng rồi gửi lại."),
    "evidence.no_paper": _("Chưa chọn minh chứng nào. Đánh dấu minh chứng đã có hoặc ghi minh chứng mới."),
    "evidence.were_attached": _("Đã gắn minh chứng vào {count} dòng."),
    "evidence.withdrawn_already": _("Minh chứng này đã được rút trước đó."),
    "evidence.units_own": _("Đơn vị tự nhập báo cáo này nên tự thêm hoặc rút minh chứng."),
    "evidence.added": _("Đã thêm minh chứng."),
    "evidence.withdrawn": _("Đã rút minh chứng. Minh chứng vẫn đọc được trong lịch sử."),
    # a correction
    "correction.needs_signed": _("Báo cáo chưa ký nên sửa thẳng trong báo cáo, không cần đính chính."),
    "correction.needs_reason": _("Ghi lý do đính chính: vì sao số cũ sai, số mới lấy từ đâu."),
    "correction.needs_figure": _("{name}: ghi số liệu đúng, không để trống."),
    "correction.nothing_changes": _("{name}: số mới giống số đang có, không có gì để đính chính."),
    "correction.one_is_waiting": _("{name}: một đính chính đang chờ ký. Ký hoặc trả lại đính chính đó trước."),
    "correction.units_own": _("Đơn vị tự nhập báo cáo này nên tự đính chính và ký."),
    "correction.submitted": _("Đã trình lãnh đạo ký đính chính. Số cũ còn giá trị đến khi ký."),
    "correction.signed": _("Đã ký đính chính. Số mới thay số cũ; số cũ vẫn đọc được."),
    "correction.returned": _("Đã trả lại đính chính."),
    "correction.entered_on_behalf": _("Đã nhập thay đính chính. Đơn vị được báo và có thể xác nhận hoặc phản hồi."),
}
