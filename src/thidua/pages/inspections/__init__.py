"""Kiểm tra: rounds of inspections, visits from a phone, minutes, what is to be mended."""
