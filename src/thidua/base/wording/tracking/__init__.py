"""Sentences about what units owe, reminders and extended deadlines."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "owing.registration": _("Đăng ký"),
    "owing.signing": _("Giao ước"),
    "owing.report": _("Báo cáo {period}"),
    "owing.self_score": _("Tự chấm"),
    "deadline.unknown": _("Không có việc “{what}” trong lịch của khối. Chọn lại trong danh sách."),
    "deadline.none": _("{what}: lịch của khối chưa ghi hạn, hoặc việc này không gia hạn cho từng đơn vị được."),
    "deadline.not_later": _("Hạn mới ({until_on}) không sau hạn đang có ({due_on}). Ghi một ngày muộn hơn."),
    "deadline.needs_reason": _("Ghi lý do gia hạn: các đơn vị được báo kèm lý do."),
    "deadline.no_unit": _("Chưa chọn đơn vị nào. Đánh dấu đơn vị, hoặc gia hạn cho cả khối."),
    "deadline.not_owed": _("{what}: {units} đã nộp hoặc chưa được mở. Bỏ dấu các đơn vị này rồi gửi lại."),
    "deadline.moved": _("Đã dời hạn của cả khối đến {until_on}; các đơn vị đã được báo."),
    "deadline.extended": _("Đã gia hạn cho {count} đơn vị đến {until_on}; các đơn vị đã được báo."),
    "reminder.no_unit": _("Chưa chọn đơn vị nào để nhắc. Đánh dấu đơn vị trong sổ theo dõi."),
    "reminder.no_text": _("Lời nhắc còn trống. Ghi lời nhắc rồi gửi lại."),
    "reminder.sent": _("Đã nhắc {count} đơn vị."),
    "letter.reminder": _("Nhắc việc thi đua: {bloc}, {season}"),
    "notice.reminded": _("{text}"),
    "notice.deadline_moved": _("{what}: hạn dời đến {until}. Lý do: {reason}"),
    "notice.deadline_extended": _("{what}: đơn vị được gia hạn đến {until}. Lý do: {reason}"),
}
