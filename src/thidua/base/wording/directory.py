"""Sentences about units, people and posts."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "unit.code_taken": _("Mã đơn vị “{code}” đã dùng. Chọn mã khác."),
    "unit.slug_taken": _("Địa chỉ “{slug}” đã có đơn vị khác dùng. Chọn tên khác."),
    "person.no_name": _("“{typed}” không phải là họ tên. Ghi họ tên bằng chữ."),
    "post.backwards": _("Ngày thôi giữ chức ({until_on}) trước ngày nhận ({from_on}). Sửa một trong hai ngày."),
    "post.second_leader": _("{unit} đang có lãnh đạo. Ghi ngày thôi giữ chức của người trước rồi ghi người mới."),
    "event.unit.kept": _("ghi đơn vị vào danh bạ"),
    "event.unit.succeeded": _("ghi đơn vị kế tục"),
    "event.person.kept": _("ghi người vào danh bạ"),
    "event.post.given": _("ghi chức vụ"),
}
