"""Sentences about the pact and its signing."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "pact.text_is_fixed": _("Toàn văn giao ước đã khóa khi mở ký. Muốn sửa, mở lại toàn văn và ghi lý do."),
    "pact.already_open": _("Giao ước đã mở ký."),
    "pact.needs_preamble": _("Giao ước chưa có phần mở đầu. Viết phần mở đầu rồi mở ký."),
    "pact.not_open": _("Giao ước chưa mở ký. Trưởng hoặc bộ phận thường trực mở ký trước."),
    "pact.not_closed": _("Chốt danh sách ký sau khi đã đóng ký. Đóng ký trước."),
    "pact.needs_reason": _("Ghi lý do: chữ ký dưới bản cũ sẽ không còn giá trị."),
    "pact.needs_letter": _("Người ký theo ủy quyền cần số và ngày giấy ủy quyền."),
    "pact.nobody_signed": _("Chưa có đơn vị nào ký, chưa đóng ký được."),
    "pact.no_member": _("{unit} không phải là thành viên của khối này."),
    "pact.locked": _("Giao ước đã khóa, không nhận thêm chữ ký."),
    "pact.already_signed": _("{unit} đã ký lúc {at} ({signer})."),
    "pact.written": _("Đã lưu phần mở đầu."),
    "pact.opened": _("Đã mở ký. Toàn văn và mã xác thực không đổi nữa."),
    "pact.reopened": _("Đã mở lại toàn văn. Các chữ ký trước không còn giá trị."),
    "pact.signed": _("{unit} đã ký giao ước."),
    "pact.closed": _("Đã đóng ký. Đơn vị chưa ký vẫn ký bổ sung được cho đến khi chốt."),
    "pact.list_locked": _("Đã chốt danh sách ký, giao ước đã khóa."),
    "scan.attached": _("Đã gắn bản quét “{file}” vào chữ ký."),
    "scan.not_in_ink": _("Chữ ký của {signer} là xác nhận trên hệ thống, không có bản giấy để quét."),
    "scan.signature_is_void": _("Chữ ký của {signer} không còn giá trị nên không gắn bản quét. Ghi chữ ký mới trước."),
    "pact_file.format": _("Tệp không phải giao ước theo mẫu {format}."),
    "pact_file.text": _("Toàn văn không khớp với mã xác thực của nó."),
    "pact_file.signature": _("Chữ ký của {unit} ghi mã xác thực của một bản khác."),
    "pact_file.kind": _("Chữ ký của {unit} thiếu phần mà cách ký của nó phải có."),
    "pact_file.twice": _("{unit} có hai chữ ký."),
    "pact_file.seal": _("Toàn văn và các chữ ký không khớp với mã khóa của giao ước."),
}
