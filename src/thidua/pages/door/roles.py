"""Names of the demo's one-click roles."""

from django.utils.translation import gettext as _


def role_names() -> dict[str, str]:
    """Slug of a role → its name in the reader's language."""
    return {
        "truong-khu-vuc": _("Trưởng Khu vực"),
        "pho-truong-khu-vuc": _("Phó Trưởng Khu vực"),
        "thuong-truc": _("Bộ phận thường trực"),
        "lanh-dao-don-vi": _("Lãnh đạo đơn vị"),
        "can-bo-don-vi": _("Cán bộ thi đua của đơn vị"),
        "can-bo-thi-hanh-an": _("Cán bộ thi đua của Cục Thi hành án dân sự"),
        "co-so": _("Người ở cơ sở"),
        "quan-sat-vien": _("Người theo dõi của cấp trên"),
        "quan-tri": _("Người quản trị hệ thống"),
    }
