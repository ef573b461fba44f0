"""Hội nghị: planned, invited, held; its programme and its delegates."""
