from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "thidua.records.desk"
    label = "desk"
