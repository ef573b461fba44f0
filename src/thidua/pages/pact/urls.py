"""Addresses of the pact and its board."""

from django.urls import path

from thidua.pages.pact import annexes, board, digital, groups, hall, scans, views

BLOC = "<slug:cluster>/<slug:season>/<slug:bloc>/giao-uoc"
urlpatterns = [
    path("<slug:cluster>/<slug:season>/bang-ky", board.signing_board, name="signing_board"),
    path(BLOC, views.pact_page, name="pact"),
    path(f"{BLOC}.json", views.pact_file, name="pact_file"),
    path(f"{BLOC}/viet", views.write, name="write_pact"),
    path(f"{BLOC}/mo", views.open_it, name="open_signing"),
    path(f"{BLOC}/mo-lai", views.reopen, name="reopen_text"),
    path(f"{BLOC}/ky", views.sign, name="sign_pact"),
    path(f"{BLOC}/ky-giay", views.sign_paper, name="sign_on_paper"),
    path(f"{BLOC}/ky-so", digital.digital_page, name="digital_signing"),
    path(f"{BLOC}/ky-so/ban-pdf", digital.paper, name="pact_paper"),
    path(f"{BLOC}/ky-so/lap", digital.hand_out, name="hand_out_paper"),
    path(f"{BLOC}/ky-so/nop", digital.sign_file, name="sign_by_file"),
    path(f"{BLOC}/dong", views.close, name="close_signing"),
    path(f"{BLOC}/chot", views.lock, name="lock_signing_list"),
    path(f"{BLOC}/goi-ky", hall.hall, name="hall"),
    path(f"{BLOC}/goi-ky/goi", hall.call, name="call_group"),
    path(f"{BLOC}/goi-ky/da-ky", hall.light, name="light_unit"),
    path(f"{BLOC}/goi-ky/hoan-tac", hall.undo, name="undo_light"),
    path(f"{BLOC}/goi-ky/tap-duot", hall.start, name="start_rehearsal"),
    path(f"{BLOC}/goi-ky/het-tap-duot", hall.end, name="end_rehearsal"),
    path(f"{BLOC}/goi-ky/luot", groups.groups_page, name="call_groups"),
    path(f"{BLOC}/goi-ky/luot/luu", groups.save_groups, name="save_call_groups"),
    path(f"{BLOC}/chu-ky/<str:signature>", scans.scan_page, name="signature"),
    path(f"{BLOC}/chu-ky/<str:signature>/ban-quet", scans.scan_file, name="signature_scan"),
    path(f"{BLOC}/chu-ky/<str:signature>/gan", scans.attach, name="attach_scan"),
    path(f"{BLOC}/phu-luc", annexes.annexes, name="annexes"),
    path(f"{BLOC}/phu-luc/lap", annexes.annex_form, name="annex_form"),
    path(f"{BLOC}/phu-luc/gui", annexes.propose, name="propose_annex"),
    path(f"{BLOC}/phu-luc/nhap-thay", annexes.propose_on_behalf, name="enter_annex_on_behalf"),
    path(f"{BLOC}/phu-luc/<int:number>/ky", annexes.sign, name="sign_annex"),
    path(f"{BLOC}/phu-luc/<int:number>/dong-y", annexes.agree, name="sign_annex_as_head"),
    path(f"{BLOC}/phu-luc/<int:number>/rut", annexes.withdraw, name="withdraw_annex"),
    path(f"{BLOC}/phu-luc/<int:number>/ky-giay", annexes.sign_paper, name="sign_annex_on_paper"),
]
