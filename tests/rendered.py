"""What Django notes of a page for tests: the context of the page itself, not that of each of its hundred parts."""

from django.template import Context, Template
from django.test.signals import template_rendered

OF_A_WHOLE = "_processors_index"  # what a request's context has, and one that a component makes of it has not


def note_pages_alone() -> None:
    """From now on no part is noted: to copy the context of each took a twentieth of every page."""
    Template._render = _render  # type: ignore[attr-defined]


def _render(self: Template, context: Context) -> object:
    if context.template is self and hasattr(context, OF_A_WHOLE):
        template_rendered.send(sender=self, template=self, context=context)
    return self.nodelist.render(context)
