from django.apps import AppConfig


class ConductConfig(AppConfig):
    name = "thidua.records.conduct"
    label = "conduct"
