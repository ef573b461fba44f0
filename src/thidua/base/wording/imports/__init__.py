"""Sentences about forms that units send back: what is wrong in a cell, how a drop stands, what keeps it."""

from django.utils.translation import gettext_noop as _

WORDS = {
    # The workbook.
    "import.not_excel": _("Tệp “{name}” không phải Excel (.xlsx). Mở ra, lưu thành .xlsx rồi thả lại."),
    "import.sheet_too_large": _(
        "Tệp “{name}”: trang tính “{sheet}” có quá nhiều dòng, cột (có thể do một ô lạc ở cuối trang). Chép riêng bảng "
        "số liệu sang tệp mới rồi thả lại."
    ),
    "import.too_many_sheets": _("Tệp “{name}” có hơn {most} trang tính. Giữ lại trang có biểu rồi thả lại."),
    "import.too_many_files": _("Tệp nén có hơn {most} tệp. Chia thành nhiều tệp nén rồi thả lại."),
    "import.unreadable": _("Không đọc được tệp “{name}”. Mở trong Excel, lưu lại thành .xlsx rồi thả lại."),
    "import.reader_ended": _(
        "Đọc tệp “{name}” ba lần đều bị ngắt. Chép bảng số liệu sang biểu mới tải từ hệ thống rồi thả lại."
    ),
    # Whose form it is.
    "import.other_form": _(
        "Đây là biểu khác, hoặc biểu của bản cũ. Tải biểu hiện hành, chép số liệu sang rồi thả lại."
    ),
    "import.other_season": _("Biểu này của {theirs}, không phải {ours}. Tải biểu của năm nay rồi thả lại."),
    "import.other_bloc": _("Biểu này của {theirs}, không phải {ours}. Thả ở trang của khối đó."),
    "import.other_period": _("Biểu này của kỳ {theirs}, không phải kỳ đã chọn. Chọn đúng kỳ rồi thả lại."),
    "import.unit_not_in_bloc": _("{unit} không có trong khối này năm nay. Kiểm tra lại biểu của đơn vị nào."),
    "import.several_units": _("Phần đầu biểu ghi nhiều đơn vị: {units}. Để lại một tên đơn vị rồi thả lại."),
    "import.no_unit": _(
        "Không thấy tên đơn vị của khối ở phần đầu biểu hay trong tên tệp. Ghi “Đơn vị: …” vào dòng trên cùng "
        "rồi thả lại."
    ),
    "import.doubled": _("{about} có nhiều tệp trong đợt này; tệp khác: {files}. Bấm “Để lại” ở tệp không dùng."),
    # The table.
    "import.no_table": _(
        "Tệp “{name}”: không thấy bảng có cột “Chỉ tiêu” và “Kết quả” trong 30 dòng đầu. Dùng biểu tải từ hệ thống."
    ),
    "import.no_column": _("Không thấy cột “{name}” (đã đọc {rows} dòng đầu). Ghi tên cột như trong biểu mẫu."),
    "import.column_twice": _("Cột “{name}” có hai lần, ở {cells}. Bỏ hoặc đổi tên một cột."),
    "import.row_twice": _("“{name}” có hai dòng, dòng trước ở {first}. Bỏ một dòng."),
    "import.row_missing": _("Thiếu dòng “{name}”. Thêm dòng này như trong biểu mẫu."),
    "import.no_such_row": _(
        "“{typed}” không phải chỉ tiêu của khối. Ghi tên chỉ tiêu như trong biểu mẫu, hoặc bỏ số ở dòng này."
    ),
    # A cell.
    "import.not_a_figure": _("“{typed}” không phải số. Ghi số, thí dụ 1.234,5."),
    "import.not_met_or_not": _("“{typed}”: ghi “đạt” hoặc “chưa đạt”."),
    "import.not_a_day": _("“{typed}” không phải ngày. Ghi như 5/4/2016."),
    "import.formula_without_value": _(
        "Ô này là công thức chưa có kết quả hoặc đang báo lỗi. Mở trong Excel, để Excel tính xong rồi lưu lại, "
        "hoặc ghi số thay công thức."
    ),
    "import.legacy_letters": _(
        "Chữ dùng bảng mã {letters}: “{typed}”, đọc là “{reads}”. Chuyển sang Unicode rồi thả lại."
    ),
    "import.too_long": _("Dài {length} chữ, nhiều nhất {most}. Rút ngắn."),
    "import.paper_lacks": _("Chưa có “{name}”. Ghi như trên văn bản lãnh đạo đơn vị đã ký."),
    "import.proof_lacks": _(
        "{name}: văn bản minh chứng cần cả số và ngày. Ghi thêm ô còn trống, hoặc xóa các ô minh chứng của dòng này."
    ),
    "import.at_cell": _("Ô {cell}: {fault}"),
    "import.of_another_unit": _("Biểu này của {theirs}, không phải {ours}. Chọn đúng biểu của đơn vị."),
    # Applying.
    "import.no_file": _("Chưa chọn tệp nào. Chọn các biểu đơn vị gửi lại, hoặc một tệp nén .zip."),
    "import.nothing_to_apply": _("Không còn tệp nào đọc được để ghi. Sửa theo từng lỗi rồi thả lại."),
    "import.some_are_faulty": _("Còn {count} tệp có lỗi. Đánh dấu “để lại các tệp có lỗi” nếu ghi các tệp khác trước."),
    "import.changed_since": _("{unit}: báo cáo đã đổi từ lúc đọc tệp. Bấm “Đọc lại” để so với số liệu mới."),
    "import.handed_in_already": _(
        "{unit}: báo cáo kỳ này đã trình hoặc đã ký. Để lại tệp này; sửa số đã ký bằng đính chính."
    ),
    "import.too_early": _("{period} đến ngày {until} mới hết, nhận biểu từ ngày {opens}. Giữ tệp lại, thả từ ngày đó."),
    "import.registered_already": _("{unit}: bản đăng ký đã trình hoặc đã ký. Để lại tệp này."),
    "import.cannot_leave_out": _("Không để lại được tệp “{name}” lúc này."),
    "import.needs_reason": _("Ghi lý do rút: các đơn vị được báo."),
    "import.cannot_read_again": _("Đợt này {state}, không đọc lại được."),
    "import.cannot_apply": _("Đợt này {state}, không ghi được."),
    "import.cannot_undo": _("Đợt này {state}, không rút được."),
    "import.cannot_cancel": _("Đợt này {state}, không hủy được."),
    # Withdrawing.
    "import.built_upon": _("Chưa rút được: số liệu của đợt này đã được dùng tiếp."),
    "import.built_corrected": _("{unit}: số liệu đã có đính chính."),
    "import.built_shown": _("{unit}: đã có minh chứng bên số liệu."),
    "import.built_later": _("{unit}: kỳ sau đã ký."),
    "import.built_judged": _("{unit}: {state}."),
    "import.built_pact": _("Giao ước đã mở ký với các mức này."),
    "import.built_card": _("{unit}: bảng tự chấm đã dùng số liệu này."),
    "import.built_changed": _("{unit}: báo cáo đã được sửa sau khi ghi."),
    # How it stands.
    "import.is_waiting": _("đang chờ đọc"),
    "import.is_reading": _("đang đọc"),
    "import.is_read": _("đã đọc, chưa ghi"),
    "import.is_applied": _("đã ghi"),
    "import.is_undone": _("đã rút"),
    "import.is_cancelled": _("đã hủy"),
    "import.file.waiting": _("chờ đọc"),
    "import.file.read": _("đọc được"),
    "import.file.faulty": _("có lỗi"),
    "import.file.left_out": _("để lại"),
    "import.file.unpacked": _("đã mở nén"),
    "import.file.applied": _("đã ghi"),
    "import.file.undone": _("đã rút"),
    # Said after an act.
    "import.started": _("Đã nhận tệp, đang đọc. Chưa có số liệu nào thay đổi."),
    "import.applied": _("Đã ghi số liệu. Các đơn vị được báo để xác nhận."),
    "import.undone": _("Đã rút. Số liệu trở lại như trước khi ghi, các đơn vị được báo."),
    "import.cancelled": _("Đã hủy. Không có số liệu nào thay đổi."),
    "import.read_again": _("Đang đọc lại."),
    "import.left_out": _("Đã để lại tệp, đang đọc lại các tệp khác."),
    "notice.entry_withdrawn": _("Số liệu nhập thay theo {source} số {number} đã được rút."),
    "entry.state.withdrawn": _("nhập thay, đã rút"),
    "entry.is_withdrawn": _("Số liệu nhập thay này đã được rút."),
    "event.import.started": _("nhận biểu đơn vị gửi"),
    "event.import.read_again": _("đọc lại biểu đơn vị gửi"),
    "event.import.applied": _("ghi số liệu từ biểu đơn vị gửi"),
    "event.import.undone": _("rút số liệu đã ghi từ biểu"),
    "event.import.cancelled": _("hủy đợt nhận biểu"),
}
