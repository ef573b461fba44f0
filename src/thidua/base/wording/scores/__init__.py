"""Sentences about adopted sheets, score cards, verification and the ranking."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "sheet.cards_are_open": _(
        "Khối đã tự chấm điểm theo bảng điểm này, không thay được nữa. Điều chỉnh bằng thẩm định từng tiêu chí."
    ),
    "sheet.unknown_indicator": _(
        "Tiêu chí {code}, {name}: khối không có chỉ số “{indicator}”. Sửa mã chỉ số trong bảng điểm, hoặc ghi "
        "from: entry."
    ),
    "sheet.indicator_of_other_kind": _(
        "Tiêu chí {code}, {name}: chỉ số “{indicator}” không cho loại số liệu mà tiêu chí lấy. Chỉ số đánh giá "
        "bằng lời dùng take: met, chỉ số bằng số dùng figure hoặc achievement."
    ),
    "sheet.achievement_of_less": _(
        "Tiêu chí {code}, {name}: chỉ số “{indicator}” càng thấp càng tốt, không tính theo tỷ lệ đạt mức đăng ký "
        "được. Dùng take: figure với các mức."
    ),
    "card.only_from_results": _(
        "Tiêu chí {code}, {name}: số liệu lấy từ báo cáo kết quả đã ký, không gõ ở đây. Sửa ở báo cáo kết quả rồi "
        "lấy lại số liệu."
    ),
    "card.no_input": _(
        "Tiêu chí {code}, {name}: chưa nhập. Nhập số liệu, hoặc đánh dấu không phát sinh nếu bảng điểm cho phép."
    ),
    "card.no_result": _(
        "Tiêu chí {code}, {name}: chưa có kết quả đã ký để lấy số liệu. Ký báo cáo kết quả rồi lấy lại số liệu, "
        "hoặc nhập số liệu kèm minh chứng."
    ),
    "card.result_changed": _(
        "Tiêu chí {code}, {name}: kết quả đã ký nay khác số liệu trên bảng chấm. Lấy lại số liệu từ kết quả rồi "
        "trình lại; bảng chấm đã trình thì lãnh đạo trả lại trước."
    ),
    "card.no_evidence": _("Tiêu chí {code}, {name}: cần minh chứng. Ghi số, ngày văn bản hoặc tải tệp lên."),
    "card.no_file": _("Tiêu chí {code}, {name}: cần tệp minh chứng; số, ngày văn bản chưa đủ. Tải tệp lên."),
    "card.needs_remark": _("Ghi lý do trả lại để cán bộ biết cần sửa gì."),
    "card.verification_has_begun": _(
        "Khối đã sang thẩm định, bảng chấm đã ký không mở lại được. Đề nghị bộ phận thường trực điều chỉnh khi thẩm "
        "định."
    ),
    "card.evidence_there_already": _("“{paper}” đã là minh chứng của tiêu chí này."),
    "card.evidence_needs_number_or_file": _("Minh chứng cần số và ngày văn bản, hoặc một tệp. Ghi thêm rồi gửi lại."),
    "card.evidence_from_later": _("Văn bản ghi ngày {dated_on} là ngày chưa tới. Xem lại ngày văn bản."),
    "card.evidence_withdrawn_already": _("Minh chứng này đã được rút."),
    "card.result_not_own": _("Chỉ dùng được kết quả đã ký của chính đơn vị này làm minh chứng."),
    "card.not_signed_yet": _("{unit} chưa ký bảng chấm, nên chưa thẩm định được."),
    "card.is_verified": _("Bảng chấm của {unit} đã thẩm định xong. Mở lại thẩm định, có lý do, rồi sửa."),
    "card.not_verified_yet": _("Bảng chấm của {unit} chưa thẩm định xong."),
    "card.finding_needs_reason": _("Ghi lý do thay đổi điểm."),
    "card.finding_needs_input": _("Tiêu chí {code}, {name}: nhập số liệu hoặc mức điểm sau thẩm định."),
    "card.finding_changes_nothing": _(
        "Tiêu chí {code}, {name}: số liệu thẩm định bằng số liệu đang tính, không có gì thay đổi."
    ),
    "card.reopening_needs_reason": _("Ghi lý do mở lại thẩm định."),
    "ranking.is_locked": _("Bảng xếp hạng của khối đã chốt, không thay đổi được nữa."),
    "ranking.card_not_signed": _(
        "{unit} chưa ký bảng chấm. Nhắc đơn vị, nhập thay, hoặc ghi đơn vị không xếp hạng kèm lý do."
    ),
    "ranking.card_not_verified": _("Bảng chấm của {unit} chưa thẩm định xong."),
    "ranking_file.format": _("Tệp không phải bảng xếp hạng theo mẫu {format}."),
    "ranking_file.twice": _("{unit} có hai dòng."),
    "ranking_file.order": _("Hạng của {unit} không theo tổng điểm."),
    "ranking_file.seal": _("Thứ hạng và tổng điểm không khớp với mã khóa."),
    "ranking.nothing_to_rank": _("Chưa có bảng chấm nào để xếp hạng."),
    "ranking.exclusion_needs_reason": _("Ghi lý do."),
    "ranking.is_excluded": _("{unit} đã ở diện không xếp hạng."),
    "ranking.is_not_excluded": _("{unit} không còn ở diện không xếp hạng."),
}
