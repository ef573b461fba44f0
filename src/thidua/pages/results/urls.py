"""Addresses of results, and of everything that waits for one's signature."""

from django.urls import path

from thidua.pages.results import attaching, corrections, evidence, lists, reports, signing

BLOC = "<slug:cluster>/<slug:season>/<slug:bloc>/ket-qua"
REPORT = f"{BLOC}/<slug:period>/<slug:unit>"
urlpatterns = [
    path("ky-nhieu", signing.waiting_page, name="sign_many"),
    path("ky-nhieu/ky", signing.sign, name="sign_what_waits"),
    path("ky-nhieu/tra-lai", signing.give_back, name="return_what_waits"),
    path(BLOC, lists.results, name="results"),
    path(f"{BLOC}.xlsx", lists.workbook, name="results_xlsx"),
    path(REPORT, reports.report_page, name="report"),
    path(f"{REPORT}/luu", reports.save, name="save_report"),
    path(f"{REPORT}/bieu", reports.fill, name="fill_report"),
    path(f"{REPORT}/trinh", reports.submit, name="submit_report"),
    path(f"{REPORT}/rut-lai", reports.take_back, name="take_back_report"),
    path(f"{REPORT}/ky", reports.sign, name="sign_report"),
    path(f"{REPORT}/tra-lai", reports.give_back, name="return_report"),
    path(f"{REPORT}/nhap-thay", reports.on_behalf, name="enter_report_on_behalf"),
    path(f"{REPORT}/van-ban", evidence.scan, name="report_scan"),
    path(f"{REPORT}/gan-minh-chung", attaching.attach, name="attach_evidence"),
    path(f"{REPORT}/minh-chung/<str:evidence>", evidence.file, name="evidence"),
    path(f"{REPORT}/minh-chung/<str:evidence>/rut", evidence.withdraw, name="withdraw_evidence"),
    path(f"{REPORT}/minh-chung-them/<slug:code>", evidence.add, name="add_evidence"),
    path(f"{REPORT}/dinh-chinh/<slug:code>", corrections.correction_page, name="correction"),
    path(f"{REPORT}/dinh-chinh/<slug:code>/trinh", corrections.submit, name="correct_result"),
    path(f"{REPORT}/dinh-chinh/<slug:code>/nhap-thay", corrections.on_behalf, name="correct_on_behalf"),
    path(f"{REPORT}/dinh-chinh/<slug:code>/ky", corrections.sign, name="sign_correction"),
    path(f"{REPORT}/dinh-chinh/<slug:code>/tra-lai", corrections.give_back, name="return_correction"),
]
