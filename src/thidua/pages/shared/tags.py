"""Filters and tags that every template has without loading them."""

from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction

from django.http import QueryDict
from django.template import Context, Library
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from thidua.base import numbers
from thidua.base.days import read_day
from thidua.base.wording import say
from thidua.core.actor import Actor
from thidua.core.answer import Sentence
from thidua.core.rights.scopes import Scope
from thidua.pages.shared import figures, marks, papers, uploads
from thidua.pages.shared.drum import Bloc, Words
from thidua.pages.shared.drum import drum as draw_drum
from thidua.pages.shared.heat import heat as heat_of
from thidua.pages.shared.signing import signing_words
from thidua.pages.shared.spark import share_bar, spark
from thidua.pages.shared.year import Year, YearWords
from thidua.pages.shared.year import year_strip as draw_year
from thidua.records.directory.models import Unit
from thidua.records.files.accepting import KNOWN_ENDINGS, MOST_BYTES
from thidua.records.papers.models import Paper
from thidua.records.seasons.models import Cluster

register = Library()


def _language() -> str:
    return "en" if (get_language() or "vi").startswith("en") else "vi"


@register.simple_tag(takes_context=True)
def signs_as(context: Context, unit: Unit, scope: str) -> str:
    """`{% signs_as member.unit "reports" %}`: in whose place the reader signs for a unit, by which letter; "" for the
    leader."""
    return signing_words(context["actor"], unit, Scope(scope))


@register.filter
def number(value: figures.Figure | None, places: int | None = None) -> str:
    """`{{ total|number:2 }}` writes 1.234,50; nothing for None."""
    return "" if value is None else figures.number(value, places)


@register.filter
def rounded(value: figures.Figure | None) -> str:
    """`{{ points|rounded }}` writes 13,3: at most two decimals, as sentences write their figures."""
    return "" if value is None else numbers.figure(figures.exact(value))


@register.filter
def editable(value: Fraction | int | None) -> str:
    """`value="{{ line.value|editable }}"`: a figure in a field, exact and read back as the same figure."""
    return "" if value is None else numbers.editable(value)


@register.filter
def money(value: int | None) -> str:
    """`{{ bonus|money }}` writes 2.530.000 đ."""
    return "" if value is None else figures.money(value)


@register.filter
def day(value: date | None) -> str:
    """`{{ due|day }}` writes 23/11/2026."""
    return "" if value is None else figures.day(value)


@register.filter
def moment(value: datetime | None) -> str:
    """`{{ at|moment }}` writes 23/11/2026 09:12, by Vietnamese clocks."""
    return "" if value is None else figures.moment(value)


@register.filter
def hour(value: datetime | None) -> str:
    """`{{ item.starts_at|hour }}` writes 09:12, by Vietnamese clocks."""
    return "" if value is None else figures.clock_time(value)


@register.filter
def when(value: date | None) -> str:
    """`{{ at|when }}` writes 09:12 today, 24/6 this year, 24/6/2015 otherwise."""
    return "" if value is None else figures.when(value)


@register.filter
def weekday(value: date | None) -> str:
    """`{{ on|weekday }}` writes Thứ Sáu."""
    return "" if value is None else figures.weekday(value)


@register.filter
def weekday_of(typed: str) -> str:
    """`{{ form.on|weekday_of }}` writes Thứ Sáu for a day as it stands in a field; nothing for what is no day."""
    return weekday(read_day(typed.strip()))


@register.simple_tag(takes_context=True)
def wrong(context: Context, *parts: object) -> SafeString:
    """`<input name="due_on-{{ row.n }}"{% wrong "due_on" row.n %}>`: marks the field in which a fault was found."""
    wrong_fields = context.get("wrong_fields") or ()
    return mark_safe(' aria-invalid="true"' if "-".join(map(str, parts)) in wrong_fields else "")  # noqa: S308


@register.simple_tag
def weekdays() -> str:
    """`data-weekdays="{% weekdays %}"`: the script weekday.js keeps the word beside the field true."""
    return "|".join(figures.weekdays())


