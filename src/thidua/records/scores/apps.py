from django.apps import AppConfig


class ScoresConfig(AppConfig):
    name = "thidua.records.scores"
    label = "scores"
