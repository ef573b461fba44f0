"""Addresses of accounts, of the outbox and of single links."""

from django.urls import path

from thidua.pages.accounts import passwords, views

urlpatterns = [
    path("quan-tri/tai-khoan", views.accounts_page, name="accounts"),
    path("quan-tri/tai-khoan/mo", views.open_one, name="open_account"),
    path("quan-tri/tai-khoan/<str:account>/moi", views.invite, name="invite_account"),
    path("quan-tri/tai-khoan/<str:account>/dong", views.close, name="close_account"),
    path("quan-tri/tai-khoan/<str:account>/mo-lai", views.reopen, name="reopen_account"),
    path("quan-tri/thu", views.outbox, name="outbox"),
    path("moi/<str:secret>", passwords.set_by_link, {"invited": True}, name="accept_invitation"),
    path("mat-khau/<str:secret>", passwords.set_by_link, {"invited": False}, name="reset_password"),
    path("quen-mat-khau", passwords.forgot, name="forgot_password"),
    path("tai-khoan", views.own, name="own_account"),
    path("doi-mat-khau", passwords.change, name="change_password"),
]
