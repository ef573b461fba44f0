from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "thidua.records.papers"
    label = "papers"