@register.filter
def said(sentence: Sentence) -> str:
    """`{{ debt.name|said }}`: a sentence of `core` in the reader's language."""
    return say(sentence)


@register.filter
def tint(percent: figures.Figure | None) -> str:
    """`<td class="num {{ percent|tint }}">`: the class of the heat table's tint."""
    return "" if percent is None else heat_of(figures.exact(percent)).tint


@register.filter
def arrow(percent: figures.Figure | None) -> str:
    """`<i>{{ percent|arrow }}</i>`: ▲, ▼ or nothing."""
    return "" if percent is None else heat_of(figures.exact(percent)).arrow


@register.filter
def drum(blocs: Sequence[Bloc]) -> SafeString:
    """`{{ blocs|drum }}` draws the signing board; put <c-drum-list> beside it."""
    return draw_drum(blocs, Words(gettext("Trống ký kết"), gettext("đã ký"), gettext("chưa ký")))


@register.filter
def year_strip(year: Year) -> SafeString:
    """`{{ year|year_strip }}` draws Lịch thi đua; <c-year> puts its list beside it."""
    months = gettext("Th 1, Th 2, Th 3, Th 4, Th 5, Th 6, Th 7, Th 8, Th 9, Th 10, Th 11, Th 12").split(", ")
    gap, today, marks = gettext("trống {n} ngày"), gettext("hôm nay {day}"), gettext("Mốc")
    return draw_year(year, YearWords(gettext("Lịch thi đua"), tuple(months), gap, today, marks))


@register.simple_tag
def spark_line(values: Sequence[Fraction | int | None], even: Fraction | int | None = None) -> SafeString:
    """`{% spark_line values 100 %}` draws a line through periods, decorative."""
    return spark(values, even)


@register.simple_tag
def share(part: int, whole: int, gold: bool = False) -> SafeString:
    """`{% share signed all True %}` draws a bar of a share, decorative."""
    return share_bar(part, whole, gold)


@register.simple_tag
def brand_mark() -> SafeString:
    """The product's mark, decorative."""
    return marks.brand_mark()


@register.filter
def note_kind(level_tag: str) -> str:
    """Django's level of a message as the kind of a note: error → late, warning → due, success → done."""
    return {"error": "late", "warning": "due", "success": "done"}.get(level_tag, "plain")


@register.simple_tag(takes_context=True)
def page_address(context: Context, name: str, page: int) -> str:
    """The present address with another page, keeping its other parameters."""
    return _with(context, name, str(page))


@register.simple_tag(takes_context=True)
def sort_address(context: Context, name: str, key: str, sort: str) -> str:
    """The present address sorted by `key`; once more turns the order round; the page starts over."""
    return _with(context, name, f"-{key}" if sort == key else key, "trang")


@register.simple_tag(takes_context=True)
def page_title(context: Context) -> str:
    """What the page says in its block `title`, for the h1: a title is written once."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block("title") if blocks else None
    return str(block.render(context) if block else context.get("title", ""))


@register.simple_tag
def sorted_as(key: str, sort: str) -> str:
    """The value of aria-sort for a column when the order in force is `sort`."""
    return {key: "ascending", f"-{key}": "descending"}.get(sort, "none")


@register.simple_tag(takes_context=True)
def file_kept(context: Context, name: str) -> dict[str, object]:
    """`{% file_kept name as kept %}`: the file that came with a refused form: `kept.file`, `kept.mark` for it, and
    in `kept.asked` what its sender is asked about it, as the people's numbers in it."""
    request = context.get("request")
    kept = vars(request).get(uploads.KEPT, {}).get(name) if request is not None else None
    if request is None or kept is None:
        return {}
    return {"file": kept.file, "mark": uploads.mark_of(request, name), "asked": kept.asked, "is_read": kept.is_read}


