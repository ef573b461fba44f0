"""Addresses of youth chapters."""

from django.urls import path

from thidua.pages.chapters import activities, changing, views

ROOM = "<slug:cluster>/<slug:season>/chi-doan"
CHAPTER = f"{ROOM}/<str:chapter>"
ACTIVITY = f"{ROOM}/hoat-dong/<str:activity>"
urlpatterns = [
    path(ROOM, views.chapters, name="chapters"),
    path(f"{ROOM}/bang.xlsx", views.workbook, name="chapters_workbook"),
    path(f"{ROOM}/moi", views.keep, name="keep_chapter"),
    path(ACTIVITY, activities.activity_page, name="chapter_activity"),
    path(f"{ACTIVITY}/co-mat", activities.attendance, name="note_attendance"),
    path(f"{ACTIVITY}/ma", activities.code, name="activity_code"),
    path(f"{ACTIVITY}/rut", activities.withdraw, name="withdraw_activity"),
    path(f"{ACTIVITY}/anh", activities.add_photo, name="add_activity_photo"),
    path(f"{ACTIVITY}/anh/<str:photo>", activities.photo, name="activity_photo"),
    path(f"{CHAPTER}.xlsx", views.activities_workbook, name="activities_workbook"),
    path(CHAPTER, views.chapter_page, name="chapter"),
    path(f"{CHAPTER}/doi", views.amend, name="amend_chapter"),
    path(f"{CHAPTER}/doi-ten", changing.rename, name="rename_chapter"),
    path(f"{CHAPTER}/ket-thuc", changing.end, name="end_chapter"),
    path(f"{CHAPTER}/hoat-dong-moi", activities.note, name="note_activity"),
]
