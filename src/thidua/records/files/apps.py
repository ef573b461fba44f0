from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "thidua.records.files"
    label = "files"
