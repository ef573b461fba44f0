"""Sentences of the pages of results: figures and papers half typed, many things signed at once."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "report.fault_in_line": _("{name}: {fault}"),
    "evidence.half_typed": _(
        "{name}: minh chứng cần cả số và ngày văn bản. Ghi đủ, hoặc xóa trắng các ô minh chứng của dòng này."
    ),
    "signing.none_picked": _("Chưa chọn mục nào. Đánh dấu các mục cần ký hoặc trả lại rồi bấm lại."),
    "signing.signed": _("Đã ký {count} mục."),
    "signing.returned": _("Đã trả lại {count} mục."),
    "signing.some_done": _("Đã xong {count} mục; các mục còn lại chưa làm được vì lý do sau."),
}
