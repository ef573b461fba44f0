"""Kết quả: what each unit reports for each period, with its evidence, signatures and corrections."""
