"""Addresses of accounts, of the outbox and of single links."""

from django.urls import path

from thidua.pages.accounts import factors, passwords, views

urlpatterns = [
    path("quan-tri/tai-khoan", views.accounts_page, name="accounts"),
    path("quan-tri/tai-khoan/mo", views.open_one, name="open_account"),
    path("quan-tri/tai-khoan/<str:account>/moi", views.invite, name="invite_account"),
    path("quan-tri/tai-khoan/<str:account>/dong", views.close, name="close_account"),
    path("quan-tri/tai-khoan/<str:account>/mo-lai", views.reopen, name="reopen_account"),
    path("quan-tri/tai-khoan/<str:account>/go-xac-nhan", views.reset_factor, name="reset_second_factor"),
    path("quan-tri/thu", views.outbox, name="outbox"),
    path("moi/<str:secret>", passwords.set_by_link, {"invited": True}, name="accept_invitation"),
    path("mat-khau/<str:secret>", passwords.set_by_link, {"invited": False}, name="reset_password"),
    path("quen-mat-khau", passwords.forgot, name="forgot_password"),
    path("tai-khoan", views.own, name="own_account"),
    path("tai-khoan/xac-nhan", factors.overview, name="second_factor"),
    path("tai-khoan/xac-nhan/ung-dung", factors.set_up_codes, name="set_up_codes"),
    path("tai-khoan/xac-nhan/ung-dung/bo", factors.drop_codes, name="remove_codes"),
    path("tai-khoan/xac-nhan/khoa", factors.new_passkey, name="add_passkey"),
    path("tai-khoan/xac-nhan/khoa/hoi", factors.ask_new_passkey, name="ask_new_passkey"),
    path("tai-khoan/xac-nhan/khoa/<str:passkey>/ten", factors.name_passkey, name="rename_passkey"),
    path("tai-khoan/xac-nhan/khoa/<str:passkey>/bo", factors.drop_passkey, name="remove_passkey"),
    path("tai-khoan/xac-nhan/ma-du-phong", factors.recovery_codes, name="recovery_codes"),
    path("doi-mat-khau", passwords.change, name="change_password"),
]
