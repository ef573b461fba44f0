"""Sentences about units that are merged, split or dissolved: what stands against it, and what it brings with it."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "succession.twice": _("{unit} ghi hai lần. Bỏ một dòng."),
    "succession.nothing_ends": _("Không có đơn vị nào thôi hoạt động. Ghi đơn vị được sáp nhập, khác đơn vị kế tục."),
    "succession.needs_parts": _("Chưa đủ đơn vị mới. Chia thì ghi từ hai đơn vị trở lên, tách thì ghi từ một."),
    "succession.part_of_itself": _(
        "{unit} đứng cả hai bên. Nếu đơn vị cũ còn hoạt động, chọn tách và chỉ ghi đơn vị mới."
    ),
    "succession.decision_from_later": _("Quyết định {number} ghi ngày {on}, chưa đến ngày đó. Kiểm tra ngày ký."),
    "succession.before_founding": _(
        "{unit} mang tên này từ {since}, nên không thể thôi hoạt động từ {on}. Kiểm tra ngày có hiệu lực."
    ),
    "succession.successor_ended": _("{unit} thôi hoạt động từ {on}, không kế tục được. Chọn đơn vị đang hoạt động."),
    "succession.successor_later": _("{unit} lập từ {since}, sau ngày {on}. Kiểm tra ngày có hiệu lực."),
    "succession.into_below": _(
        "{unit} nằm dưới đơn vị thôi hoạt động. Chuyển ra ngoài trước, hoặc chọn đơn vị kế tục khác."
    ),
    "succession.post_after": _(
        "{name} giữ chức ở {unit} từ {since}, không trước ngày {on}. Sửa ngày nhận chức trước, rồi sắp xếp."
    ),
    "succession.child_after": _("{unit} chuyển về đơn vị cũ không trước ngày {on}. Kiểm tra ngày có hiệu lực."),
    "succession.needs_leader": _("Chưa ghi ai lãnh đạo {unit} từ ngày đó. Ghi họ tên và chức vụ."),
    "succession.needs_former_title": _(
        "Còn {count} lãnh đạo cũ không đứng đầu nữa. Ghi chức vụ mới của họ, như Phó Giám đốc, hoặc chọn thôi giữ chức."
    ),
    "succession.has_children": _(
        "{unit} còn {count} đơn vị bên dưới: {names}. Giải thể hoặc chuyển các đơn vị đó trước."
    ),
    "succession.told_otherwise": _("Hệ quả đã khác so với lúc xem. Đọc lại danh sách bên dưới rồi thực hiện."),
    "succession.needs_reason": _("Chưa ghi lý do hủy. Ghi lý do rồi gửi lại."),
    "succession.annulled_before": _("Lần sắp xếp này đã được hủy."),
    "succession.only_noted": _("Không hủy được ở đây. Tên mới ghi nhầm thì ghi lại tên đúng."),
    "succession.later_order": _("{unit} đã được sắp xếp tiếp từ {on}. Hủy lần sau trước."),
    "succession.post_changed": _("Chức vụ {title} của {name} đã sửa sau đó, nên không hủy được nữa."),
    "succession.child_moved": _("{unit} đã chuyển sang cấp trên khác, nên không hủy được nữa."),
    "succession.used": _("{unit} đã có {count} việc được ghi sau đó, nên không hủy được nữa."),
    "succession.member_has_acted": _("{unit} đã nhập, ký hoặc chấm điểm trong {bloc}, nên không hủy được nữa."),
    "succession.was_done": _("Đã ghi việc sắp xếp theo {number}."),
    "succession.was_annulled": _("Đã hủy lần sắp xếp theo {number}. Mọi thứ trở về như trước."),
    "reorganisation.merged": _("Hợp nhất, sáp nhập"),
    "reorganisation.split": _("Chia, tách"),
    "reorganisation.dissolved": _("Giải thể"),
    "reorganisation.renamed": _("Đổi tên"),
    "consequence.ends": _("{unit} thôi hoạt động từ {on}; tên, người, kết quả trước ngày đó giữ nguyên."),
    "consequence.founded": _("Lập {unit}, mã {code}, từ {on}."),
    "consequence.goes_on": _("{unit} tiếp tục, giữ mã, địa chỉ và lịch sử của mình."),
    "consequence.leader": _("{name} làm {title}, lãnh đạo {unit}."),
    "consequence.posts_pass": _("{count} chức vụ chuyển sang {unit}."),
    "consequence.former_leaders": _("{count} lãnh đạo cũ thành cấp phó, chức vụ: {title}."),
    "consequence.posts_end": _("{count} chức vụ kết thúc, không chuyển tiếp."),
    "consequence.accounts": _("{count} tài khoản của những người này vẫn dùng được, không phải mở lại."),
    "consequence.letters": _("{count} giấy ủy quyền ký hết hiệu lực; chữ ký đã có vẫn giữ."),
    "consequence.children": _("{count} đơn vị trực thuộc chuyển về {unit}, kèm mọi đơn vị bên dưới."),
    "consequence.leaves": _("{season}, {bloc}: {unit} không còn là thành viên từ {on}."),
    "consequence.joins": _("{season}, {bloc}: {unit} vào khối, thứ tự {position}."),
    "consequence.is_ranked": _("{season}, {bloc}: đang chấm điểm, {unit} vẫn được chấm và xếp hạng như đã thi đua."),
    "consequence.commitments_stand": _("{season}, {bloc}: bản đăng ký đã ký của {unit} giữ nguyên trong hồ sơ."),
    "consequence.commitments_open": _("{season}, {bloc}: bản đăng ký của {unit} chưa ký, để lại như đang có."),
    "consequence.reports_open": _(
        "{season}, {bloc}: {count} báo cáo chưa ký của {unit}; người của đơn vị kế tục nộp được, hoặc nhập thay."
    ),
    "consequence.reports_opened": _(
        "{season}, {bloc}: mở {count} báo cáo cho {unit}, các kỳ kết thúc từ ngày có hiệu lực."
    ),
    "consequence.registers": _("{season}, {bloc}: {unit} đăng ký chỉ tiêu trong thời gian khối đang đăng ký."),
    "consequence.registers_by_annex": _("{season}, {bloc}: giao ước đã ký; {unit} đăng ký bằng phụ lục."),
    "consequence.text_is_fixed": _(
        "{season}, {bloc}: giao ước đang mở ký ghi tên đơn vị cũ. Mở lại văn bản để ghi {unit}."
    ),
    "consequence.parts_pass": _("{count} vai trò trong năm thi đua (trưởng, phó, thường trực …) ghi theo {unit}."),
    "consequence.parts_end": _("{count} vai trò trong năm thi đua kết thúc. Cử người khác."),
    "consequence.entries": _("{count} mục nhập thay còn chờ ý kiến; người của đơn vị kế tục cho ý kiến được."),
    "leftover.commitments": _("Bản đăng ký của {unit}, {bloc}"),
    "leftover.report": _("Báo cáo {period} của {unit}, {bloc}"),
    "notice.took_over": _("{unit} kế tục theo một quyết định sắp xếp tổ chức. Xem những việc đơn vị cũ để lại."),
    "event.unit.merged": _("hợp nhất, sáp nhập đơn vị"),
    "event.unit.split": _("chia, tách đơn vị"),
    "event.unit.dissolved": _("giải thể đơn vị"),
    "event.unit.reorganisation_annulled": _("hủy một lần sắp xếp ghi nhầm"),
    "unit.has_passed": _("{name} thôi hoạt động từ {on}; nay là {heirs}. Ghi đơn vị kế tục."),
    "unit.has_ended": _("{name} thôi hoạt động từ {on}. Chọn đơn vị khác."),
    "bloc.member_ended": _("{unit} thôi hoạt động từ {on}. Ghi đơn vị kế tục."),
}
