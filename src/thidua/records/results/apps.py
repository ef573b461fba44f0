from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "thidua.records.results"
    label = "results"
