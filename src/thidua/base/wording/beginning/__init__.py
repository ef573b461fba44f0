"""Sentences about the first morning: the first account, a region begun and taken back, units asked in by a code."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "begin.account_opened": _("Chào {name}. Tài khoản đã mở; làm lần lượt sáu bước dưới đây."),
    "begin.no_person": _("Tài khoản này chưa gắn với ai trong danh bạ. Mở tài khoản cho một người rồi lập khu vực."),
    "begin.no_list": _("Chưa ghi danh sách đơn vị nào. Thả danh sách ở bước 1 trước."),
    "begin.no_region": _("Chưa lập khu vực. Lập ở bước 2 rồi trở lại."),
    "begin.not_listed": _("{unit} không có trong danh sách. Chọn một đơn vị của danh sách."),
    "begin.head_without_leader": _(
        "{unit} chưa có lãnh đạo trong danh bạ. Ghi tên ở cột “Lãnh đạo” rồi thả lại danh sách, hoặc chọn đơn vị khác."
    ),
    "begin.region_begun": _("Đã lập {name}. Bạn giữ phần việc thường trực."),
    "begin.region_withdrawn": _("Đã rút {name}. Đơn vị và người vẫn ở danh bạ."),
    "begin.calendar_kept": _("Đã lưu lịch cho {count} khối."),
    "begin.calendar_withdrawn": _("Đã bỏ lịch của các khối."),
    "begin.plan_drafted": _("Đã lập kế hoạch. Tải bản Word về trình ký."),
    "begin.too_many_contents": _("Nhiều nhất {most} nội dung trọng tâm. Gộp lại rồi gửi."),
    "begin.built_upon": _("Chưa rút được khu vực: đã dùng tiếp. Gỡ các việc dưới đây trước."),
    "begin.built.launched": _("Đã có khối phát động."),
    "begin.built.paper": _("Đã có văn bản trình ký hoặc ban hành. Rút văn bản trước."),
    "begin.built.campaign": _("Đã lập đợt thi đua."),
    "begin.built.guidance": _("Đã ghi văn bản chỉ đạo."),
    "begin.built.movement": _("Đã lập phong trào."),
    "begin.built.conference": _("Đã lập hội nghị."),
    "begin.built.matter": _("Đã có nội dung trong hội nghị."),
    "begin.built.indicator": _("Đã ghi chỉ số của khối."),
    "begin.built.unitinvitation": _("Đã mời đơn vị. Thu hồi các mã; đơn vị đã vào thì không rút được nữa."),
    "begin.built.other": _("Đã có dữ liệu khác của năm thi đua này."),
    "invitation.no_unit": _("Không còn đơn vị nào cần mời. Chọn đơn vị chưa vào để lập mã mới."),
    "invitation.is_in": _("{unit} đã có người vào phần mềm. Người của đơn vị tự đổi cán bộ ở trang của đơn vị."),
    "invitation.no_address": _(
        "Chưa đơn vị nào trong số này có cán bộ đầu mối kèm địa chỉ thư và mã còn dùng. In giấy mời thay thư."
    ),
    "invitation.none_open": _("Không có mã nào còn dùng được. Lập mã mới rồi tải giấy mời."),
    "invitation.not_open": _("Mã của {unit} {state}. Xin mã mới ở bộ phận thường trực."),
    "invitation.were_made": _("Đã lập mã cho {count} đơn vị. Tải giấy mời để in, hoặc gửi thư."),
    "invitation.were_mailed": _("Đã gửi thư mời {count} đơn vị."),
    "invitation.were_written": _("Đã viết {count} thư mời, nằm ở hộp thư đi để chép hoặc in."),
    "invitation.was_revoked": _("Đã thu hồi mã của {unit}."),
    "invitation.came_in": _("Bạn đã vào phần mềm cho {unit}."),
    "invitation.state.open": _("đã mời"),
    "invitation.state.used": _("đã dùng"),
    "invitation.state.revoked": _("đã thu hồi"),
    "invitation.state.expired": _("hết hạn"),
    "invitation.state.in": _("đã vào"),
    "invitation.state.none": _("chưa mời"),
    "notice.unit_came_in": _("{name} đã vào phần mềm cho {unit} bằng mã trong giấy mời."),
    "letter.unit_invitation": _("Mời {unit} vào phần mềm thi đua"),
    "letter.unit_invitation_text": _(
        "Kính gửi {name},\n\n{cluster} mời {unit} vào phần mềm thi đua của {season}. Mở đường dẫn sau, ghi họ tên, "
        "địa chỉ thư và đặt mật khẩu:\n\n{address}\n\nMã của đơn vị: {code}. Mã dùng một lần, đến hết ngày {until}. "
        "Chỉ chuyển thư này cho người của đơn vị."
    ),
    "event.account.first_opened": _("mở tài khoản đầu tiên"),
    "event.season.withdrawn": _("rút năm thi đua"),
    "event.units.invited": _("mời đơn vị vào phần mềm"),
    "event.units.invitations_mailed": _("gửi thư mời đơn vị"),
    "event.units.invitation_revoked": _("thu hồi mã mời đơn vị"),
    "event.unit.came_in": _("vào phần mềm bằng mã của đơn vị"),
    "invitation.code_length": _("Mã phải đủ {least} ký tự, mới có {have}. Xem lại giấy mời rồi gõ tiếp."),
    "invitation.code_too_long": _("Mã chỉ có {most} ký tự, đã gõ {have}. Xem lại giấy mời rồi gõ lại."),
    "invitation.code_letters": _("Mã không bao giờ có {letters}: dễ lẫn với chữ khác. Xem lại chỗ đó trên giấy mời."),
    "invitation.code_wrong": _("Không có mã nào như vậy. Xem lại từng chữ trên giấy mời."),
    "invitation.code_used": _("Mã này đã dùng để vào. Đăng nhập bằng địa chỉ thư và mật khẩu đã đặt khi đó."),
    "invitation.code_revoked": _(
        "Mã này đã thu hồi, thường vì đã có mã mới. Hỏi bộ phận thường trực để có giấy mời mới."
    ),
    "invitation.code_expired": _("Mã này đã hết hạn. Hỏi bộ phận thường trực để có mã mới."),
    "task.plan_indicators": _("Ghi chỉ tiêu để khối phát động được"),
    "task.plan_indicators.act": _("Ghi chỉ tiêu"),
    "task.plan_indicators.waits": _("Việc phát động và đăng ký chờ chỉ tiêu của khối."),
    "task.number_plan": _("Ghi số, ngày của kế hoạch đã ký"),
    "task.number_plan.act": _("Mở kế hoạch"),
    "task.number_plan.waits": _("Các văn bản sau dẫn số và ngày này."),
    "task.units_out": _("{count} đơn vị chưa vào phần mềm"),
    "task.units_out.act": _("Xem và mời"),
    "task.units_out.waits": _("Đơn vị cần vào để đăng ký."),
}
