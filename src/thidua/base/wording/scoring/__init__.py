"""Sentences of score sheets and cards; the room keeps its own English catalogue."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "scoring.step": _("Đạt {given}, thuộc mức {sign} {edge}: {points} điểm."),
    "scoring.no_step": _("Đạt {given}, không tới mức {sign} {edge}: {points} điểm."),
    "scoring.step_percent": _("Đạt {given} %, thuộc mức {sign} {edge} %: {points} điểm."),
    "scoring.no_step_percent": _("Đạt {given} %, không tới mức {sign} {edge} %: {points} điểm."),
    "scoring.proportional": _("Đạt {given} %, điểm chuẩn {standard}: {points} điểm."),
    "scoring.proportional_capped": _("Đạt {given} %, tính đến {cap} %, điểm chuẩn {standard}: {points} điểm."),
    "scoring.yes": _("Đạt: {points} điểm."),
    "scoring.no": _("Không đạt: 0 điểm."),
    "scoring.judged": _("Mức {band} (từ {lowest} đến {highest}): chấm {points} điểm."),
    "scoring.late_days": _("Chậm {given} ngày, trong mức đến {until} ngày: {points} điểm."),
    "scoring.too_late": _("Chậm {given} ngày, quá {until} ngày: 0 điểm."),
    "scoring.level": _("Mức {level}: {points} điểm."),
    "scoring.per_event": _("{given} lần, mỗi lần {each} điểm, nhiều nhất {most}: {points} điểm."),
    "scoring.deducted": _("{given} lần, mỗi lần trừ {each} từ {full}: còn {points} điểm."),
    "scoring.missing": _("Chưa có số liệu."),
    "scoring.no_case_full": _("Trong năm không phát sinh: tính đủ {points} điểm."),
    "scoring.no_case_zero": _("Trong năm không phát sinh: 0 điểm."),
    "scoring.no_case_excluded": _(
        "Trong năm không phát sinh: không tính {maximum} điểm của tiêu chí này, quy đổi phần còn lại."
    ),
    "scoring.input.not_a_figure": _("Tiêu chí {code}, {name}: cần một con số, ghi như 97,5."),
    "scoring.input.below_nought": _("Tiêu chí {code}, {name}: {given} nhỏ hơn 0. Ghi số từ 0 trở lên."),
    "scoring.input.above_most": _("Tiêu chí {code}, {name}: {given} lớn hơn {most}. Xem lại số đã ghi."),
    "scoring.input.not_whole": _("Tiêu chí {code}, {name}: {given} không phải số nguyên. Ghi số nguyên."),
    "scoring.input.not_yes_no": _("Tiêu chí {code}, {name}: chọn đạt hoặc không đạt."),
    "scoring.input.outside_range": _(
        "Tiêu chí {code}, {name}: {given} nằm ngoài khung từ {lowest} đến {highest}. Chọn điểm trong khung."
    ),
    "scoring.input.between_steps": _(
        "Tiêu chí {code}, {name}: {given} không theo bước {step} điểm. Chọn bội số của {step}."
    ),
    "scoring.input.reason_needed": _("Tiêu chí {code}, {name}: ghi lý do chọn mức điểm này."),
    "scoring.input.not_a_level": _("Tiêu chí {code}, {name}: chọn một trong các mức: {levels}."),
    "scoring.input.always_applies": _(
        "Tiêu chí {code}, {name}: bảng điểm không cho ghi “không phát sinh”. Ghi số liệu."
    ),
    "scoring.input.case_and_no_case": _(
        "Tiêu chí {code}, {name}: vừa ghi số liệu vừa ghi “không phát sinh”. Bỏ một trong hai."
    ),
    "scoring.input.unknown_criterion": _("Bảng điểm không có tiêu chí {code}. Bỏ dòng này."),
    "scoring.sheet.no_steps": _("Dòng {line}: chưa có mức nào. Thêm ít nhất một mức."),
    "scoring.sheet.not_an_edge": _("Dòng {line}: “{name}” không phải là mức. Ghi như >=95, >95, <=5 hoặc <5."),
    "scoring.sheet.not_days": _("Dòng {line}: “{name}” không phải là số ngày. Ghi số nguyên từ 0."),
    "scoring.sheet.steps_out_of_order": _(
        "Dòng {line}: mức “{name}” sai thứ tự. Xếp từ mức khó nhất đến mức dễ nhất, cùng một chiều."
    ),
    "scoring.sheet.step_gives_no_less": _("Dòng {line}: mức “{name}” phải ít điểm hơn mức đứng trên."),
    "scoring.sheet.step_out_of_reach": _("Dòng {line}: không số liệu nào tới được mức “{name}”. Sửa mức hoặc at_most."),
    "scoring.sheet.best_is_not_maximum": _(
        "Dòng {line}: mức cao nhất là {best} điểm, phải là {maximum} như điểm của tiêu chí."
    ),
    "scoring.sheet.cap_below_standard": _(
        "Dòng {line}: mức trần {cap} % thấp hơn 100 %. Ghi từ 100 trở lên hoặc none."
    ),
    "scoring.sheet.no_bands": _("Dòng {line}: chưa có khung điểm nào. Thêm ít nhất một khung."),
    "scoring.sheet.bands_do_not_join": _(
        "Dòng {line}: khung điểm kết thúc ở {given}, phải là {due} để liền khung đứng trên."
    ),
    "scoring.sheet.bound_between_steps": _("Dòng {line}: {given} phải từ 0 trở lên và là bội số của {step}."),
    "scoring.sheet.band_upside_down": _(
        "Dòng {line}: khung điểm từ {lowest} đến {highest} bị ngược. Đổi chỗ from và to."
    ),
    "scoring.sheet.not_a_code": _(
        "Dòng {line}: mã “{code}” phải bắt đầu bằng chữ hoặc số, chỉ gồm chữ không dấu, số, dấu chấm, gạch nối, "
        "dài nhất 40 ký tự."
    ),
    "scoring.sheet.code_twice": _("Dòng {line}: mã {code} đã dùng. Chọn mã khác."),
    "scoring.sheet.below_nought": _("Dòng {line}: “{name}” không được nhỏ hơn 0. Ghi từ 0 trở lên."),
    "scoring.sheet.not_above_nought": _("Dòng {line}: “{name}” phải lớn hơn 0. Ghi một số dương."),
    "scoring.sheet.total_differs": _(
        "Dòng {line}: tổng điểm các nhóm là {total}, phải là {maximum}. Sửa điểm của nhóm hoặc của bảng."
    ),
    "scoring.sheet.group_differs": _(
        "Dòng {line}: tổng điểm các tiêu chí nhóm {code} là {total}, phải là {maximum}. Sửa tiêu chí hoặc nhóm."
    ),
    "scoring.sheet.take_does_not_fit": _(
        "Dòng {line}: tiêu chí {code} lấy “{take}” từ chỉ số, không hợp với cách tính “{kind}”. "
        "Dùng figure cho con số, achievement cho tỷ lệ %, met cho có hoặc không."
    ),
    "scoring.sheet.achievement_has_no_limit": _(
        "Dòng {line}: tiêu chí {code} lấy mức hoàn thành so với đăng ký, có thể vượt 100 %. Bỏ at_most."
    ),
    "scoring.sheet.only_base_excludes": _(
        "Dòng {line}: tiêu chí {code} thuộc nhóm cộng hoặc trừ điểm, không dùng “excluded”. Chọn full hoặc zero."
    ),
    "scoring.sheet.unknown_tie_break": _(
        "Dòng {line}: “{code}” không phải mã nhóm hay fewer_penalties, hoặc bị ghi hai lần. Sửa hoặc bỏ mã này."
    ),
}
