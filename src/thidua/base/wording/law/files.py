"""Sentences about files of the law: what is wrong, on which line, how to mend it."""

from django.utils.translation import gettext_noop as _

FILES = {
    "law.unknown_award": _("Dòng {line}: không có danh hiệu, hình thức nào mang mã “{code}”. Xem law/register.yaml."),
    "law.no_source": _("Dòng {line}: điều kiện chưa dẫn điều, khoản. Thêm “source:” cho nó hoặc cho phần chứa nó."),
    "law.one_kind": _(
        "Dòng {line}: mỗi điều kiện là đúng một loại; “{name}” không phải hoặc bị thừa. Các loại: {choices}."
    ),
    "law.one_group": _("Dòng {line}: phần này cần đúng một trong: {choices}."),
    "law.empty": _("Dòng {line}: “{name}” trống. Ghi ít nhất một mục."),
    "law.not_years_back": _("Dòng {line}: “back” là danh sách số năm lùi lại từ năm xét, ghi như [0, 3]."),
    "law.not_between": _("Dòng {line}: “{name}” phải từ {least} đến {most}."),
    "law.not_a_year": _("Dòng {line}: “{written}” không phải là năm. Ghi như 2024 hoặc 2020-2024."),
    "law.ends_before": _("Dòng {line}: ngày kết thúc đứng trước ngày bắt đầu."),
    "law.outside_text": _("Dòng {line}: ngày nằm ngoài thời gian có hiệu lực của {text}."),
    "law.folder_differs": _("Dòng {line}: “text: {text}” khác tên thư mục “{folder}”. Sửa cho giống nhau."),
    "law.no_text_file": _("Thư mục “{folder}” thiếu tệp {file}. Chép từ một thư mục khác rồi sửa."),
    "law.files_are_wrong": _(
        "Chưa đọc được các văn bản luật: tệp {file} có lỗi. {fault} Nhờ người cài đặt chạy “thidua law check” rồi sửa."
    ),
    "law.no_texts_here": _(
        "Không có văn bản nào trong “{folder}”. Ghi thư mục chứa các thư mục văn bản, mỗi thư mục có tệp text.yaml."
    ),
    "law.kept_not_in_force": _(
        "Điều khoản chuyển tiếp giữ quy định của {code}, nhưng {code} không có hiệu lực ngày {day}, là ngày trước khi "
        "văn bản này có hiệu lực. Sửa “keeps”."
    ),
    "law.unknown_text": _("Nhắc đến văn bản “{code}” nhưng không có thư mục nào mang tên đó."),
    "law.over_others": _(
        "Văn bản của cơ quan {authority} không thay được văn bản “{text}” của nơi khác. Ghi “details: [{text}]” nếu "
        "quy định thêm."
    ),
    "law.two_rules": _(
        "Dòng {line}: {about} đã được quy định ở {first}, dòng {first_line}, cùng có hiệu lực từ {day}. Ghi “amends”, "
        "“replaces” hoặc “details” trong text.yaml, hoặc bỏ một trong hai."
    ),
    "law.no_standard": _("Dòng {line}: nhắc đến tiêu chuẩn của “{award}” nhưng ngày {day} không văn bản nào quy định."),
    # what a question on the command line gets wrong
    "law.file_unreadable": _("Không đọc được tệp “{file}”. Xem lại đường dẫn; nội dung phải là chữ UTF-8."),
    "law.no_such_code": _("Không có danh hiệu, hình thức nào mang mã “{code}”. Có: {near}."),
    "law.no_such_authority": _("Phần mềm không có văn bản riêng của “{code}”. Có: {known}."),
    "law.no_text_says": _("Ngày {on} không văn bản nào quy định tiêu chuẩn {award} cho {to}. Có: {known}."),
    "law.no_such_branch": _("{award} không có trường hợp “{branch}”. Có: {known}."),
    "law.answered_on": _("{award}, xét ngày {on}, theo {texts}."),
    "law.circle": _(
        "Dòng {line}: từ ngày {day} các tiêu chuẩn nhắc vòng đến nhau: {way}. Bỏ “meets_standard_of” ở một chỗ."
    ),
    "law.case_differs": _("Dòng {line}: ví dụ “{name}” ghi kết quả {wanted}, phần mềm tính ra {got}: {because}."),
}
