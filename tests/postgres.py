"""A PostgreSQL cluster for as long as the tests run: own folder, own port, an ordinary user."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType

from scripts.system import postgresql

USER = "thidua"
# The data live for minutes and are made again by every run: nothing has to survive a power cut.
HASTE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")
# A statement that a plan has led astray fails with its text instead of holding up the whole run.
PATIENCE = ("statement_timeout=120s",)
SIZES = ("max_connections=200", "shared_buffers=64MB")


class Cluster:
    """Started on entering, stopped and removed on leaving; `address(name)` is a THIDUA_DATABASE value.

    Without `haste` it keeps its promises as in an office: what was committed is on the disk.
    """

    def __init__(self, *, haste: bool = True) -> None:
        programs = postgresql()
        if programs is None:
            raise RuntimeError("PostgreSQL 15 or newer is needed: `make test` installs it")
        self._programs = Path(programs)
        self._owner = _ordinary_user()
        self._folder = Path(tempfile.mkdtemp(prefix="thidua-postgresql-"))
        self._port = 0
        self._settings = (*SIZES, *((*HASTE, *PATIENCE) if haste else ()))
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Cluster":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def address(self, name: str = "postgres") -> str:
        return f"postgresql://{USER}@127.0.0.1:{self._port}/{name}"

    def start(self) -> None:
        if self._owner:
            os.chown(self._folder, self._owner.pw_uid, self._owner.pw_gid)
        initdb = ("initdb", "--pgdata", self._data, "--username", USER, "--auth", "trust", "--encoding", "UTF8")
        subprocess.run(
            self._command(*initdb, "--locale", "C", "--no-sync"),
            check=True,
            stdout=subprocess.DEVNULL,
            **self._as_owner,
        )
        for _ in range(5):  # another program may take the free port before the server does
            self._port = _free_port()
            self._server = self._serve()
            if self._answers():
                return
        raise RuntimeError(f"PostgreSQL did not start:\n{(self._folder / 'log').read_text()}")

    def stop(self) -> None:
        if self._server and self._server.poll() is None:
            self._server.send_signal(signal.SIGQUIT)  # at once: the folder goes away anyway
            self._server.wait(timeout=30)
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    @property
    def _as_owner(self) -> dict[str, object]:
        """How to start a program under the ordinary user, when we are root."""
        inside: dict[str, object] = {"cwd": self._folder}
        if self._owner:
            inside |= {"user": self._owner.pw_uid, "group": self._owner.pw_gid, "extra_groups": []}
        return inside

    def _command(self, program: str, *arguments: str) -> list[str]:
        return [str(self._programs / program), *arguments]

    def _serve(self) -> subprocess.Popen[bytes]:
        settings = ["listen_addresses=127.0.0.1", f"port={self._port}", "unix_socket_directories=", *self._settings]
        options = [word for setting in settings for word in ("-c", setting)]
        log = os.open(self._folder / "log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            return subprocess.Popen(
                self._command("postgres", "-D", self._data, *options),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self._as_owner,
            )
        finally:
            os.close(log)

    def _answers(self) -> bool:
        """Wait until the server takes connections; false when it has ended instead."""
        ready = self._command("pg_isready", "--quiet", "--host", "127.0.0.1", "--port", str(self._port))
        while self._server and self._server.poll() is None:
            if subprocess.run(ready).returncode == 0:
                return True
            time.sleep(0.1)
        return False


def _ordinary_user() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root; then it runs as `postgres`, or as `nobody`."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("PostgreSQL cannot run as root, and there is neither a user postgres nor nobody")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
