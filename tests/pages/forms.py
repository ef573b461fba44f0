"""What a browser would send of a form on a page, without a browser."""

from html.parser import HTMLParser


class _Forms(HTMLParser):
    """Every form of a page by its action: name → value of what is filled in, chosen or ticked."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, str]] = {}
        self.fields: dict[str, str] | None = None
        self.name, self.select = "", ""
        self.text: str | None = None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "form":
            self.fields = self.forms.setdefault(given.get("action") or "", {})
        elif self.fields is None:
            return
        elif tag == "input" and name and given.get("type") not in ("submit", "file"):
            if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                self.fields[name] = given.get("value") or ""
        elif tag == "textarea":
            self.name, self.text = name, ""
        elif tag == "select":
            self.select = name
            self.fields.setdefault(name, "")
        elif tag == "option" and self.select and "selected" in given:
            self.fields[self.select] = given.get("value") or ""

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self.fields is not None and self.text is not None:
            self.fields[self.name] = self.text.removeprefix("\n")
            self.text = None
        elif tag == "select":
            self.select = ""
        elif tag == "form":
            self.fields = None


def form_on(page: bytes, action: str) -> dict[str, str]:
    """The fields of the form with that action, "" for one that goes to its own page."""
    reader = _Forms()
    reader.feed(page.decode())
    return dict(reader.forms[action])


def forms_on(page: bytes) -> dict[str, dict[str, str]]:
    """The fields of every form by its action."""
    reader = _Forms()
    reader.feed(page.decode())
    return reader.forms
