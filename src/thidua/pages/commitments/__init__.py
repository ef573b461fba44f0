"""Đăng ký: what each unit of a bloc commits itself to."""
