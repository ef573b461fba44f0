"""Sentences about files of data: what is wrong, on which line, how to mend it."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "read.missing": _("Dòng {line}: thiếu “{name}”. Thêm vào rồi đọc lại."),
    "read.key": _("Dòng {line}: tên của một mục phải là chữ hoặc số nguyên."),
    "read.key_twice": _("Dòng {line}: “{name}” đã có ở dòng {first}. Bỏ một trong hai."),
    "read.not_text": _("Dòng {line}: “{name}” phải là chữ."),
    "read.not_number": _("Dòng {line}: “{name}” phải là số, ghi như 95 hoặc 9.5."),
    "read.not_whole": _("Dòng {line}: “{name}” phải là số nguyên."),
    "read.not_flag": _("Dòng {line}: “{name}” phải là true hoặc false."),
    "read.not_day": _("Dòng {line}: “{name}” phải là ngày, ghi như 2016-03-04."),
    "read.not_table": _("Dòng {line}: “{name}” phải là bảng gồm các mục có tên."),
    "read.not_list": _("Dòng {line}: “{name}” phải là danh sách."),
    "read.not_one_of": _("Dòng {line}: “{name}” phải là một trong: {choices}."),
    "read.unknown_name": _("Dòng {line}: không có mục “{name}” ở đây. Các mục được dùng: {choices}."),
    "read.character": _("Dòng {line}: có ký tự không đọc được. Lưu lại tệp với bảng mã UTF-8."),
    "read.alias": _("Dòng {line}: không dùng dấu & hoặc * để nhắc lại một đoạn. Chép đoạn đó ra."),
    "read.too_deep": _("Dòng {line}: các mục lồng nhau quá {most} tầng."),
    "read.tab": _("Dòng {line}, cột {column}: dùng dấu cách thay cho phím Tab."),
    "read.syntax": _("Dòng {line}, cột {column}: viết sai cú pháp. Xem lại dấu hai chấm, dấu ngoặc, lề."),
    "read.tag": _("Dòng {line}: không dùng nhãn {tag}."),
    "read.doubtful_number": _("Dòng {line}: “{written}” có thể là số hoặc mã. Đặt trong ngoặc kép nếu là mã."),
    "points.not_a_number": _("“{written}” không phải là điểm. Ghi như 9,5."),
}
