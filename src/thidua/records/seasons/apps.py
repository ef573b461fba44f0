from django.apps import AppConfig


class SeasonsConfig(AppConfig):
    name = "thidua.records.seasons"
    label = "seasons"
