from django.apps import AppConfig


class AwardsConfig(AppConfig):
    name = "thidua.records.awards"
    label = "awards"
