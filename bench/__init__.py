"""The measured promises: `make bench` runs them and writes docs/measurements.md.

Claims are ratios within one run; absolute figures are those of the machine named on the page.
"""
