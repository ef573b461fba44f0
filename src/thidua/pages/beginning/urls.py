"""Addresses of the first morning, of invitations of units, and of coming in by one."""

from django.urls import path

from thidua.pages.beginning import calendar, coming, first, house, invitations, plan, region, reminder, units

INVITATIONS = "<slug:cluster>/<slug:season>/moi-don-vi"
LIST = "bat-dau/don-vi/<str:run>"
urlpatterns = [
    path("khoi-dau/<str:secret>", first.first, name="first_account"),
    path("bat-dau", first.overview, name="begin"),
    path("bat-dau/don-vi", units.units, name="begin_units"),
    path("bat-dau/don-vi/mau.xlsx", units.example, {"name": "mau"}, name="empty_unit_list"),
    path("bat-dau/don-vi/thi-du.xlsx", units.example, {"name": "thi-du"}, name="example_unit_list"),
    path(LIST, units.list_page, name="unit_list"),
    path(f"{LIST}/tien-do", units.progress, name="unit_list_progress"),
    path(f"{LIST}/ghi", units.apply, name="apply_unit_list"),
    path(f"{LIST}/rut", units.undo, name="undo_unit_list"),
    path(f"{LIST}/bo", units.cancel, name="cancel_unit_list"),
    path("bat-dau/khu-vuc", region.region, name="begin_region"),
    path("bat-dau/khu-vuc/rut", region.withdraw, name="withdraw_region"),
    path("bat-dau/lich", calendar.calendar, name="begin_calendar"),
    path("bat-dau/lich/bo", calendar.withdraw, name="withdraw_calendar"),
    path("bat-dau/ke-hoach", plan.plan, name="begin_plan"),
    path("bat-dau/dia-chi", house.house_page, name="house_address"),
    path("bat-dau/loi-nhac", reminder.reminder, name="begin_reminder"),
    path("bat-dau/loi-nhac/da-chep", reminder.take, name="take_reminder"),
    path(INVITATIONS, invitations.invitations_page, name="unit_invitations"),
    path(f"{INVITATIONS}/lap", invitations.invite, name="invite_units"),
    path(f"{INVITATIONS}/thu", invitations.mail, name="mail_invitations"),
    path(f"{INVITATIONS}/giay-moi.pdf", invitations.letters, name="invitation_letters"),
    path(f"{INVITATIONS}/<str:invitation>/thu-hoi", invitations.revoke, name="revoke_invitation"),
    path("vao", coming.ask, name="come_in_by_code"),
    path("vao/<str:code>", coming.come_in, name="come_in"),
]
