"""Addresses of the hand-over."""

from django.urls import path

from thidua.pages.handover import items, minutes, receiver, signing, ticking, views

BASE = "<slug:cluster>/<slug:season>/ban-giao"
ITEM = f"{BASE}/muc/<str:item>"
urlpatterns = [
    path(BASE, views.handover_page, name="handover"),
    path(f"{BASE}/lap", views.prepare, name="prepare_handover"),
    path(f"{BASE}/ben-nhan", receiver.change_receiver, name="change_handover_receiver"),
    path(f"{BASE}/tap-hop", ticking.gather, name="gather_handover"),
    path(f"{BASE}/them", ticking.add, name="add_handover_thing"),
    path(f"{BASE}/giao", ticking.give, name="give_items"),
    path(f"{BASE}/giao/bo", ticking.take_back_given, name="take_back_given"),
    path(f"{BASE}/nhan", ticking.receive, name="receive_items"),
    path(f"{BASE}/nhan/bo", ticking.take_back_received, name="take_back_received"),
    path(f"{BASE}/ky-giao", signing.sign_given, name="sign_handover_given"),
    path(f"{BASE}/ky-nhan", signing.sign_received, name="sign_handover_received"),
    path(f"{BASE}/nhap-thay", signing.on_paper, name="enter_handover_on_paper"),
    path(f"{BASE}/mo-lai", signing.reopen, name="reopen_handover"),
    path(f"{BASE}/bien-ban", minutes.minutes_page, name="handover_minutes"),
    path(f"{BASE}/bien-ban/tep", minutes.minutes_file, name="handover_minutes_file"),
    path(f"{BASE}/can-cu", minutes.ground_file, name="handover_ground_file"),
    path(ITEM, items.item_page, name="handover_item"),
    path(f"{ITEM}/ghi-chu", items.amend, name="amend_handover_item"),
    path(f"{ITEM}/nhan", items.reply_page, name="reply_to_handover_item"),
    path(f"{ITEM}/xong", items.settle, name="settle_handover_item"),
]
