"""Sentences about accounts, passwords, delegations and the letters that carry single links."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "account.email_taken": _("Địa chỉ thư {email} đã có tài khoản."),
    "account.not_an_address": _("“{typed}” không phải là địa chỉ thư. Ghi như ten@donvi.gov.vn."),
    "account.opened": _("Đã mở tài khoản {email}. Thư mời nằm trong hộp thư đi."),
    "account.invited": _("Đã viết thư mời cho {email}. Thư nằm trong hộp thư đi."),
    "account.closed": _("Đã đóng tài khoản {email}."),
    "account.reopened": _("Đã mở lại tài khoản {email}."),
    "account.is_closed": _("Tài khoản {email} đã đóng. Mở lại rồi gửi thư mời."),
    "account.not_open": _("Tài khoản {email} đã đóng từ trước. Tải lại trang để xem trạng thái mới."),
    "account.not_closed": _("Tài khoản {email} đang mở. Tải lại trang để xem trạng thái mới."),
    "account.own": _("Không tự đóng tài khoản của mình được. Nhờ người quản trị khác đóng."),
    "account.person_has_one": _("{name} đã có tài khoản {email}."),
    "password.too_short": _("Mật khẩu ngắn quá. Đặt ít nhất {least} ký tự, một câu ngắn dễ nhớ cũng được."),
    "password.only_digits": _("Mật khẩu chỉ có chữ số, dễ đoán. Thêm chữ, một câu ngắn dễ nhớ cũng được."),
    "password.too_common": _("Mật khẩu này quá phổ biến, dễ đoán. Đặt mật khẩu khác."),
    "password.not_the_same": _("Hai lần gõ mật khẩu không giống nhau. Gõ lại cả hai."),
    "password.wrong": _("Mật khẩu đang dùng không đúng. Kiểm tra bộ gõ tiếng Việt rồi gõ lại."),
    "password.set": _("Đã đặt mật khẩu."),
    "link.not_open": _("Đường dẫn này đã dùng hoặc hết hạn. Xin đường dẫn mới ở trang “Quên mật khẩu”."),
    "delegation.backwards": _("Ngày hết ủy quyền ({until_on}) trước ngày bắt đầu ({from_on}). Sửa một trong hai ngày."),
    "delegation.not_leader": _("{name} không phải là lãnh đạo của {unit} vào ngày {on}."),
    "delegation.no_leader": _("{unit} chưa ghi lãnh đạo vào ngày {on}. Ghi lãnh đạo trước rồi ghi ủy quyền."),
    "delegation.not_of_unit": _("{name} không giữ chức vụ nào trong {unit} vào ngày {on}. Chọn người của đơn vị."),
    "delegation.to_oneself": _("Không ủy quyền cho chính mình. Chọn người khác."),
    "delegation.withdrawn_before": _("Giấy ủy quyền số {number} đã được rút từ trước."),
    "delegation.no_scope": _("Chọn ít nhất một việc được ký theo giấy ủy quyền."),
    "delegation.overlaps": _(
        "{name} đã có giấy ủy quyền số {number} cho việc này từ {from_on} đến {until_on}. "
        "Chọn ngày khác, bớt việc được ký, hoặc rút giấy trước."
    ),
    "delegation.has_a_scan": _("Giấy ủy quyền số {number} đã có bản quét."),
    "delegation.scan_was_attached": _("Đã gắn bản quét giấy ủy quyền số {number}."),
    "delegation_scope.pact": _("Nội dung giao ước, giao ước, phụ lục"),
    "delegation_scope.reports": _("Báo cáo kết quả, đính chính"),
    "delegation_scope.cards": _("Bảng chấm điểm"),
    "signing_as.signing_for": _("{name}, {title}, ký thay lãnh đạo (KT.) theo giấy ủy quyền số {letter}."),
    "signing_as.by_letter": _("{name}, {title}, ký theo giấy ủy quyền số {letter}."),
    "delegation.was_given": _("Đã ghi giấy ủy quyền số {number} cho {name}."),
    "delegation.was_withdrawn": _("Đã rút giấy ủy quyền số {number}."),
    "letter.invitation": _("Lời mời dùng Thi Đua"),
    "letter.invitation_text": _(
        "Kính gửi {name},\n\nBạn được mời dùng hệ thống Thi Đua bằng địa chỉ thư {email}. Mở đường dẫn sau để đặt "
        "mật khẩu:\n\n{address}\n\nĐường dẫn dùng một lần, đến {until}. Không gửi thư này cho người khác."
    ),
    "letter.reset": _("Đặt lại mật khẩu Thi Đua"),
    "letter.reset_text": _(
        "Kính gửi {name},\n\nCó người vừa xin đặt lại mật khẩu của tài khoản {email}. Nếu là bạn, mở đường dẫn sau:"
        "\n\n{address}\n\nĐường dẫn dùng một lần, đến {until}. "
        "Nếu không phải bạn, bỏ qua thư này: mật khẩu cũ vẫn dùng được."
    ),
}
