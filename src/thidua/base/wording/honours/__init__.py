"""Sentences about the record of honours: what is in it, what is refused, what history tells."""

from django.utils.translation import gettext_noop as _

WORDS = {
    # what is refused
    "honours.decided_later": _("Ngày {on} chưa tới. Ghi ngày đúng như trong quyết định."),
    "honours.needs_decision": _(
        "Ghi số và ngày quyết định. Không có quyết định trong tay thì ghi căn cứ, ví dụ “sổ theo dõi khen thưởng "
        "của Sở”."
    ),
    "honours.no_such_year": _("Năm {year} không ghi được. Ghi một năm từ {first} đến {last}."),
    "honours.no_such_award": _(
        "Danh mục không có danh hiệu hay hình thức khen thưởng mang mã {code}. Chọn trong danh sách."
    ),
    "honours.not_for_them": _("“{award}” không dành cho đối tượng này. Cá nhân và tập thể có danh mục riêng."),
    "honours.title_needs_year": _("Ghi năm xét của danh hiệu."),
    "honours.form_needs_day_and_type": _("Hình thức khen thưởng cần ngày quyết định và loại hình khen thưởng."),
    "honours.work_needs_name": _("Ghi tên sáng kiến hoặc đề tài."),
    "honours.ends_before": _("Ngày cuối {until_on} trước ngày đầu {from_on}. Ghi lại một trong hai."),
    "honours.of_people_only": _("Mục này chỉ ghi cho cá nhân. Với đơn vị ghi xếp loại, danh hiệu và khen thưởng."),
    "honours.another_kind": _("Mục đã ghi không đổi sang loại khác được. Rút mục này rồi ghi mục mới."),
    "honours.work_of_another": _("Chỉ chọn sáng kiến, đề tài ghi trong quá trình của chính người được khen."),
    "honours.work_used": _("Sáng kiến “{name}” đã dùng cho {by}. Mỗi sáng kiến chỉ dùng một lần; chọn sáng kiến khác."),
    "honours.work_used_for_a_title": _(
        "Sáng kiến “{name}” đã dùng cho danh hiệu {by}. Có cách hiểu không cho dùng lại; người có thẩm quyền "
        "quyết định."
    ),
    "honours.work_is_used": _("Sáng kiến “{name}” đã dùng cho “{award}”. Rút mục khen thưởng đó trước."),
    "honours.needs_reason": _("Ghi lý do rút."),
    "honours.withdrawn_already": _("Mục này đã được rút."),
    "honours.too_many": _("Mỗi lần nhận nhiều nhất {most} mục, ở đây có {count}. Chia làm nhiều lần."),
    "honours.stands_already.rating": _("{whose} đã có xếp loại năm {year}. Sửa mục đã ghi."),
    "honours.stands_already.honour": _("{whose} đã có “{award}” theo đúng năm hoặc quyết định này. Sửa mục đã ghi."),
    "honours.stands_already.work": _("{whose} đã có sáng kiến này trong quá trình. Sửa mục đã ghi."),
    "honours.stands_already.discipline": _("{whose} đã có một mục kỷ luật từ ngày này. Sửa mục đã ghi."),
    "honours.stands_already.leave": _("{whose} đã có mục nghỉ năm {year}. Sửa mục đã ghi."),
    # what history tells
    "history.honours.entered": _("ghi vào quá trình khen thưởng"),
    "history.honours.mended": _("sửa một mục trong quá trình khen thưởng"),
    "history.honours.withdrawn": _("rút một mục khỏi quá trình khen thưởng"),
    "history.honours.brought": _("nhận nhiều mục vào quá trình khen thưởng"),
    "honours.told.of_year": _("năm {year}"),
    "honours.told.title": _("“{award}” năm {year}"),
    "honours.told.form": _("“{award}” ngày {on}"),
    # its rows and fields
    "row.rating": _("Xếp loại chất lượng"),
    "row.honour": _("Khen thưởng"),
    "row.work": _("Sáng kiến, đề tài"),
    "row.discipline": _("Kỷ luật"),
    "row.leave": _("Nghỉ được tính"),
    "field.year": _("Năm"),
    "field.rating.level": _("Mức xếp loại"),
    "field.basis": _("Căn cứ xếp loại"),
    "field.award": _("Danh hiệu, hình thức"),
    "field.type": _("Loại hình khen thưởng"),
    "field.rewarded": _("Khen thành tích các năm"),
    "field.works": _("Sáng kiến đã dùng"),
    "field.decided_on": _("Ngày quyết định"),
    "field.decided_by": _("Cấp quyết định"),
    "field.degree": _("Hình thức kỷ luật"),
    "field.recognised_by": _("Cấp công nhận"),
    "field.work.kind": _("Loại"),
    "field.leave.kind": _("Lý do nghỉ"),
    # codes
    "rating.level.HTXS": _("Hoàn thành xuất sắc nhiệm vụ"),
    "rating.level.HTT": _("Hoàn thành tốt nhiệm vụ"),
    "rating.level.HT": _("Hoàn thành nhiệm vụ"),
    "rating.level.KHT": _("Không hoàn thành nhiệm vụ"),
    "rating.level.NONE": _("Không xếp loại"),
    "honour.type.CONG_TRANG": _("Theo công trạng"),
    "honour.type.DOT_XUAT": _("Đột xuất"),
    "honour.type.PHONG_TRAO": _("Theo phong trào, chuyên đề"),
    "honour.type.CONG_HIEN": _("Quá trình cống hiến"),
    "honour.type.NIEN_HAN": _("Theo niên hạn"),
    "honour.type.DOI_NGOAI": _("Đối ngoại"),
    "honour.type.UNKNOWN": _("Chưa rõ loại hình"),
    "work.recognised_by.base": _("cấp cơ sở"),
    "work.recognised_by.ministry": _("cấp bộ, tỉnh"),
    "work.recognised_by.nation": _("toàn quốc"),
    "work.kind.initiative": _("Sáng kiến"),
    "work.kind.research": _("Đề tài, đề án"),
    "discipline.degree.pending": _("Đang xem xét kỷ luật"),
    "discipline.degree.reprimand": _("Khiển trách"),
    "discipline.degree.warning": _("Cảnh cáo"),
    "discipline.degree.lower_pay": _("Hạ bậc lương"),
    "discipline.degree.demotion": _("Giáng chức"),
    "discipline.degree.removal": _("Cách chức"),
    "discipline.degree.dismissal": _("Buộc thôi việc"),
    "leave.kind.maternity": _("Nghỉ thai sản"),
    "leave.kind.illness": _("Điều trị bệnh dài ngày"),
    "leave.kind.study": _("Đi học, bồi dưỡng"),
    "leave.kind.mission": _("Biệt phái, công tác dài ngày"),
}
