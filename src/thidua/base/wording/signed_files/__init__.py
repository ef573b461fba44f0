"""Sentences about files that belong to signatures: signed digitally elsewhere, or scans that are owed."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "pact.scan_days": _("Hạn gắn bản quét là từ 1 đến 60 ngày làm việc. Nhập lại số ngày."),
    "task.attach_scans": _("Gắn bản quét của {count} chữ ký trên giấy"),
    "task.attach_scans.act": _("Gắn bản quét"),
    "task.attach_scans.waits": _("Hồ sơ giao ước chờ bản quét để lưu."),
    "signed_file.signing_not_open": _("Bản PDF để ký số chỉ lập được khi giao ước đang mở ký. Tải lại trang để xem."),
    "signed_file.no_paper": _("Chưa có bản PDF để ký số. Bộ phận thường trực lập bản này trước."),
    "signed_file.no_pdf": _("Tệp này không phải PDF. Nộp đúng tệp PDF đã ký số."),
    "signed_file.broken": _("Không đọc được tệp PDF này. Ký lại vào bản PDF để ký số rồi nộp lại."),
    "signed_file.no_signature": _(
        "Tệp PDF này chưa có chữ ký số nào. Ký bằng phần mềm ký số của cơ quan rồi nộp tệp đã ký."
    ),
    "signed_file.other_text": _(
        "Tệp này không phải bản giao ước mà hệ thống đã phát ra, hoặc đã được lưu lại trước khi ký. "
        "Tải bản PDF để ký số và ký thẳng vào tệp đó."
    ),
    "signed_file.altered": _(
        "Tệp đã bị sửa đổi sau khi phát ra hoặc sau khi ký, chữ ký số không còn toàn vẹn. "
        "Ký lại vào bản PDF để ký số rồi nộp lại."
    ),
    "signed_file.moment": _(
        "Giờ ký của {signer} ghi trong tệp là {signed}, không nằm giữa lúc mở ký ({opened}) và lúc nộp. "
        "Chỉnh lại giờ của máy ký rồi ký lại."
    ),
    "signed_file.not_valid": _(
        "Chứng thư số của {signer} không có hiệu lực lúc ký ({on}): hiệu lực từ {from_on} đến {until_on}. "
        "Ký lại bằng chứng thư còn hiệu lực."
    ),
    "signed_file.unknown_issuer": _(
        "Chứng thư của {signer} do {issuer} cấp, chưa nằm trong danh sách tin cậy của hệ thống. "
        "Ký bằng chứng thư khác, hoặc đề nghị quản trị thêm nơi cấp vào danh sách."
    ),
    "signed_file.of_another_unit": _("Tệp này đã nộp cho {unit}. Nộp tệp do đơn vị mình ký."),
    "event.pact.paper_handed_out": _("lập bản PDF của giao ước để ký số"),
    "pact.paper_handed_out": _("Đã lập bản PDF để ký số. Các đơn vị tải về, ký và nộp lại ở trang này."),
}
