"""What a draft would change."""

from django.utils.translation import gettext_noop as _

WHATIF = {
    "law.whatif.asked": _("{texts} đặt lên quy định hiện hành, xét năm {year} ngày {on}."),
    "law.whatif.among": _("Hỏi về: {who}."),
    "law.whatif.kind": _("{kind}: {number}"),
    "law.whatif.same": _("Không ai đổi kết quả."),
    "law.whatif.award": _("{award} ({code}), {kind}: {gain} được thêm, {lose} mất."),
    "law.whatif.lacks": _("Theo bản thảo thiếu: {what}"),
    "law.whatif.lacked": _("Quy định hiện hành thiếu: {what}"),
    "law.whatif.new": _("Chỉ bản thảo mới nói tiêu chuẩn."),
    "law.whatif.dropped": _("Bản thảo không còn nói tiêu chuẩn."),
}
