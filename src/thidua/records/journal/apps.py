from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "thidua.records.journal"
    label = "journal"
