"""When Python looks for garbage: not while the program is loaded, and seldom in long work."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """What is loaded stays for as long as the process: to look through it over and over took a sixth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def seldom_look_for_garbage() -> None:
    """For long work: what is there by now stays, and little of what comes is garbage that does not go by itself."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(2_000_000, 50, 100)
