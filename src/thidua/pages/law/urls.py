"""Addresses of the law: awards, texts, money."""

from django.urls import path

from thidua.pages.law import award, awards, money, texts

urlpatterns = [
    path("luat", awards.awards_page, name="law"),
    path("luat.xlsx", awards.workbook, name="law_xlsx"),
    path("luat/van-ban", texts.texts_page, name="law_texts"),
    path("luat/van-ban/<str:text>", texts.text_page, name="law_text"),
    path("luat/muc-luong-tien-thuong", money.money_page, name="law_money"),
    path("luat/muc-luong-tien-thuong.xlsx", money.workbook, name="law_money_xlsx"),
    path("luat/<str:award>", award.award_page, name="law_award"),
]
