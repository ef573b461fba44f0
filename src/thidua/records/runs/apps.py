from django.apps import AppConfig


class RunsConfig(AppConfig):
    name = "thidua.records.runs"
    label = "runs"
