"""When Python looks for garbage: not while the program is loaded, and seldom in long work."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """What is loaded stays for as long as the process: to look through it over and over took a sixth of the start."""
    looks = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if looks:
            gc.enable()


@contextmanager
def long_work() -> Iterator[None]:
    """What is there by now stays, and little of what comes is garbage that does not go by itself.

    For as long as the work lasts only: a server that goes on would keep hundreds of megabytes.
    """
    before = gc.get_threshold()
    seldom_look_for_garbage()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def seldom_look_for_garbage() -> None:
    """For good, in a process that ends with its work."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(2_000_000, 50, 100)
