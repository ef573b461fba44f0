"""Addresses of the law: awards, texts, money; and of how people and units stand towards it."""

from django.urls import path

from thidua.pages.law import asking, award, awards, money, serving, sweeping, sweeping_all, texts, whatif

urlpatterns = [
    path("luat", awards.awards_page, name="law"),
    path("luat.xlsx", awards.workbook, name="law_xlsx"),
    path("luat/van-ban", texts.texts_page, name="law_texts"),
    path("luat/van-ban/<str:text>", texts.text_page, name="law_text"),
    path("luat/muc-luong-tien-thuong", money.money_page, name="law_money"),
    path("luat/muc-luong-tien-thuong.xlsx", money.workbook, name="law_money_xlsx"),
    path("nguoi/<str:person>/cong-hien", serving.serving_page, name="person_serving"),
    path("nguoi/<str:person>/cong-hien.xlsx", serving.workbook, name="person_serving_xlsx"),
    path("nguoi/<str:person>/dieu-kien", asking.person_standing, name="person_standing"),
    path("nguoi/<str:person>/dieu-kien/<str:award>", asking.person_why, name="person_why"),
    path("don-vi/<slug:unit>/ra-soat", sweeping.unit_sweep, name="unit_sweep"),
    path("don-vi/<slug:unit>/ra-soat.xlsx", sweeping.workbook, name="unit_sweep_xlsx"),
    path("nguoi/<str:person>/dieu-kien/<str:award>/tep", asking.person_answer, name="person_answer"),
    path("don-vi/<slug:unit>/dieu-kien", asking.unit_standing, name="unit_standing"),
    path("don-vi/<slug:unit>/dieu-kien/<str:award>", asking.unit_why, name="unit_why"),
    path("don-vi/<slug:unit>/dieu-kien/<str:award>/tep", asking.unit_answer, name="unit_answer"),
    path("luat/thu-ban-thao", whatif.whatif_page, name="law_whatif"),
    path("luat/ra-soat", sweeping_all.sweep_page, name="sweep_all"),
    path("luat/ra-soat.xlsx", sweeping_all.workbook, name="sweep_all_xlsx"),
    path("luat/<str:award>", award.award_page, name="law_award"),
]
