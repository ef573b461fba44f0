"""Sentences about seasons, their parts and their stages."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "cluster.slug_reserved": _(
        "“{slug}” là từ mà hệ thống dùng cho trang của mình. Chọn tên khác cho địa chỉ của cụm, khu vực."
    ),
    "cluster.slug_taken": _("Đã có cụm, khu vực ở địa chỉ “{slug}”. Chọn tên khác."),
    "season.no_bloc": _("Năm thi đua cần ít nhất một khối. Thêm khối rồi gửi lại."),
    "season.slug_taken": _("Cụm, khu vực đã có năm thi đua “{slug}”. Chọn tên khác."),
    "season.has_head": _("Năm thi đua đã có trưởng. Cho người trước thôi vai trò rồi giao người mới."),
    "season.has_part": _("{name} đã giữ vai trò này."),
    "season.motto_signed": _("Phương châm đã nằm trong giao ước đang mở ký, không sửa được nữa."),
    "season.was_planned": _("Đã lập {name}. Ghi tiếp từng phần ở dưới."),
    "season.contents_fixed": _("Đã có khối mở đăng ký: nội dung trọng tâm không đổi được nữa."),
    "season.content_measured": _(
        "Nội dung {number} đang có chỉ số: {names}. Chuyển chỉ số sang nội dung khác rồi bỏ nội dung này."
    ),
    "season.content_twice": _("Số {number} ghi cho hai nội dung. Mỗi nội dung một số."),
    "season.contents_saved": _("Đã lưu các nội dung trọng tâm."),
    "season.campaigns_saved": _("Đã lưu phong trào và các đợt thi đua."),
    "season.role_given": _("Đã giao {name} phần việc {role}."),
    "season.role_ended": _("Đã ghi {name} thôi phần việc {role} sau ngày {until_on}."),
    "season.part_ended": _("{name} đã ghi thôi phần việc này từ ngày {until_on}."),
    "season.person_without_post": _("{name} chưa giữ chức vụ nào. Ghi chức vụ trong danh bạ rồi giao phần việc."),
    "cluster.was_founded": _("Đã lập {name}. Lập năm thi đua đầu tiên ở dưới."),
    "cluster.bloc_twice": _("Khối “{name}” ghi hai lần. Bỏ một dòng."),
    "campaign.backwards": _("{name}: ngày kết thúc ({until_on}) trước ngày bắt đầu ({from_on}). Sửa một trong hai."),
    "campaign.outside": _("{name}: nằm ngoài năm thi đua ({first} đến {last}). Sửa ngày."),
    "campaign.has_begun": _("{name} đã bắt đầu ngày {on}, không bỏ được. Sửa ngày kết thúc nếu dừng sớm."),
    "bloc.is_launched": _(
        "Khối đã phát động: đơn vị, chỉ số và kỳ báo cáo giữ nguyên, vì các đơn vị đã nhận báo cáo theo đó."
    ),
    "bloc.only_due_days": _("Khối đã phát động: chỉ hạn nộp và các mốc đổi được. Trả các ô khác về như cũ."),
    "bloc.member_twice": _("{unit} ghi hai lần. Bỏ một dòng."),
    "bloc.member_elsewhere": _("{unit} đang ở {bloc} của năm thi đua này. Bỏ khỏi khối kia trước."),
    "bloc.year_backwards": _(
        "Ngày cuối năm thi đua của khối ({last}) không sau ngày đầu ({first}). Sửa một trong hai."
    ),
    "bloc.members_saved": _("Đã lưu {count} đơn vị của khối."),
    "bloc.indicators_saved": _("Đã lưu {count} chỉ số của khối."),
    "bloc.calendar_saved": _("Đã lưu lịch của khối."),
    "indicator.twice": _("Mã chỉ số “{code}” ghi hai lần. Mỗi chỉ số một mã."),
    "indicator.no_content": _("{name}: năm thi đua không có nội dung {number}. Ghi số của nội dung trọng tâm."),
    "period.backwards": _("{name}: ngày cuối ({until_on}) trước ngày đầu ({from_on}). Sửa một trong hai."),
    "period.outside": _("{name}: nằm ngoài năm thi đua của khối ({first} đến {last}). Sửa ngày."),
    "period.overlaps": _("{name} bắt đầu khi {other} chưa hết. Ghi các kỳ nối tiếp nhau."),
    "period.twice": _("Hai kỳ báo cáo trùng tên ({slug}). Đặt tên khác nhau."),
    "stage.needs_plan": _("Khối còn thiếu: {missing}. Ghi đủ rồi phát động, vì sau đó không đổi được."),
    "plan.members": _("đơn vị"),
    "plan.indicators": _("chỉ số"),
    "plan.periods": _("kỳ báo cáo"),
    "campaign_kind.regular": _("Thường xuyên"),
    "campaign_kind.peak": _("Cao điểm"),
    "campaign_kind.thematic": _("Chuyên đề"),
    "campaign_kind.ad_hoc": _("Đột xuất"),
    "campaign_kind.contest": _("Hội thi"),
    "indicator_kind.number": _("Số liệu"),
    "indicator_kind.yes_no": _("Có, không"),
    "indicator_kind.judged": _("Bằng lời"),
    "better.higher": _("cao hơn"),
    "better.lower": _("thấp hơn"),
    "aggregation.sum": _("Cộng dồn"),
    "aggregation.last": _("Lũy kế"),
    "aggregation.ratio": _("Tỷ lệ"),
    "season.amended": _("Đã lưu phương châm."),
    "stage.not_next": _("Khối đang ở giai đoạn {now}, không chuyển thẳng sang {stage} được."),
    "stage.by_signing": _("Khối sang giai đoạn đã ký khi đóng việc ký giao ước. Mở trang giao ước để đóng."),
    "stage.needs_motto": _("Năm thi đua chưa có phương châm. Ghi phương châm rồi phát động."),
    "stage.needs_sheet": _("Tự chấm điểm cần bảng điểm. Ban hành bảng điểm của khối rồi chuyển giai đoạn."),
    "stage.needs_ranking": _(
        "Bình xét cần bảng xếp hạng đã chốt. Trưởng cụm, khu vực chốt xếp hạng rồi chuyển giai đoạn."
    ),
    "stage.needs_council": _(
        "Sau bình xét là họp, bỏ phiếu và quyết định khen thưởng; phần này chưa có trong phiên bản này."
    ),
    "stage.moved": _("Khối đã sang giai đoạn {stage}."),
    "calendar.report_of": _("Báo cáo {period}"),
    "calendar.out_of_order": _("“{later}” ({second}) sớm hơn “{earlier}” ({first})."),
    "calendar.due_too_soon": _("Báo cáo {period} nộp ngày {due}, khi kỳ chưa hết ({until})."),
    "calendar.of_another_year": _("{what}: ngày {on} xa năm thi đua này. Xem lại năm đã gõ."),
    "calendar.at_rest": _("{what}: ngày {on} là {why}."),
    "calendar.rest.tet": _("mùng {number} Tết"),
    "calendar.rest.5": _("thứ Bảy"),
    "calendar.rest.6": _("Chủ nhật"),
    "calendar.rest.holiday": _("ngày nghỉ lễ"),
    "milestone.registration": _("Hạn đăng ký thi đua"),
    "milestone.signing": _("Ký giao ước"),
    "milestone.self_score": _("Hạn tự chấm điểm"),
    "milestone.verification": _("Hạn thẩm định điểm"),
    "milestone.ranking": _("Chốt bảng xếp hạng"),
}
