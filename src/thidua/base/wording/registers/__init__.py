"""Sentences about a register of honours from a spreadsheet: faults by cell, what keeps it from being undone."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "register.one_file": _("Chọn một tệp Excel (.xlsx) có sổ khen thưởng."),
    "register.no_table": _(
        "Tệp “{name}”: không thấy bảng nào có cột họ tên và cột danh hiệu, hình thức hoặc xếp loại trong 30 dòng đầu. "
        "Ghi tên cột như biểu trống rồi thả lại."
    ),
    "register.is_empty": _("Sổ chưa có mục nào dưới dòng tên cột. Ghi mỗi mục một dòng rồi thả lại."),
    "register.too_many": _("Sổ có hơn {most} mục. Chia thành nhiều tệp rồi thả từng tệp."),
    "register.no_name": _("Dòng này chưa ghi của ai. Ghi họ tên hoặc tên tập thể."),
    "register.unknown": _(
        "“{name}” chưa có trong danh bạ của {unit}. Sửa tên cho đúng, hoặc ghi người mới vào danh bạ rồi thả lại."
    ),
    "register.unknown_with_near": _(
        "“{name}” chưa có trong danh bạ của {unit}. Gần giống: {near}. Sửa tên cho đúng, hoặc ghi người mới vào "
        "danh bạ rồi thả lại."
    ),
    "register.two_of_a_name": _("Có nhiều người tên “{name}”: {places}. Ghi thêm nơi công tác ở cột “Phòng, bộ phận”."),
    "register.works_elsewhere": _("“{name}” nay công tác ở {place}; đơn vị đó ghi. Bỏ dòng này khỏi sổ."),
    "register.no_such_kind": _("“{typed}” không phải loại mục. Ghi một trong: {kinds}; hoặc để trống."),
    "register.no_such_award": _(
        "Không rõ “{typed}” là danh hiệu hay hình thức nào. Chọn trong danh sách của biểu trống; sáng kiến, đề tài thì "
        "ghi thêm “Loại mục”."
    ),
    "register.no_such_award_but": _(
        "Không rõ “{typed}” là danh hiệu hay hình thức nào. Gần giống: {near}. Ghi lại cho đúng."
    ),
    "register.not_for_them": _(
        "“{award}” không dành cho đối tượng này ({whose}). Ghi ở dòng của đúng người, đúng tập thể."
    ),
    "register.no_content": _("Dòng này có loại mục mà chưa có nội dung. Ghi nội dung, hoặc bỏ dòng này."),
    "register.not_one_of": _("“{typed}” không đọc được. Ghi một trong: {among}."),
    "register.no_year": _("Dòng này chưa có năm. Ghi năm có thành tích, như 2015."),
    "register.not_a_year": _("“{typed}” không phải một năm. Ghi như 2015."),
    "register.not_years": _("“{typed}” không phải năm. Ghi như 2013-2015 hoặc 2013, 2015."),
    "register.form_needs_day": _("“{award}” chưa có ngày quyết định. Ghi ngày như 15/1/2016."),
    "register.used_by_which": _(
        "Dòng này ghi nhiều danh hiệu, hình thức. Tách danh hiệu đã dùng sáng kiến ra một dòng riêng."
    ),
    "register.no_such_work": _(
        "Không thấy sáng kiến, đề tài “{typed}” của người này. Ghi đúng tên hoặc số quyết định của sáng kiến, hoặc "
        "thêm sáng kiến đó thành một dòng của sổ."
    ),
    "register.works_of_a_name": _(
        "Có nhiều sáng kiến, đề tài là “{typed}”. Ghi tên hoặc số quyết định chỉ một sáng kiến có."
    ),
    "register.discipline_needs_day": _("Kỷ luật chưa có ngày bắt đầu. Ghi “Từ ngày” hoặc ngày quyết định."),
    "register.rated_otherwise": _(
        "{whose} năm {year} đã ghi “{level}”. Sửa sổ, hoặc sửa mục đã ghi trên trang của người đó rồi thả lại."
    ),
    "register.twice": _("{whose} có hai dòng như nhau, dòng trước ở {first}. Bỏ một dòng."),
    "register.note.untyped": _(
        "{count} bằng khen, giấy khen, huân chương chưa ghi loại hình. Ghi được cả khi để trống; khi xét, mục chưa rõ "
        "chỉ được tính theo một cách hiểu."
    ),
    "register.note.by_file": _(
        "{count} mục chưa đủ số và ngày quyết định; căn cứ được ghi là tệp này hoặc căn cứ trong sổ. Bổ sung sau ở "
        "từng mục."
    ),
    "register.has_faults": _("Sổ còn lỗi. Sửa theo từng ô trong Excel, lưu, rồi thả lại."),
    "register.nothing_new": _("Mọi mục trong sổ đã có, không còn gì để ghi."),
    "register.was_applied": _("Đã ghi sổ vào quá trình khen thưởng."),
    "register.was_withdrawn": _("Đã rút sổ. Các mục mà sổ đã ghi không còn tính."),
    "register.was_cancelled": _("Đã bỏ sổ. Quá trình khen thưởng không có gì thay đổi."),
    "register.built_upon": _("Chưa rút được: các mục của sổ đã được dùng tiếp. Gỡ các việc dưới đây trước."),
    "register.built.mended": _("Có mục đã sửa sau khi ghi: {names}. Rút từng mục trên trang của người đó."),
    "register.built.mended_and_more": _(
        "Có mục đã sửa sau khi ghi: {names} và {more} tên khác. Rút từng mục trên trang của người đó."
    ),
    "register.built.used": _("Sáng kiến đã dùng cho khen thưởng: {names}. Rút mục khen thưởng đó trước."),
    "register.built.used_and_more": _(
        "Sáng kiến đã dùng cho khen thưởng: {names} và {more} mục khác. Rút các mục khen thưởng đó trước."
    ),
    "register.is_waiting": _("đang chờ đọc"),
    "register.is_reading": _("đang đọc"),
    "register.is_read": _("đã đọc, chưa ghi"),
    "register.is_faulty": _("có lỗi"),
    "register.is_applied": _("đã ghi"),
    "register.is_undone": _("đã rút"),
    "register.is_cancelled": _("đã bỏ"),
    "history.register.dropped": _("nhận sổ khen thưởng từ Excel"),
    "history.register.applied": _("ghi sổ khen thưởng từ Excel vào quá trình"),
    "history.register.withdrawn": _("rút sổ khen thưởng từ Excel"),
    "history.register.cancelled": _("bỏ sổ khen thưởng từ Excel"),
}
