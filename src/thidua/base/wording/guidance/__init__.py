"""Sentences about guidance received from above."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "guidance.there_already": _("Đã ghi văn bản số {number} của cơ quan này. Mở văn bản đó để sửa."),
    "guidance.day_before": _("{what}: hạn {on} trước ngày văn bản ({dated_on}). Sửa một trong hai."),
    "guidance.is_withdrawn": _("Văn bản số {number} đã rút nên không sửa được nữa."),
    "guidance.needs_reason": _("Ghi lý do rút văn bản."),
    "guidance.one_of_three": _("Dòng {row}: ghi đúng một trong ba ô Hạn, Nhiều nhất hoặc Phần trăm."),
    "guidance.not_a_count": _("Dòng {row}: “{typed}” không phải số từ 1 đến {most}."),
    "guidance.saved": _("Đã ghi văn bản số {number}; hạn trong văn bản đã vào lịch."),
    "guidance.was_withdrawn": _("Đã rút văn bản số {number}."),
    "calendar.not_days": _("“{typed}” không phải số ngày làm việc từ 0 đến {most}."),
    "task.guidance_day": _("{what} (theo {number})"),
    "task.guidance_day.act": _("Xem văn bản"),
    "task.guidance_day.waits": _("Cấp trên chờ."),
    "task.of_season": _("{season}"),
}
