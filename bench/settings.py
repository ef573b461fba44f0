"""The product's settings, with one address more: a view that only writes, to compare with."""

from thidua.site.settings import *  # noqa: F403

ROOT_URLCONF = "bench.addresses"
