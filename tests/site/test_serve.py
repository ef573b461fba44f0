"""The command as an operator starts it: real processes, a real port, a database of its own."""

import os
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator

import pytest

from tests.factories.seasons import NOON, World, a_key, a_season
from tests.pages.clients import session_of
from tests.site.serving import COMMAND, PATIENCE, Served, is_alive, serving
from thidua.core.workflow.stages import Stage
from thidua.records.accounts.models import Account
from thidua.records.conduct.actions import move_stage
from thidua.records.journal.queries import last_seq
from thidua.records.runs.steps import place_of

SEASON = "/live/cum-thu/nam-2016"


def a_session(actor) -> str:
    return session_of(Account.objects.get(pk=actor.account))


def next_event(stream) -> dict[str, str]:
    """The next event's fields; comments between are passed over."""
    fields: dict[str, str] = {}
    while line := stream.readline().decode().rstrip("\n"):
        name, _, value = line.partition(": ")
        fields[name] = value
    return fields if "event" in fields else next_event(stream)


def test_one_port_answers_pages_static_files_and_streams_and_stops_as_a_whole(own_database):
    world = a_season()
    with serving(own_database.environment) as served:
        assert served.get("/").status == 200
        assert served.get("/tinh/shared/js/live.js").getheader("Content-Type").startswith("text/javascript")
        stream = served.get(SEASON, a_session(world.officers[1]))
        assert (stream.status, stream.getheader("Content-Type")) == (200, "text/event-stream; charset=utf-8")
        assert next_event(stream)["event"] == "change"
        children = served.children()
        assert len(children) == 2, "one worker, one jobs process"
        assert served.stop() == 0
        assert not [pid for pid in children if is_alive(pid)]


def something_happens(world: World) -> None:
    """The bloc enters its next stage."""
    world.bloc.refresh_from_db()
    to = Stage.REGISTERING if world.bloc.stage == Stage.LAUNCHED else Stage.LAUNCHED
    move_stage(world.bloc, to=to, by=world.secretary, at=NOON, key=a_key())


@pytest.fixture(scope="module")
def house(module_database) -> Iterator[tuple[World, Served]]:
    """A season, and the server that several tests ask."""
    world = a_season()
    with serving(module_database.environment, patience=300) as served:
        yield world, served


@pytest.mark.both
def test_a_line_written_by_another_process_rings_every_stream(house):
    world, served = house
    before = last_seq()
    first = served.get(SEASON, a_session(world.head))
    assert next_event(first) == {"event": "change", "id": str(before), "data": str(before)}
    second = served.get(f"{SEASON}?after={before}", a_session(world.officers[2]))
    something_happens(world)
    after = str(last_seq())
    assert next_event(first)["data"] == after
    assert next_event(second)["data"] == after, "who has seen the line before is told of the next one only"


def test_who_may_not_watch_gets_the_same_answer_as_for_nothing(house):
    world, served = house
    nothing = served.get("/live/khong-co/nam-2016", a_session(world.head))
    expected = (nothing.status, nothing.read())
    assert expected[0] == 404
    for session in ("", "made-up", a_session(world.outsider)):
        answer = served.get(SEASON, session)
        assert (answer.status, answer.read()) == expected


@pytest.mark.both
def test_the_jobs_process_follows_the_journal_and_comes_back_when_it_falls(house):
    world, served = house
    until(lambda: place_of("watching") == last_seq())
    jobs = served.jobs()
    os.kill(jobs, signal.SIGKILL)
    until(lambda: served.jobs() not in (None, jobs))
    something_happens(world)
    until(lambda: place_of("watching") == last_seq())


def test_a_killed_command_leaves_no_process_behind(own_database):
    with serving(own_database.environment) as served:
        children = served.children()
        served.process.kill()
        until(lambda: not [pid for pid in children if is_alive(pid)])


def test_a_taken_port_is_said_in_one_sentence(own_database):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = subprocess.run(
            [COMMAND, "serve", "--port", str(port)],
            env=own_database.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    assert told.returncode == 1
    assert told.stdout == ""
    assert told.stderr == f"Port {port} is taken. Stop the other program, or give another port: --port 8001\n"


def until(holds) -> None:
    """Waits for something that another process does; fails if it never comes."""
    pause = threading.Event()
    for _ in range(10 * PATIENCE):
        if holds():
            return
        pause.wait(0.1)
    raise AssertionError("it never came")
