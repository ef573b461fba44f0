"""Sentences about drafts, entries on behalf and notices."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "draft.typed_elsewhere": _(
        "Biểu mẫu này vừa được nhập tiếp lúc {at} ở một cửa sổ hoặc máy khác của bạn. Phần nhập ở đây vẫn giữ trên "
        "máy này; chỉ gửi từ một nơi rồi đóng nơi kia."
    ),
    "draft.too_large": _(
        "Phần đang nhập dài hơn {most} KB nên chỉ giữ trên máy này. Gửi biểu mẫu để lưu, phần dài thì đính kèm tệp."
    ),
    "draft.unreadable": _("Bản nháp gửi lên không đọc được. Tải lại trang; phần đã nhập vẫn giữ trên máy này."),
}
