"""Addresses of scores: the adopted sheet, cards, verification, ranking."""

from django.urls import path

from thidua.pages.scores import attaching, cards, evidence, filling, lists, places, ranking, sheets, verifying

BLOC = "<slug:cluster>/<slug:season>/<slug:bloc>"
CARD = f"{BLOC}/cham-diem/<slug:unit>"
urlpatterns = [
    path("cham-diem", places.scores, name="scores"),
    path(f"{BLOC}/bang-diem", sheets.sheet_page, name="score_sheet"),
    path(f"{BLOC}/bang-diem.yaml", sheets.sheet_file, name="score_sheet_file"),
    path(f"{BLOC}/bang-diem/van-ban", evidence.paper_of_sheet, name="sheet_paper"),
    path(f"{BLOC}/bang-diem/ban-hanh", sheets.adopt, name="adopt_sheet"),
    path(f"{BLOC}/bang-diem/thu-vien/<slug:code>.yaml", sheets.library_file, name="library_sheet"),
    path(f"{BLOC}/cham-diem", lists.cards, name="score_cards"),
    path(f"{BLOC}/cham-diem.xlsx", lists.cards_workbook, name="score_cards_workbook"),
    path(CARD, cards.card_page, name="score_card"),
    path(f"{CARD}/tinh", cards.reckoned, name="reckon_card"),
    path(f"{CARD}/luu", filling.save, name="save_card"),
    path(f"{CARD}/trinh", filling.submit, name="submit_card"),
    path(f"{CARD}/rut-lai", filling.take_back, name="take_back_card"),
    path(f"{CARD}/ky", filling.sign, name="sign_card"),
    path(f"{CARD}/tra-lai", filling.give_back, name="return_card"),
    path(f"{CARD}/mo-sua", filling.correct, name="correct_card"),
    path(f"{CARD}/lay-ket-qua", filling.refill, name="refill_card"),
    path(f"{CARD}/nhap-thay", filling.on_behalf, name="enter_card_on_behalf"),
    path(f"{CARD}/gan-minh-chung", attaching.attach, name="attach_line_evidence"),
    path(f"{CARD}/minh-chung/rut", evidence.withdraw, name="withdraw_line_evidence"),
    path(f"{CARD}/minh-chung/<str:evidence>", evidence.file, name="line_evidence"),
    path(f"{CARD}/van-ban", evidence.scan, name="card_scan"),
    path(f"{CARD}/tham-dinh", verifying.verify_page, name="verify_card"),
    path(f"{CARD}/tham-dinh/dong", verifying.verify, name="verify_line"),
    path(f"{CARD}/tham-dinh/xong", verifying.finish, name="finish_verification"),
    path(f"{CARD}/tham-dinh/mo-lai", verifying.reopen, name="reopen_verification"),
    path(f"{CARD}/tung-dong", cards.unfolded, name="unfolded_card"),
    path(f"{BLOC}/xep-hang", ranking.ranking_page, name="ranking"),
    path(f"{BLOC}/xep-hang.xlsx", ranking.workbook, name="ranking_workbook"),
    path(f"{BLOC}/xep-hang.csv", ranking.csv_file, name="ranking_csv"),
    path(f"{BLOC}/xep-hang.json", ranking.record_file, name="ranking_file"),
    path(f"{BLOC}/xep-hang/chot", ranking.lock, name="lock_ranking"),
    path(f"{BLOC}/xep-hang/chot-theo-van-ban", ranking.lock_on_paper, name="lock_ranking_on_paper"),
    path(f"{BLOC}/xep-hang/chot-theo-van-ban/tep", evidence.paper_of_ranking, name="ranking_paper"),
    path(f"{BLOC}/xep-hang/khong-xep", ranking.exclude, name="exclude_unit"),
    path(f"{BLOC}/xep-hang/xep-lai", ranking.lift, name="lift_exclusion"),
    path(f"{BLOC}/xep-hang/van-ban/<str:evidence>", evidence.paper_of_exclusion, name="exclusion_paper"),
]
