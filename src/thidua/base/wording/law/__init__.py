"""Sentences of the law: what a standard asks, what was found, what is missing; and what is wrong in its files."""

from django.utils.translation import gettext_noop as _

from thidua.base.wording.law.facts import FACTS
from thidua.base.wording.law.files import FILES
from thidua.base.wording.law.rows import ROWS
from thidua.base.wording.law.wanted import WANTED
from thidua.base.wording.law.whatif import WHATIF

WORDS = {
    **FACTS,
    **FILES,
    **ROWS,
    **WANTED,
    **WHATIF,
    "law.no_year": _("chưa năm nào"),
    "law.level.HTXS": _("hoàn thành xuất sắc nhiệm vụ"),
    "law.level.HTT": _("hoàn thành tốt nhiệm vụ trở lên"),
    "law.level.HT": _("hoàn thành nhiệm vụ trở lên"),
    "law.level.KHT": _("có xếp loại"),
    "law.work.initiative.base": _("sáng kiến được cơ sở công nhận"),
    "law.work.initiative.ministry": _("sáng kiến được bộ, ban, ngành, tỉnh công nhận có hiệu quả, nhân rộng được"),
    "law.work.initiative.nation": _("sáng kiến có hiệu quả, nhân rộng được trong toàn quốc"),
    "law.work.research.base": _("đề tài, đề án, công trình được cơ sở nghiệm thu"),
    "law.work.research.ministry": _("đề tài, đề án, công trình có ảnh hưởng trong bộ, ban, ngành, tỉnh"),
    "law.work.research.nation": _("đề tài, đề án, công trình có ảnh hưởng trong toàn quốc"),
    "law.members.complete": _("Người hoàn thành nhiệm vụ trở lên"),
    "law.members.advanced": _("Người đạt Lao động tiên tiến (Chiến sĩ tiên tiến)"),
    "law.members.fighters": _("Người đạt Chiến sĩ thi đua cơ sở"),
    "law.members.warned": _("Người bị kỷ luật từ cảnh cáo trở lên"),
    "law.doubt.check": _("chưa đối chiếu được với văn bản gốc nên chỉ nhắc, không chặn"),
    "law.doubt.default": _("là cách hiểu mặc định, không phải quy định, nên chỉ nhắc, không chặn"),
    "law.all.met": _("Đủ cả {of} điều kiện"),
    "law.all.warn": _("Đủ điều kiện nếu người có thẩm quyền đồng ý những điểm còn phải xem"),
    "law.all.not_met": _("Thiếu {lacking} trong {of} điều kiện"),
    "law.any.met": _("Đáp ứng một trong {of} điều kiện"),
    "law.any.warn": _("Có điều kiện còn phải xem trong {of} điều kiện (chỉ cần một)"),
    "law.any.not_met": _("Chưa đáp ứng điều kiện nào trong {of} điều kiện (chỉ cần một)"),
    "law.readings.met": _("Đáp ứng theo mọi cách hiểu"),
    "law.readings.warn": _("Chỉ đáp ứng theo một cách hiểu của quy định; cần người có thẩm quyền quyết định"),
    "law.readings.not_met": _("Không đáp ứng theo cách hiểu nào"),
    "law.which_text.met": _("Đáp ứng cả quy định ngày xét lẫn quy định ngày 31/12 của năm xét"),
    "law.which_text.warn": _(
        "Quy định ngày xét và quy định ngày 31/12 của năm xét cho kết quả khác nhau, hoặc còn điểm phải xem; người có "
        "thẩm quyền chọn quy định áp dụng"
    ),
    "law.which_text.not_met": _("Không đáp ứng quy định ngày xét lẫn quy định ngày 31/12 của năm xét"),
    "law.in_doubt.met": _("{about}"),
    "law.in_doubt.warn": _("{about} – điều này {doubt}"),
    "law.standard_of.met": _("Đạt tiêu chuẩn “{award}”"),
    "law.standard_of.warn": _("Tiêu chuẩn “{award}” còn điểm phải xem"),
    "law.standard_of.not_met": _("Chưa đạt tiêu chuẩn “{award}”"),
    "law.rated.met": _("Năm {years}: {level}"),
    "law.rated.warn": _("Năm {years}: {level}, nhưng là năm mới hết kỷ luật hoặc của đơn vị cũ nhập vào"),
    "law.rated.not_met": _("Năm {years} chưa được xếp loại: {level}"),
    "law.titled.met": _("Có danh hiệu “{title}” các năm {years}"),
    "law.titled.warn": _("Có danh hiệu “{title}” các năm {years}, có năm của đơn vị cũ nhập vào"),
    "law.titled.not_met": _(
        "Cần danh hiệu “{title}” đủ {need} năm đúng kỳ, mới có {have} ({years}); thiếu năm {missing}"
    ),
    "law.not_titled.met": _("Các năm này chưa được tính cho một danh hiệu “{title}” khác"),
    "law.not_titled.not_met": _("Đã được “{title}” năm {years}: các năm tính bị chồng lên nhau"),
    "law.conferred.met": _("Đã được tặng “{form}” về công trạng (năm {years})"),
    "law.conferred.warn": _(
        "“{form}” (năm {years}) chưa ghi loại hình khen thưởng. Mở hồ sơ khen thưởng, ghi loại hình theo quyết định"
    ),
    "law.conferred.not_met": _(
        "Chưa được tặng “{form}” về công trạng; khen đột xuất, khen theo đợt hoặc chuyên đề không được làm căn cứ"
    ),
    "law.work.met": _("Có {work}, chưa dùng lần nào (năm {years})"),
    "law.work.warn": _(
        "Có {work} chỉ theo một cách hiểu: ở cấp công nhận cao hơn, hoặc đã dùng cho một danh hiệu khác (năm {years})"
    ),
    "law.work.not_met": _("Chưa có {work} mà chưa dùng lần nào"),
    "law.work_in_year.met": _("Có {work} trong năm, chưa dùng lần nào"),
    "law.work_in_year.warn": _(
        "Có {work} trong năm chỉ theo một cách hiểu: ở cấp công nhận cao hơn, hoặc đã dùng cho một danh hiệu khác"
    ),
    "law.work_in_year.not_met": _("Trong năm chưa có {work} mà chưa dùng lần nào"),
    "law.run.met": _("Đủ {need} năm liên tục và các điều kiện trong thời gian đó"),
    "law.run.warn": _("Đủ {need} năm liên tục nếu người có thẩm quyền đồng ý những điểm còn phải xem"),
    "law.run.not_met": _("Chưa đủ {need} năm liên tục cùng các điều kiện trong thời gian đó"),
    "law.length.met": _("{have} năm liên tục ({years}): {of}"),
    "law.length.warn": _("Đủ {need} năm liên tục chỉ theo một cách hiểu; chắc chắn có {have} ({years}): {of}"),
    "law.length.not_met": _(
        "Cần {need} năm liên tục tính đến năm cuối đã xếp loại, mới có {have} ({years}): {of}; thiếu năm {missing}"
    ),
    "law.length_after.met": _("{have} năm liên tục sau khi được “{after}” ({years}): {of}"),
    "law.length_after.warn": _(
        "Đủ {need} năm liên tục sau khi được “{after}” chỉ theo một cách hiểu; chắc chắn có {have} ({years}): {of}"
    ),
    "law.length_after.not_met": _(
        "Cần {need} năm liên tục sau khi được “{after}”, tính đến năm cuối đã xếp loại, mới có {have} ({years}): {of}; "
        "thiếu năm {missing}"
    ),
    "law.need_titles.met": _("Trong thời gian đó có “{title}” {have} lần ({years})"),
    "law.need_titles.warn": _("Đủ {need} lần “{title}” chỉ theo một cách hiểu; chắc chắn có {have} ({years})"),
    "law.need_titles.not_met": _("Trong thời gian đó cần “{title}” {need} lần, mới có {have} ({years})"),
    "law.need_ratings.met": _("Trong thời gian đó có {have} năm ({years}): {level}"),
    "law.need_ratings.warn": _("Đủ {need} năm chỉ theo một cách hiểu; chắc chắn có {have} ({years}): {level}"),
    "law.need_ratings.not_met": _("Trong thời gian đó cần {need} năm, mới có {have} ({years}): {level}"),
    "law.need_works.met": _("Trong thời gian đó có {have} {work}, chưa dùng lần nào"),
    "law.need_works.warn": _("Đủ {need} {work} chỉ theo một cách hiểu; chắc chắn có {have}"),
    "law.need_works.not_met": _("Trong thời gian đó cần {need} {work} mà chưa dùng lần nào, mới có {have}"),
    "law.share.met": _("{of}: {have} trên {members}, đạt từ {percent} % trở lên"),
    "law.share.warn": _("{of}: chưa ghi số người; cần từ {percent} % trở lên"),
    "law.share.not_met": _("{of}: {have} trên {members}, cần từ {percent} % trở lên"),
    "law.share_over.met": _("{of}: {have} trên {members}, đạt trên {percent} %"),
    "law.share_over.warn": _("{of}: chưa ghi số người; cần trên {percent} %"),
    "law.share_over.not_met": _("{of}: {have} trên {members}, cần trên {percent} %"),
    "law.head_count.met": _("{of}: {have}, cần ít nhất {limit}"),
    "law.head_count.warn": _("{of}: chưa ghi số người; cần ít nhất {limit}"),
    "law.head_count.not_met": _("{of}: mới có {have}, cần ít nhất {limit}"),
    "law.head_count_most.met": _("{of}: {have}, nhiều nhất {limit}"),
    "law.head_count_most.warn": _("{of}: chưa ghi số người; nhiều nhất {limit}"),
    "law.head_count_most.not_met": _("{of}: {have}, nhiều nhất {limit}"),
    "law.confirmed.met": _("{says} (thủ trưởng xác nhận)"),
    "law.confirmed.not_met": _("{says}: hồ sơ ghi là chưa đạt"),
    "law.judged.met": _("{says}: đã được đánh giá là đạt"),
    "law.judged.warn": _("{says}: phải do người có thẩm quyền đánh giá"),
    "law.judged.not_met": _("{says}: đã được đánh giá là chưa đạt"),
    "law.on_record.met": _("{says}"),
    "law.on_record.warn": _("{says}: của đơn vị sáp nhập vào, chỉ được tính theo một cách hiểu"),
    "law.on_record.not_met": _("Chưa ghi nhận: {says}"),
    "law.not_disciplined.met": _("Ngày xét không trong thời hạn kỷ luật"),
    "law.not_disciplined.not_met": _("Ngày xét đang trong thời hạn kỷ luật"),
    "law.not_dissolved.met": _("Đơn vị đang hoạt động, hoặc có đơn vị kế tục"),
    "law.not_dissolved.not_met": _(
        "Đơn vị đã giải thể, không có đơn vị kế tục: không khen tập thể; thành tích của từng người vẫn giữ"
    ),
    "law.not_pending.met": _("Không có việc đang xem xét, xác minh"),
    "law.not_pending.not_met": _(
        "Đang xem xét kỷ luật, thanh tra, kiểm tra hoặc xác minh đơn thư: chưa xét, xét tiếp khi kết luận không vi phạm"
    ),
    "law.not_disciplined_in.met": _("Trong năm không bị kỷ luật"),
    "law.not_disciplined_in.not_met": _("Bị kỷ luật trong năm {years}"),
    "law.joined_before.met": _("Làm việc từ {months} tháng trở lên tính đến hết năm"),
    "law.joined_before.not_met": _("Mới tuyển dụng, chưa đủ {months} tháng tính đến hết năm"),
    "law.group_of.civil": _("cán bộ, công chức, viên chức"),
    "law.group_of.worker": _("công nhân, nông dân, người lao động"),
    "law.group_of.armed": _("lực lượng vũ trang"),
    "law.group.met": _("Thuộc đối tượng: {groups}"),
    "law.group.not_met": _("Không thuộc đối tượng: {groups}"),
    "law.founded.met": _("Thành lập từ {years} năm trở lên"),
    "law.founded.warn": _("Chưa ghi ngày thành lập; cần từ {years} năm trở lên"),
    "law.founded.not_met": _("Chưa đủ {years} năm kể từ ngày thành lập"),
    "law.no_text_then": _("ngày đó không văn bản nào quy định"),
    "law.verdict.none": _("không có kết quả"),
    "law.verdict.eligible": _("Đủ điều kiện"),
    "law.verdict.not_eligible": _("Chưa đủ điều kiện"),
    "law.verdict.not_yet": _("Chưa xét"),
    "law.verdict.warn": _("Cần người xem"),
}
