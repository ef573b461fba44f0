"""Sentences about seasons, their parts and their stages."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "cluster.slug_reserved": _(
        "“{slug}” là từ mà hệ thống dùng cho trang của mình. Chọn tên khác cho địa chỉ của cụm, khu vực."
    ),
    "cluster.slug_taken": _("Đã có cụm, khu vực ở địa chỉ “{slug}”. Chọn tên khác."),
    "season.no_bloc": _("Năm thi đua cần ít nhất một khối. Thêm khối rồi gửi lại."),
    "season.slug_taken": _("Cụm, khu vực đã có năm thi đua “{slug}”. Chọn tên khác."),
    "season.has_head": _("Năm thi đua đã có trưởng. Cho người trước thôi vai trò rồi giao người mới."),
    "season.has_part": _("{name} đã giữ vai trò này."),
    "season.motto_signed": _("Phương châm đã nằm trong giao ước đang mở ký, không sửa được nữa."),
    "season.amended": _("Đã lưu phương châm."),
    "stage.not_next": _("Khối đang ở giai đoạn {now}, không chuyển thẳng sang {stage} được."),
    "stage.by_signing": _("Khối sang giai đoạn đã ký khi đóng việc ký giao ước. Mở trang giao ước để đóng."),
    "stage.needs_motto": _("Năm thi đua chưa có phương châm. Ghi phương châm rồi phát động."),
    "stage.needs_sheet": _("Tự chấm điểm cần bảng điểm. Ban hành bảng điểm của khối rồi chuyển giai đoạn."),
    "stage.needs_ranking": _("Bình xét cần bảng xếp hạng đã chốt. Trưởng cụm, khu vực chốt xếp hạng rồi chuyển giai đoạn."),
    "stage.needs_council": _("Sau bình xét là họp, bỏ phiếu và quyết định khen thưởng; phần này chưa có trong phiên bản này."),
    "stage.moved": _("Khối đã sang giai đoạn {stage}."),
    "milestone.registration": _("Hạn đăng ký thi đua"),
    "milestone.signing": _("Ký giao ước"),
    "milestone.self_score": _("Hạn tự chấm điểm"),
    "milestone.verification": _("Hạn thẩm định điểm"),
    "milestone.ranking": _("Chốt bảng xếp hạng"),
}
