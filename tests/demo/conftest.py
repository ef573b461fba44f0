"""The played season for the tests beside; it is played once for the whole run."""

from tests.pages.crawl.conftest import stand_on

__all__ = ["stand_on"]
