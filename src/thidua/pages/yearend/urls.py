"""Addresses of a year's end."""

from django.urls import path

from thidua.pages.yearend import evaluation, left_over, next_season

SEASON = "<slug:cluster>/<slug:season>"
EVALUATION = f"{SEASON}/danh-gia"
urlpatterns = [
    path(EVALUATION, evaluation.evaluation_page, name="evaluation"),
    path(f"{EVALUATION}/luu", evaluation.save, name="save_evaluation"),
    path(f"{EVALUATION}/ky", evaluation.sign, name="sign_evaluation"),
    path(f"{EVALUATION}/nhap-thay", evaluation.on_behalf, name="enter_evaluation_on_behalf"),
    path(f"{EVALUATION}/mo-lai", evaluation.reopen, name="reopen_evaluation"),
    path(f"{EVALUATION}/tep", evaluation.file, name="evaluation_file"),
    path(f"{SEASON}/nam-sau", next_season.next_season, name="next_season"),
    path(f"{SEASON}/con-lai", left_over.left_over_page, name="left_over"),
    path(f"{SEASON}/con-lai/<str:point>", left_over.answer, name="answer_left_over"),
]
