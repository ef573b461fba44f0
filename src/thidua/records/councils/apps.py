from django.apps import AppConfig


class CouncilsConfig(AppConfig):
    name = "thidua.records.councils"
    label = "councils"
