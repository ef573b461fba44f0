import threading

import pytest
from django.db import connection

from tests.factories.seasons import a_season
from thidua.jobs.following import follow
from thidua.jobs.rounds import LONGEST_PAUSE, Task, work
from thidua.jobs.watching import BrokenJournal, watch
from thidua.records.journal.models import Entry
from thidua.records.journal.queries import last_seq
from thidua.records.runs.steps import place_of


def test_a_follower_gets_every_line_once_and_in_order(db):
    a_season()
    got = []
    follower = {"reader": lambda lines: got.extend(line.seq for line in lines)}
    assert follow(follower) == last_seq()
    assert follow(follower) == 0
    assert got == list(range(1, last_seq() + 1))


def test_a_follower_that_fails_gets_the_same_lines_again(db):
    a_season()

    def failing(lines):
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        follow({"reader": failing})
    assert place_of("reader") == 0
    assert follow({"reader": lambda lines: None}) == last_seq()


def test_the_watch_passes_a_whole_journal_in_pieces(db):
    a_season()
    lines = list(Entry.objects.select_related("body"))
    watch(lines[:3])
    watch(lines[3:])


def test_the_watch_names_the_first_touched_line(db):
    a_season()
    lines = list(Entry.objects.select_related("body"))
    lines[4].body.text = lines[4].body.text.replace("test", "tett")
    with pytest.raises(BrokenJournal, match="broken at line 5;"):
        watch(lines)


def test_a_task_in_trouble_rests_longer_each_time_and_recovers(db):
    tries, fine = [], [False]

    def do():
        tries.append(len(tries))
        return fine[0]

    task = Task("mail", do)
    for second in range(8):
        task.round(float(second))
    assert len(tries) == 4, "at 0, 1, 3 and 7 seconds"
    fine[0] = True
    for second in (LONGEST_PAUSE, LONGEST_PAUSE + 1, LONGEST_PAUSE + 2):
        task.round(second)
    assert len(tries) == 7


def test_work_ends_when_it_is_told_to(own_database, settings):
    settings.DATA = own_database.data
    a_season()
    stopped = threading.Event()
    worker = threading.Thread(target=_work_and_close, args=(stopped,))
    worker.start()
    pause = threading.Event()
    while place_of("watching") < last_seq():
        assert worker.is_alive()
        pause.wait(0.05)
    stopped.set()
    worker.join(30)
    assert not worker.is_alive()


def _work_and_close(stopped):
    try:
        work(stopped)
    finally:
        connection.close()
