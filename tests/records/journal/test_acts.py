import threading
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from thidua.base.days import VIETNAM
from thidua.core.actor import command
from thidua.core.answer import NotPossible, refuse
from thidua.jobs.watching import BrokenJournal, watch
from thidua.records.files.models import StoredFile
from thidua.records.journal.actions import act
from thidua.records.journal.models import ActKey, Body, Entry
from thidua.records.journal.queries import events_about, first_faulty_line, last_seq, lines_after
from thidua.records.journal.steps import record

NOON = datetime(2016, 3, 4, 5, 0, tzinfo=UTC)
CLERK = command("test")
both = pytest.mark.both


@act
def keep(name, *, by, at, key):
    row = StoredFile.objects.create(sha256="0" * 64, size_bytes=1, kind="text/plain", name=name, stored_at=at)
    if name == "refused":
        raise refuse("form.no_key")
    record("file.kept", by=by, at=at, subjects=[row], body={"name": name})
    return row


@both
def test_an_act_writes_its_row_and_its_line(db):
    row = keep("a", by=CLERK, at=NOON, key="k1")
    assert events_about(row) == ["file.kept"]
    assert first_faulty_line() is None


@both
def test_a_repeated_key_answers_with_the_first_receipt_and_does_nothing(db):
    first = keep("a", by=CLERK, at=NOON, key="k1")
    again = keep("a", by=CLERK, at=NOON, key="k1")
    assert again == first
    assert StoredFile.objects.count() == last_seq() == 1


@both
def test_a_key_of_another_actor_is_refused(db):
    keep("a", by=CLERK, at=NOON, key="k1")
    with pytest.raises(NotPossible):
        keep("a", by=command("other"), at=NOON, key="k1")


@both
def test_a_refused_act_leaves_nothing_and_its_key_may_be_used_again(db):
    with pytest.raises(NotPossible):
        keep("refused", by=CLERK, at=NOON, key="k1")
    assert StoredFile.objects.count() == ActKey.objects.count() == last_seq() == 0
    keep("a", by=CLERK, at=NOON, key="k1")
    assert last_seq() == 1


@both
def test_only_an_act_writes_to_the_journal(db):
    with pytest.raises(RuntimeError):
        record("file.kept", by=CLERK, at=NOON, subjects=[])


@both
def test_an_act_never_calls_an_act(db):
    @act
    def outer(*, by, at, key):
        keep("a", by=by, at=at, key="inner")

    with pytest.raises(RuntimeError):
        outer(by=CLERK, at=NOON, key="k1")


@both
@pytest.mark.parametrize("change", [lambda: Entry.objects.update(kind="x"), lambda: Body.objects.update(text="{}")])
def test_the_database_refuses_to_change_a_line(db, change):
    keep("a", by=CLERK, at=NOON, key="k1")
    with pytest.raises(DatabaseError), transaction.atomic():
        change()


def run(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@both
@pytest.mark.parametrize("table", ["journal_entry", "journal_body"])
def test_the_database_refuses_to_delete_a_line_or_all_of_them(db, table):
    keep("a", by=CLERK, at=NOON, key="k1")
    ways = [f"DELETE FROM {table}"]
    if connection.vendor == "postgresql":
        run("SET CONSTRAINTS ALL IMMEDIATE")
        ways.append(f"TRUNCATE {table} CASCADE")
    for way in ways:
        with pytest.raises(DatabaseError, match="append-only"):
            run(way)


@both
def test_a_body_that_is_gone_and_not_erased_is_found(db):
    keep("a", by=CLERK, at=NOON, key="k1")
    run("DROP TRIGGER body_never_goes" + " ON journal_body" * (connection.vendor == "postgresql"))
    run("DELETE FROM journal_body")
    assert first_faulty_line() == 1
    with pytest.raises(BrokenJournal, match="line 1"):
        watch(lines_after(0))


@both
def test_an_erased_body_leaves_the_chain_whole(db):
    keep("a", by=CLERK, at=NOON, key="k1")
    Body.objects.update(text=None, salt=None)
    assert first_faulty_line() is None


def together(count, work):
    """Runs `work(i)` in threads that start at once; gives what each returned or raised."""
    gate, answers = threading.Barrier(count), [None] * count

    def run(i):
        gate.wait()
        try:
            answers[i] = work(i)
        except Exception as error:
            answers[i] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(i,)) for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@both
def test_the_same_form_sent_ten_times_at_once_has_one_effect(own_database):
    answers = together(10, lambda i: keep("a", by=CLERK, at=NOON, key="k1"))
    assert {getattr(answer, "pk", answer) for answer in answers} == {1}
    assert StoredFile.objects.count() == last_seq() == 1


@both
def test_twenty_acts_at_once_leave_one_chain_without_gaps(own_database):
    answers = together(20, lambda i: keep(f"file {i}", by=CLERK, at=NOON, key=f"k{i}"))
    assert [answer for answer in answers if isinstance(answer, Exception)] == []
    assert last_seq() == 20
    assert first_faulty_line() is None


@act
def touch(first, second, meet, *, by, at, key):
    StoredFile.objects.select_for_update().get(pk=first.pk)
    meet()
    row = StoredFile.objects.select_for_update().get(pk=second.pk)
    record("file.touched", by=by, at=at, subjects=[first, second])
    return row


@both
def test_two_acts_that_wait_for_each_other_are_both_done_one_after_the_other(own_database):
    first, second = (keep(name, by=CLERK, at=NOON, key=name) for name in ("a", "b"))
    gate = threading.Barrier(2)

    def meet():
        """Both hold their first row now, where the database lets two write; never a second time."""
        with suppress(threading.BrokenBarrierError):
            gate.wait(1)
            gate.abort()

    rows = ((first, second), (second, first))
    answers = together(2, lambda i: touch(*rows[i], meet, by=CLERK, at=NOON, key=f"k{i}"))
    assert answers == [second, first]
    assert events_about(first)[1:] == ["file.touched", "file.touched"]


@both
def test_a_line_verifies_whatever_the_zone_of_its_instant(db):
    keep("a", by=CLERK, at=NOON.astimezone(VIETNAM), key="k1")
    assert first_faulty_line() is None
