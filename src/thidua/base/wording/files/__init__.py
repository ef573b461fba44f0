"""Sentences about files that are handed in."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "form.too_much": _(
        "Biểu mẫu gửi lên lớn quá {most} MB chữ nên chưa được nhận, chưa có gì thay đổi. Bấm quay lại: nội dung đã "
        "nhập còn giữ trên máy này; rút ngắn rồi gửi lại."
    ),
    "file.missing": _("Chưa chọn tệp cho “{label}”. Bấm vào ô chọn tệp, chọn rồi gửi lại."),
    "file.empty": _("Tệp “{name}” trống, không có nội dung. Mở tệp gốc kiểm tra, lưu lại rồi chọn lại."),
    "file.too_large": _(
        "Tệp “{name}” lớn hơn {most} MB. Quét lại ở độ phân giải thấp hơn (200 dpi) hoặc chia thành nhiều tệp, "
        "rồi chọn lại."
    ),
    "file.too_much": _("Các tệp gửi một lần lớn hơn {most} MB. Gửi từng tệp một."),
    "file.other": _(
        "Không nhận được tệp “{name}”: nội dung không phải PDF, ảnh JPG, PNG, Word (.docx), Excel (.xlsx) hay "
        "OpenDocument. Lưu hoặc in ra PDF rồi chọn lại."
    ),
    "file.broken": _(
        "Tệp “{name}” bị hỏng hoặc tải lên chưa hết. Mở thử trên máy; nếu mở được thì lưu lại rồi chọn lại."
    ),
    "file.old": _(
        "Tệp “{name}” là Word, Excel kiểu cũ (.doc, .xls) hoặc có mật khẩu. Mở ra, bỏ mật khẩu, lưu thành .docx, "
        ".xlsx hoặc PDF rồi chọn lại."
    ),
    "file.locked": _("Tệp “{name}” có mật khẩu nên không đọc được. Bỏ mật khẩu, lưu lại rồi chọn lại."),
    "file.macros": _("Tệp “{name}” có macro nên không nhận. Lưu thành .docx, .xlsx không có macro rồi chọn lại."),
    "file.bomb": _("Tệp “{name}” chứa quá nhiều dữ liệu nén. Lưu ra PDF rồi chọn lại."),
    "file.pixels": _("Ảnh “{name}” quá lớn để mở an toàn. Thu nhỏ ảnh hoặc lưu ra PDF rồi chọn lại."),
    "file.secret": _(
        "Tên tệp “{name}” có dấu hiệu bí mật nhà nước. Không đưa lên hệ thống này: chỉ ghi số, ngày văn bản, "
        "bản giấy xử lý theo quy định về tài liệu mật."
    ),
    "file.secret_stamp": _(
        "Trong tệp “{name}” có dấu “{stamp}”. Tài liệu bí mật nhà nước không đưa lên hệ thống này, tệp chưa được giữ: "
        "chỉ ghi số, ngày văn bản, bản giấy xử lý theo quy định về tài liệu mật."
    ),
    "file.personal": _(
        "Trong tệp “{name}” còn {count} {what} (đầu tiên: {first}). Che hoặc bỏ các số đó rồi chọn lại tệp; nếu được "
        "phép gửi nguyên, đánh dấu vào ô dưới tệp rồi gửi lại."
    ),
    "file.personal_dropped": _(
        "Trong tệp “{name}” còn {count} {what} (đầu tiên: {first}), tệp chưa được giữ. Che hoặc bỏ các số đó rồi gửi "
        "lại; nếu được phép gửi nguyên, gửi lại tệp với ô “được phép gửi nguyên” đã đánh dấu."
    ),
    "file.personal_packed": _(
        "Trong tệp “{name}” còn {count} {what} (đầu tiên: {first}), tệp chưa được giữ. Che hoặc bỏ các số đó rồi gửi "
        "lại; nếu được phép gửi nguyên, gửi riêng tệp đó, không nén, với ô “được phép gửi nguyên” đã đánh dấu."
    ),
    "file.not_read": _(
        "Tệp “{name}” quá phức tạp nên máy chưa xem hết chữ bên trong. Tự xem lại: không có dấu mật, số cá nhân đã "
        "che; rồi đánh dấu vào ô dưới tệp và gửi lại."
    ),
    "file.not_read_dropped": _(
        "Tệp “{name}” quá phức tạp nên máy chưa xem hết chữ bên trong, tệp chưa được giữ. Tự xem lại: không có dấu "
        "mật, số cá nhân đã che; rồi gửi lại tệp với ô “được phép gửi nguyên” đã đánh dấu."
    ),
    "file.not_read_packed": _(
        "Tệp “{name}” quá phức tạp nên máy chưa xem hết chữ bên trong, tệp chưa được giữ. Tự xem lại: không có dấu "
        "mật, số cá nhân đã che; rồi gửi riêng tệp đó, không nén, với ô “được phép gửi nguyên” đã đánh dấu."
    ),
    "file.phone_image": _(
        "Ảnh “{name}” ở dạng HEIC của điện thoại. Chuyển sang JPG (hoặc chụp ở chế độ tương thích) rồi chọn lại."
    ),
    "file.no_room": _(
        "Chưa lưu được tệp “{name}”: kho tệp của máy chủ không ghi được. Những gì đã nhập vẫn còn; báo người quản trị "
        "rồi gửi lại."
    ),
    "file.lost": _(
        "Không đọc được tệp “{name}” trong kho. Báo người quản trị khôi phục từ bản sao lưu; các số liệu khác "
        "không bị ảnh hưởng."
    ),
}
