"""Chấm điểm: the adopted sheet, each unit's card, its verification, exclusions and the ranking."""
