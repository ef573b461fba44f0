"""Sentences that the pages of scores say about a form, an upload, or an act that was done."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "scores.line_fault": _("Tiêu chí {code}, {name}: {fault}"),
    "scores.sheet_not_chosen": _(
        "Chưa có bảng điểm nào để áp dụng. Chọn trong thư viện, chọn tệp, hoặc nhập nội dung."
    ),
    "scores.sheet_too_large": _("Nội dung lớn hơn {most} KB, không phải bảng điểm. Chọn lại tệp YAML."),
    "scores.sheet_not_utf8": _("Tệp “{name}” không đọc được. Lưu lại dạng văn bản với bảng mã UTF-8 rồi chọn lại."),
    "scores.sheet_adopted": _("Đã áp dụng bảng điểm."),
    "scores.card_saved": _("Đã lưu bảng chấm."),
    "scores.card_submitted": _("Đã trình lãnh đạo ký bảng chấm."),
    "scores.card_signed": _("Đã ký bảng chấm."),
    "scores.card_returned": _("Đã trả lại bảng chấm."),
    "scores.card_taken_back": _("Đã rút lại bảng chấm. Sửa xong thì trình lại."),
    "scores.card_reopened": _("Đã mở sửa bảng chấm; lãnh đạo cần ký lại."),
    "scores.card_filled": _("Đã lấy lại số liệu từ kết quả đã ký."),
    "scores.card_entered_on_behalf": _("Đã ghi thay đơn vị; đơn vị được báo."),
    "scores.evidence_withdrawn": _("Đã rút minh chứng."),
    "scores.line_verified": _("Đã ghi kết luận thẩm định tiêu chí {code}."),
    "scores.card_verified": _("Đã thẩm định xong {unit}."),
    "scores.verification_reopened": _("Đã mở lại thẩm định."),
    "scores.unit_excluded": _("Đã ghi {unit} không xếp hạng."),
    "scores.exclusion_lifted": _("{unit} được xếp hạng lại."),
    "scores.ranking_locked": _("Đã chốt xếp hạng."),
}
