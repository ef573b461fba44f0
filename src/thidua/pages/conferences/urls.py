"""Addresses of conferences: they belong to a cluster, since one may close a season and open the next."""

from django.urls import path

from thidua.pages.conferences import conclusions, delegates, lists, planning, programme, script, seats, talks

LIST = "<slug:cluster>/hoi-nghi"
ONE = f"{LIST}/<slug:conference>"
LETTER = f"{ONE}/dai-bieu/<str:invitation>"

urlpatterns = [
    path(f"{LIST}.xlsx", lists.workbook, name="conferences_workbook"),
    path(f"{LIST}/", lists.conferences, name="conferences"),
    path(f"{LIST}/lap", planning.new_conference, name="plan_conference"),
    path(f"{ONE}/", lists.conference, name="conference"),
    path(f"{ONE}/sua", planning.amend, name="amend_conference"),
    path(f"{ONE}/da-hop", lists.hold, name="hold_conference"),
    path(f"{ONE}/khong-hop", lists.call_off, name="call_conference_off"),
    path(f"{ONE}/chuong-trinh", programme.programme, name="programme"),
    path(f"{ONE}/chuong-trinh/sua", programme.edit_programme, name="edit_programme"),
    path(f"{ONE}/kich-ban", script.script, name="script"),
    path(f"{ONE}/kich-ban/sua", script.edit_script, name="edit_script"),
    path(f"{ONE}/kich-ban/dan", script.presenter, name="presenter"),
    path(f"{ONE}/tham-luan", talks.talks, name="talks"),
    path(f"{ONE}/tham-luan/<str:talk>", talks.talk, name="talk"),
    path(f"{ONE}/tham-luan/<str:talk>/tep", talks.talk_file, name="talk_file"),
    path(f"{ONE}/tham-luan/<str:talk>/bo", talks.drop, name="drop_talk"),
    path(f"{ONE}/so-do", seats.seats, name="seats"),
    path(f"{ONE}/so-do/xep", seats.arrange, name="arrange_seats"),
    path(f"{ONE}/so-do/doi", seats.swap, name="swap_seats"),
    path(f"{ONE}/so-do/bien-ten", seats.plates, name="name_plates"),
    path(f"{ONE}/ket-luan", conclusions.conclusions, name="conclusions"),
    path(f"{ONE}/ket-luan/xong", conclusions.conclude, name="conclude_conference"),
    path(f"{ONE}/ket-luan/suy-ton/<str:matter>", conclusions.nominated, name="note_nominated"),
    path(f"{ONE}/ket-luan/<str:kind>", conclusions.paper, name="conference_paper"),
    path(f"{ONE}/ket-luan/<str:kind>/tep", conclusions.paper_file, name="conference_paper_file"),
    path(f"{ONE}/dai-bieu", delegates.delegates, name="delegates"),
    path(f"{ONE}/dai-bieu.xlsx", delegates.delegates_workbook, name="delegates_workbook"),
    path(f"{ONE}/khach-moi", delegates.guests, name="guests"),
    path(f"{ONE}/gui-giay-moi", delegates.send, name="send_invitations"),
    path(f"{ONE}/nhac", delegates.remind, name="remind_of_invitations"),
    path(LETTER, delegates.letter, name="invitation"),
    path(f"{LETTER}/nhap-thay", delegates.on_behalf, name="answer_invitation_on_behalf"),
]
