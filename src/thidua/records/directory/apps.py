from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "thidua.records.directory"
    label = "directory"
