"""Where scripts, styles and pictures are served."""

from django.contrib.staticfiles.storage import StaticFilesStorage


class KnownFiles(StaticFilesStorage):
    """A page names the same few files dozens of times, for every icon one: each address is worked out once."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str | None, str] = {}

    def url(self, name: str | None) -> str:
        if name not in self._known:
            self._known[name] = super().url(name)
        return self._known[name]
