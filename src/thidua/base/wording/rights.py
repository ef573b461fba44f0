"""Sentences of rights and stages, and the names of roles and stages."""

from django.utils.translation import gettext_noop as _

WORDS = {
    "rights.not_yours": _("Việc này do {who} làm."),
    "rights.not_now": _("Khối đang ở giai đoạn {stage}; việc này làm được ở giai đoạn {when}."),
    "rights.stages_from_to": _("từ {first} đến {last}"),
    "role.head": _("Trưởng cụm, khu vực"),
    "role.deputy": _("Phó trưởng cụm, khu vực"),
    "role.secretariat": _("bộ phận thường trực"),
    "role.observer": _("người theo dõi của cấp trên"),
    "role.leader": _("lãnh đạo đơn vị"),
    "role.delegate": _("người được lãnh đạo ủy quyền"),
    "role.officer": _("cán bộ thi đua, khen thưởng của đơn vị"),
    "role.staff": _("công chức, viên chức, người lao động của đơn vị"),
    "role.member": _("người của các đơn vị thành viên"),
    "role.administrator": _("người quản trị hệ thống"),
    "role.signed_in": _("người đã đăng nhập"),
    "role.public": _("mọi người"),
    "stage.planned": _("lập kế hoạch"),
    "stage.launched": _("phát động"),
    "stage.registering": _("đăng ký"),
    "stage.signed": _("đã ký giao ước"),
    "stage.running": _("thực hiện"),
    "stage.self_scoring": _("tự chấm điểm"),
    "stage.cross_scoring": _("chấm chéo"),
    "stage.verifying": _("thẩm định điểm"),
    "stage.reviewing": _("bình xét"),
    "stage.decided": _("đã quyết định"),
    "stage.closed": _("đã khép lại"),
}