@register.simple_tag
def file_limits() -> dict[str, object]:
    """What a field for a file tells the browser: endings it offers, bytes it lets through."""
    return {"endings": ",".join(sorted(KNOWN_ENDINGS)), "most": MOST_BYTES, "most_mb": MOST_BYTES // 1_000_000}


def _with(context: Context, name: str, value: str, *dropped: str) -> str:
    request = context.get("request")
    query = request.GET.copy() if request is not None else QueryDict(mutable=True)
    for other in dropped:
        query.pop(other, None)
    query[name] = value
    return f"?{query.urlencode()}"


@register.filter
def vi(text: object) -> SafeString:
    """`{{ unit.name|vi }}`: data stay Vietnamese in every language; English pages say so to screen readers."""
    return format_html('<span lang="vi">{}</span>', text) if _language() != "vi" else mark_safe(escape(text))  # noqa: S308


@register.filter
def sentence(key: str) -> str:
    """`{{ "exemplar.state."|add:one.state|sentence }}`: the words of a key that takes no values."""
    return say(Sentence(key))


@register.filter
def stage_name(bloc: object) -> str:
    """`{{ bloc|stage_name }}`: the stage of a bloc's season in the reader's language."""
    return say(Sentence(f"stage.{getattr(bloc, 'at_stage', bloc)}"))


@register.filter
def cluster_word(cluster: Cluster) -> str:
    """`{{ season.cluster|cluster_word }}`: cụm or khu vực, as the cluster calls itself."""
    return say(Sentence(f"cluster.kind.{cluster.kind}"))


@register.filter
def role_name(role: str, cluster: object = None) -> str:
    """`{{ given.role|role_name:cluster }}`: a part in the season; head and deputy by the cluster's own words."""
    words = {"head": getattr(cluster, "head_word", ""), "deputy": getattr(cluster, "deputy_word", "")}
    own = words.get(role, "") if _language() == "vi" else ""
    name = own or say(Sentence(f"role.{role}"))
    return name[:1].upper() + name[1:]


@register.filter
def campaign_kind(kind: str) -> str:
    """`{{ campaign.kind|campaign_kind }}`: peak, thematic and so on."""
    return say(Sentence(f"campaign_kind.{kind}"))


@register.filter
def reorganisation_name(kind: str) -> str:
    """Merger, split or dissolution, in the reader's language."""
    return say(Sentence(f"reorganisation.{kind}"))


@register.filter
def role_column(role: str) -> str:
    """`{{ role|role_column }}`: a role of the grid, short enough to stand over a column."""
    return say(Sentence(f"role_column.{role}"))


@register.filter
def milestone_name(kind: str) -> str:
    """`{{ milestone.kind|milestone_name }}`: what is due on a day of the bloc's calendar."""
    return say(Sentence(f"milestone.{kind}"))


@register.filter
def entry_state(state: str) -> str:
    """`{{ entry.state|entry_state }}`: what became of an entry on behalf."""
    return say(Sentence(f"entry.state.{state}"))


@register.filter
def entry_kind(entry: object) -> str:
    """`{{ entry|entry_kind }}`: what was entered on behalf, as "score card"."""
    return say(Sentence(f"entry.kind.{getattr(entry, 'subject', '').partition(':')[0]}"))


@register.filter
def cite(paper: Paper) -> str:
    """`{{ one.paper|cite|vi }}`: number, day and name of a paper."""
    return papers.cited(paper)


@register.filter
def is_of(entry: object, actor: Actor) -> bool:
    """`{% if entry|is_of:actor %}`: whether the reader holds a post in the unit that the entry was made for."""
    return any(post.unit == getattr(entry, "unit_id", None) for post in actor.posts)


@register.simple_tag(takes_context=True)
def typed_for(context: Context, name: str, row: str, kept: object = "") -> str:
    """`{% typed_for 'reason' pk line.reason %}`: what was typed in a row's field before the act was refused.

    `kept` where nothing was refused, or where the refused form had no such field.
    """
    typed = context.get("typed") or {}
    return str(typed.get(f"{name}-{row}", kept))
