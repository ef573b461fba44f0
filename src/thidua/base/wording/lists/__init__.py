"""Sentences about a list of units and people: what is wrong in a cell, what keeps it from being withdrawn."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "list.one_file": _("Chọn một tệp Excel (.xlsx) có danh sách đơn vị."),
    "list.no_table": _(
        "Tệp “{name}”: không thấy cột “Tên đơn vị” trong 30 dòng đầu. Ghi tên cột này trên danh sách rồi thả lại."
    ),
    "list.is_empty": _("Danh sách chưa có đơn vị nào dưới dòng tên cột. Ghi mỗi đơn vị một dòng rồi thả lại."),
    "list.too_many": _("Danh sách có hơn {most} đơn vị. Chia thành nhiều tệp rồi thả từng tệp."),
    "list.no_name": _("Dòng này chưa có tên đơn vị. Ghi tên, hoặc xóa cả dòng."),
    "list.twice": _("“{name}” có hai dòng, dòng trước ở {first}. Bỏ một dòng."),
    "list.other_name": _(
        "Mã {code} trong danh bạ là “{name}”. Sửa mã hoặc tên; đơn vị đổi tên thì dùng trang “Đổi tên”."
    ),
    "list.other_code": _("“{name}” đã có trong danh bạ với mã {code}. Ghi mã đó, hoặc để trống cột mã."),
    "list.has_ended": _("“{name}” đã thôi hoạt động. Ghi đơn vị của ngày nay."),
    "list.other_leader": _(
        "Lãnh đạo của {unit} trong danh bạ là {name}. Ghi tên đó hoặc để trống; đổi người thì dùng trang của đơn vị."
    ),
    "list.address_of_nobody": _("Thư {email} chưa ghi của ai. Ghi tên ở cột “Cán bộ đầu mối”, hoặc bỏ địa chỉ."),
    "list.address_of_another": _("Thư {email} là của {name}. Mỗi người ghi địa chỉ riêng, hoặc để trống."),
    "list.has_faults": _("Danh sách còn lỗi. Sửa theo từng ô trong Excel, lưu, rồi thả lại."),
    "list.changed_since": _("“{unit}” vừa được ghi vào danh bạ. Thả lại danh sách để so với danh bạ hiện nay."),
    "list.no_officer_column": _(
        "Danh sách có cột thư mà không có cột tên người nhận. Đặt tên cột đó là “Cán bộ đầu mối”, rồi thả lại."
    ),
    "list.without_address": _("Chưa có thư điện tử, phải in giấy mời: {names}."),
    "list.without_address_and_more": _("Chưa có thư điện tử, phải in giấy mời: {names} và {more} đơn vị khác."),
    "list.without_bloc": _("Chưa ghi khối: {names}."),
    "list.without_bloc_and_more": _("Chưa ghi khối: {names} và {more} đơn vị khác."),
    "list.blocs_alike": _("“{other}” và “{first}” được đọc là hai khối. Nếu là một thì ghi cùng một tên."),
    "list.units_alike": _(
        "“{name}” được ghi là đơn vị mới, bên cạnh “{other}”. Nếu là một thì ghi đúng tên đó rồi thả lại."
    ),
    "list.person_changed_since": _(
        "“{name}” vừa được sửa trong danh bạ. Thả lại danh sách để so với danh bạ hiện nay."
    ),
    "list.bloc_not_written": _(
        "“{unit}” đang ở {name}; khối “{asked}” chưa được ghi. Chuyển khối ở trang các đơn vị của năm thi đua."
    ),
    "list.short_name_not_written": _(
        "Tên gọn “{asked}” chưa được ghi: danh bạ đang ghi “{name}”. Sửa ở trang “Đổi tên” của đơn vị."
    ),
    "list.title_not_written": _(
        "Chức vụ “{asked}” chưa được ghi: danh bạ đang ghi “{name}”. Sửa ở trang của người lãnh đạo."
    ),
    "list.was_dropped": _("Đã nhận danh sách, đang đọc. Danh bạ chưa có gì thay đổi."),
    "list.was_applied": _("Đã ghi danh sách vào danh bạ."),
    "list.was_withdrawn": _("Đã rút danh sách. Danh bạ trở lại như trước khi ghi."),
    "list.was_cancelled": _("Đã bỏ danh sách. Danh bạ không có gì thay đổi."),
    "list.built_upon": _("Chưa rút được: danh sách đã được dùng tiếp. Gỡ các việc dưới đây trước."),
    "list.built_on": _("{what}: {names}. {mend}"),
    "list.built_on_and_more": _("{what}: {names} và {more} tên khác. {mend}"),
    "list.built.changed": _("Đã sửa sau khi ghi"),
    "list.built.unit": _("Đã có đơn vị trực thuộc"),
    "list.built.post": _("Đã giao thêm chức vụ"),
    "list.built.membership": _("Đã vào khối thi đua"),
    "list.built.account": _("Đã có tài khoản"),
    "list.built.seasonrole": _("Đang giữ phần việc trong năm thi đua"),
    "list.built.youthchapter": _("Đã có chi đoàn"),
    "list.built.other": _("Đã có dữ liệu khác"),
    "list.mend.changed": _("Sửa thẳng trên trang của đơn vị, của người; danh sách này giữ nguyên."),
    "list.mend.unit": _("Chuyển đơn vị trực thuộc đi ở trang của nó."),
    "list.mend.post": _("Rút danh sách đã giao chức vụ đó, hoặc giữ danh sách này."),
    "list.mend.membership": _("Rút cụm, khu vực ở bước 2, nếu năm thi đua chưa phát động."),
    "list.mend.account": _("Tài khoản không gỡ được; giữ danh sách này, thả danh sách đã sửa để ghi phần thay đổi."),
    "list.mend.seasonrole": _("Rút cụm, khu vực ở bước 2, nếu năm thi đua chưa phát động."),
    "list.mend.youthchapter": _("Chi đoàn không gỡ được; giữ danh sách này."),
    "list.mend.other": _("Giữ danh sách này, thả danh sách đã sửa để ghi phần thay đổi."),
    "list.is_faulty": _("có lỗi"),
    "list.is_cancelled": _("đã bỏ"),
    "event.list.dropped": _("nhận danh sách đơn vị từ Excel"),
    "event.list.applied": _("ghi danh sách đơn vị vào danh bạ"),
    "event.list.withdrawn": _("rút danh sách đơn vị"),
    "event.list.cancelled": _("bỏ danh sách đơn vị"),
}
