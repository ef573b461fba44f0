"""Addresses of a conference's money."""

from django.urls import path

from thidua.pages.money import contributions, downloads, estimate, settlement, spending

MONEY = "<slug:cluster>/hoi-nghi/<slug:conference>/kinh-phi"
ASKED = f"{MONEY}/dong-gop/<str:contribution>"
SPENT = f"{MONEY}/chi/<str:spent>"

urlpatterns = [
    path(MONEY, estimate.money, name="money"),
    path(f"{MONEY}/du-toan", estimate.edit, name="edit_estimate"),
    path(f"{MONEY}/trinh", estimate.submit, name="submit_estimate"),
    path(f"{MONEY}/tra-lai", estimate.send_back, name="return_money"),
    path(f"{MONEY}/duyet", estimate.approve, name="approve_estimate"),
    path(f"{MONEY}/dieu-chinh", estimate.amend, name="amend_estimate"),
    path(f"{MONEY}/dong-gop", contributions.contributions, name="contributions"),
    path(ASKED, contributions.contribution, name="contribution"),
    path(f"{ASKED}/thu", contributions.receive, name="receive_contribution"),
    path(f"{ASKED}/thu/<str:receipt>", contributions.withdraw, name="withdraw_receipt"),
    path(f"{MONEY}/chi", spending.spending, name="spending"),
    path(SPENT, spending.one, name="one_spending"),
    path(f"{SPENT}/tep", spending.file, name="spending_file"),
    path(f"{SPENT}/bo", spending.withdraw, name="withdraw_spending"),
    path(f"{MONEY}/quyet-toan", settlement.settlement, name="settlement"),
    path(f"{MONEY}/quyet-toan/trinh", settlement.submit, name="submit_settlement"),
    path(f"{MONEY}/quyet-toan/khoa", settlement.close, name="close_settlement"),
    path(f"{MONEY}/quyet-toan/mo-lai", settlement.reopen, name="reopen_settlement"),
    path(f"{MONEY}/du-toan.xlsx", downloads.estimate_workbook, name="estimate_workbook"),
    path(f"{MONEY}/dong-gop.xlsx", downloads.contributions_workbook, name="contributions_workbook"),
    path(f"{MONEY}/chi.xlsx", downloads.spending_workbook, name="spending_workbook"),
    path(f"{MONEY}/quyet-toan.xlsx", downloads.settlement_workbook, name="settlement_workbook"),
]
