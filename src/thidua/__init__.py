"""thidua runs the emulation year of a cluster of public agencies."""

__version__ = "0.1.0"
