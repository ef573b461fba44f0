"""`python -m thidua.jobs`: started by `thidua serve`, ends with it."""

import os
import signal
import threading

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.site.settings")
    from thidua.base.garbage import loading

    with loading():
        import django

        django.setup()
        from thidua.jobs.rounds import work

    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    work(stopped)
