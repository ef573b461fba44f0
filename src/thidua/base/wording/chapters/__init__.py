"""Sentences about youth chapters and what they do."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "chapter.there_already": _("Đơn vị đã có “{name}”. Ghi tên khác."),
    "chapter.backwards": _("Bí thư hiện nay giữ việc từ {since}; ngày {on} không sau ngày đó. Ghi ngày muộn hơn."),
    "chapter.members": _("Số đoàn viên từ 1 đến {most}. Sửa lại số."),
    "chapter.name_backwards": _(
        "Chi đoàn mang tên hiện nay từ {since}; ngày {on} không sau ngày đó. Ghi ngày muộn hơn."
    ),
    "chapter.ends_backwards": _("Chi đoàn có từ {since}; ngày {on} không sau ngày đó. Ghi ngày muộn hơn."),
    "chapter.has_ended": _("{name} đã kết thúc từ {on}."),
    "chapter.active_since": _("Đã ghi hoạt động “{title}” ngày {on}. Ghi ngày kết thúc sau đó, hoặc rút hoạt động."),
    "chapter.campaigns_open": _("Chi đoàn còn đợt thi đua chưa xong: {names}. Tổng kết, dừng hoặc rút trước."),
    "activity.needs_title": _("Ghi tên hoạt động."),
    "activity.outside_the_year": _("Ngày {on} không thuộc năm thi đua ({first} đến {last}). Sửa ngày."),
    "activity.names": _("Ghi mỗi dòng một người, từ 1 đến {most} người."),
    "activity.name_shared": _("{name}: đơn vị có nhiều người trùng tên. Để cán bộ thi đua ghi nhận qua mã tham gia."),
    "activity.needs_alt": _("Ghi ảnh chụp gì, một câu, cho người không nhìn thấy ảnh."),
    "activity.withdrawn": _("Hoạt động này đã rút, không ghi thêm được."),
    # said after an act
    "chapter.kept": _("Đã ghi {name}."),
    "chapter.amended": _("Đã ghi bí thư và số đoàn viên mới."),
    "chapter.renamed": _("Đã ghi tên mới. Tên cũ vẫn đọc được ở dưới."),
    "chapter.ended": _("Đã ghi chi đoàn kết thúc. Hoạt động đã ghi vẫn đọc được."),
    "activity.noted": _("Đã ghi hoạt động. Thêm người có mặt và ảnh ở dưới."),
    "activity.attended": _("Đã ghi {known} người có mặt; {waiting} tên chưa có trong danh bạ, chờ cán bộ ghi nhận."),
    "activity.photo_added": _("Đã thêm ảnh."),
    "activity.was_withdrawn": _("Đã rút hoạt động. Lý do vẫn đọc được."),
    "event.chapter.kept": _("ghi chi đoàn"),
    "event.chapter.amended": _("đổi bí thư, số đoàn viên"),
    "event.chapter.renamed": _("đổi tên chi đoàn"),
    "event.chapter.ended": _("ghi chi đoàn kết thúc"),
    "event.activity.noted": _("ghi hoạt động của chi đoàn"),
    "event.activity.attendance": _("ghi người có mặt"),
    "event.activity.photo_added": _("thêm ảnh hoạt động"),
    "event.activity.withdrawn": _("rút hoạt động của chi đoàn"),
    # the acts of the grid
    "act_about.chapters": _("Chi đoàn"),
    "act.chapters.read": _("Xem chi đoàn và hoạt động"),
    "act.chapters.keep": _("Ghi chi đoàn, bí thư, số đoàn viên, hoạt động; đổi tên, kết thúc chi đoàn"),
}
