"""Sentences of what a standard asks, of nobody in particular."""

from django.utils.translation import gettext_noop as _

WANTED = {
    "law.all.wanted": _("Đủ các điều kiện sau"),
    "law.any.wanted": _("Một trong các điều kiện sau"),
    "law.which_text.wanted": _(
        "Quy định đã đổi từ ngày 31/12 của năm xét đến ngày xét; chắc chắn đạt khi đáp ứng cả hai"
    ),
    "law.kept": _("Điều khoản chuyển tiếp: xét năm {year} trở về trước vẫn theo {text}"),
    "law.readings.wanted": _("Quy định có nhiều cách hiểu; chắc chắn đạt khi đáp ứng mọi cách"),
    "law.standard_of.wanted": _("Đạt tiêu chuẩn “{award}”"),
    "law.rated.wanted": _("Năm xét: {level}"),
    "law.titled.wanted": _("Có danh hiệu “{title}” {need} năm liền, tính đến năm xét"),
    "law.titled_back.wanted": _("Có danh hiệu “{title}” của: {years}"),
    "law.not_titled.wanted": _("Chưa có “{title}” của: {years} (các năm đã tính cho một lần không tính lại)"),
    "law.year_reviewed": _("năm xét"),
    "law.years_back": _("năm thứ {years} trước năm xét"),
    "law.conferred.wanted": _("Đã được tặng “{form}” về công trạng"),
    "law.work.wanted": _("Có {work}, chưa dùng lần nào"),
    "law.work_in_year.wanted": _("Trong năm xét có {work}, chưa dùng lần nào"),
    "law.length.wanted": _("{need} năm liên tục, tính đến năm cuối đã xếp loại: {of}"),
    "law.length_after.wanted": _("{need} năm liên tục sau khi được “{after}”, tính đến năm cuối đã xếp loại: {of}"),
    "law.fresh.wanted": _("Năm đã được “{form}” ghi nhận thì không tính lại; có cách hiểu khác, khi đó phải xem"),
    "law.older.wanted": _("Thời gian liên tục đã kết thúc sớm hơn chỉ được tính theo một cách hiểu"),
    "law.need_titles.wanted": _("Trong thời gian đó có “{title}” từ {need} lần trở lên"),
    "law.need_ratings.wanted": _("Trong thời gian đó có từ {need} năm trở lên: {level}"),
    "law.need_works.wanted": _("Trong thời gian đó có từ {need} {work} trở lên, chưa dùng lần nào"),
    "law.share.wanted": _("{of}: từ {percent} % trở lên"),
    "law.share_over.wanted": _("{of}: trên {percent} %"),
    "law.head_count.wanted": _("{of}: ít nhất {limit}"),
    "law.head_count_most.wanted": _("{of}: nhiều nhất {limit}"),
    "law.confirmed.wanted": _("{says} (thủ trưởng xác nhận)"),
    "law.judged.wanted": _("{says} (người có thẩm quyền đánh giá)"),
    "law.on_record.wanted": _("{says} (có ghi nhận)"),
}
