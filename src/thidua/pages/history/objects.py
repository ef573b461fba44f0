"""The objects that have a history: the page of each, who may read it there, which lines it is made of.

Whoever may open the object's page reads its history: each is found as that page finds it. `kinds` are beginnings of
the journal's kinds; what a reader of the page does not see there is in no line here either.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua.base.clock import today
from thidua.core.answer import Unknown, require
from thidua.core.workflow.handing_in import Handing
from thidua.pages.papers.finding import about, asked_turn, season_at
from thidua.pages.reports.finding import report_at
from thidua.records.awards import access as awards_access
from thidua.records.conduct.access import entry_for, handover
from thidua.records.conduct.access.evaluation import may_evaluate
from thidua.records.conduct.access.imports import run_for
from thidua.records.conduct.access.papers import reads_drafts
from thidua.records.conduct.queries.year_end import evaluation_of
from thidua.records.councils.access import conference_for, may_each
from thidua.records.councils.queries.money import budget_of
from thidua.records.desk.house import the_house
from thidua.records.directory.access import may, person_for, unit_for
from thidua.records.journal.models import HasToken
from thidua.records.papers.queries import paper_of
from thidua.records.results import access as results_access
from thidua.records.results.access import exemplars
from thidua.records.results.access.chapters import chapter_for
from thidua.records.results.access.initiatives import initiative_for
from thidua.records.results.access.inspections import inspection_for, visit_for
from thidua.records.results.access.written import reads_drafts_of, reads_text
from thidua.records.results.queries import report_of
from thidua.records.scores import access as scores_access
from thidua.records.scores.queries import card_of
from thidua.records.seasons.access import bloc_for, cluster_for, member_for, season_for
from thidua.records.seasons.campaign_access import campaign_for
from thidua.records.seasons.models import Pact
from thidua.records.seasons.queries.commitments import sheet_of

Kinds = tuple[str, ...]
# A unit and a person are named too by what is done in a season: that is not for every reader of the directory.
IN_THE_DIRECTORY = ("unit.", "person.", "post.", "delegation.")
# What is signed is told to every reader of the page; what was drafted, and returned, is the unit's own.
REPORT_STANDS = (
    "report.signed", "report.entered_on_behalf", "correction.signed", "correction.entered_on_behalf", "entry.",
    "import.",
)  # fmt: skip
CARD_STANDS = (
    "card.signed", "card.entered_on_behalf", "card.reopened", "card.line_verified", "card.verified",
    "card.verification_reopened", "entry.",
)  # fmt: skip
SEASON, BLOC = "<slug:cluster>/<slug:season>", "<slug:cluster>/<slug:season>/<slug:bloc>"


@dataclass(frozen=True)
class Found:
    """One object as its reader finds it; `row` is None where there is none yet, `is_data` says whose words its name is.

    Lines of a wide one, as a season's, may change rows of other rooms: its readers are told only of rows that are part
    of what the line is about.
    """

    row: HasToken | None
    name: str
    kinds: Kinds
    is_wide: bool = False
    is_data: bool = True


Find = Callable[..., Found]


@dataclass(frozen=True)
class Object:
    """What is shown on one page: the page's address, the word for it (`row.…`), how it is found."""

    route: str
    word: str
    find: Find


OBJECTS: dict[str, Object] = {}


def of(page: str, route: str, *, row: str) -> Callable[[Find], Find]:
    """The history of what is shown on `page`, whose address is `route`."""

    def keep(find: Find) -> Find:
        OBJECTS[page] = Object(route, row, find)
        return find

    return keep


def name_of(page: str) -> str:
    """The name of the address of its history."""
    return f"history_of_{page}"


def find(page: str, request: Any, words: Mapping[str, Any]) -> Found:
    """Raises Unknown or NotPossible as the page itself does."""
    return OBJECTS[page].find(request, **words)


@of("one_guidance", f"{SEASON}/chi-dao/<str:paper>", row="guidance")
def _guidance(request: Any, cluster: str, season: str, paper: str) -> Found:
    found = season_for(request.actor, cluster, season, to="guidance.read", on=today())
    if (one := found.guidance.filter(public_id=paper).first()) is None:
        raise Unknown
    return Found(one, one.title, ("guidance.",))


@of("pact", f"{BLOC}/giao-uoc", row="pact")
def _pact(request: Any, cluster: str, season: str, bloc: str) -> Found:
    found = bloc_for(request.actor, cluster, season, bloc, to="pact.read", on=today())
    pact = Pact.objects.filter(bloc_season=found).first()
    return Found(pact, found.bloc.name, ("pact.", "annex.", "hall.", "signature."))


@of("commitment_sheet", f"{BLOC}/dang-ky/<slug:unit>", row="commitmentset")
def _commitments(request: Any, cluster: str, season: str, bloc: str, unit: str) -> Found:
    member = member_for(request.actor, cluster, season, bloc, unit, to="commitments.read", on=today())
    return Found(sheet_of(member), member.short_name, ("commitments.", "entry.", "import."))


@of("report", f"{BLOC}/ket-qua/<slug:period>/<slug:unit>", row="report")
def _report(request: Any, cluster: str, season: str, bloc: str, period: str, unit: str) -> Found:
    member = member_for(request.actor, cluster, season, bloc, unit, to="results.read", on=today())
    report = report_of(member, period)
    kinds: Kinds = ("report.", "evidence.", "correction.", "entry.", "import.")
    if not results_access.reads_drafts_of(request.actor, report, on=today()):
        kinds = (*REPORT_STANDS, *(("evidence.",) if report.handing is Handing.SIGNED else ()))
    return Found(report, f"{member.short_name}, {report.period.name}", kinds)


@of("written_report", f"{BLOC}/bao-cao/<str:topic>/<slug:unit>", row="writtenreport")
def _written(request: Any, cluster: str, season: str, bloc: str, topic: str, unit: str) -> Found:
    report, told = report_at(request, cluster, season, bloc, topic, unit)
    is_shown = report.pk is not None and reads_text(request.actor, report, on=today())
    name = f"{report.membership.short_name}, {told.name}"
    signed = ("written.signed", "written.numbered", "written.entered_on_behalf")
    kinds = ("written.", "entry.") if reads_drafts_of(request.actor, report, on=today()) else signed
    return Found(report if is_shown else None, name, kinds)


@of("score_card", f"{BLOC}/cham-diem/<slug:unit>", row="scorecard")
def _card(request: Any, cluster: str, season: str, bloc: str, unit: str) -> Found:
    member = member_for(request.actor, cluster, season, bloc, unit, to="card.read", on=today())
    card = card_of(member)
    kinds: Kinds = ("card.", "entry.")
    if not scores_access.reads_drafts_of(request.actor, card, on=today()):
        kinds = (*CARD_STANDS, *(("card.evidence_",) if card.handing is Handing.SIGNED else ()))
    return Found(card, member.short_name, kinds)


@of("ranking", f"{BLOC}/xep-hang", row="ranking")
def _ranking(request: Any, cluster: str, season: str, bloc: str) -> Found:
    found = bloc_for(request.actor, cluster, season, bloc, to="ranking.read", on=today())
    return Found(found, found.bloc.name, ("ranking.", "sheet."), is_wide=True)


@of("campaign", f"{SEASON}/phong-trao/<str:campaign>", row="campaign")
def _campaign(request: Any, cluster: str, season: str, campaign: str) -> Found:
    found = campaign_for(request.actor, cluster, season, campaign, on=today())
    return Found(found, found.name, ("campaign.",))


@of("conference", "<slug:cluster>/hoi-nghi/<slug:conference>", row="conference")
def _conference(request: Any, cluster: str, conference: str) -> Found:
    found = conference_for(request.actor, cluster, conference, on=today(), to="conference.read")
    plans = may_each(request.actor, ("conference.plan",), found, on=today())["conference.plan"].is_yes
    told = "planned amended programme_set invited held called_off concluded"
    return Found(found, found.name, ("conference.",) if plans else tuple(f"conference.{one}" for one in told.split()))


@of("money", "<slug:cluster>/hoi-nghi/<slug:conference>/kinh-phi", row="budget")
def _money(request: Any, cluster: str, conference: str) -> Found:
    """Units read of the money what they were asked and paid, and no history."""
    found = conference_for(request.actor, cluster, conference, on=today(), to="conference.read")
    reads = may_each(request.actor, ("money.read",), found, on=today())["money.read"].is_yes
    return Found(budget_of(found) if reads else None, found.name, ("budget.",))


@of("inspection", f"{BLOC}/kiem-tra/<str:inspection>", row="inspection")
def _inspection(request: Any, cluster: str, season: str, bloc: str, inspection: str) -> Found:
    found = inspection_for(request.actor, cluster, season, bloc, inspection, on=today())
    told = "planned announced team_changed visit_moved visit_cancelled closed"
    return Found(found, found.name, tuple(f"inspection.{one}" for one in told.split()))


@of("visit", f"{BLOC}/kiem-tra/luot/<str:visit>", row="visit")
def _visit(request: Any, cluster: str, season: str, bloc: str, visit: str) -> Found:
    found = visit_for(request.actor, cluster, season, bloc, visit, on=today())
    return Found(found, found.membership.short_name, ("inspection.", "entry."))


@of("exemplar", f"{SEASON}/dien-hinh/<str:exemplar>", row="exemplar")
def _exemplar(request: Any, cluster: str, season: str, exemplar: str) -> Found:
    found = exemplars.exemplar_for(request.actor, cluster, season, exemplar, on=today())
    is_inside = exemplars.may(request.actor, "exemplars.read", found.membership, on=today()).is_yes
    told = ("exemplar.introduced", "exemplar.recognised", "exemplar.adopted", "exemplar.withdrawn")
    return Found(found, found.name, ("exemplar.", "entry.") if is_inside else told)


@of("initiative", f"{SEASON}/sang-kien/<str:initiative>", row="initiative")
def _initiative(request: Any, cluster: str, season: str, initiative: str) -> Found:
    found = initiative_for(request.actor, cluster, season, initiative, on=today())
    return Found(found, found.title, ("initiative.", "entry."))


@of("chapter", f"{SEASON}/chi-doan/<str:chapter>", row="youthchapter")
def _chapter(request: Any, cluster: str, season: str, chapter: str) -> Found:
    found, _member = chapter_for(request.actor, cluster, season, chapter, on=today())
    return Found(found, found.name, ("chapter.",))


@of("season_paper", f"{SEASON}/van-ban/<slug:code>/<str:subject>", row="officialpaper")
def _paper(request: Any, cluster: str, season: str, code: str, subject: str) -> Found:
    found = season_at(request, cluster, season)
    kind, _thing = about(request, found, code, subject)
    paper = paper_of(found.public_id, code, subject, asked_turn(request, found, code, subject))
    drafts = reads_drafts(request.actor, found, on=today())
    is_shown = paper is not None and (drafts or paper.is_issued)
    kinds = ("paper.",) if drafts else ("paper.issued", "paper.withdrawn")
    name = kind.name.within((get_language() or "vi")[:2])
    return Found(paper if is_shown else None, name, kinds, is_data=False)


@of("evaluation", f"{SEASON}/danh-gia", row="evaluation")
def _evaluation(request: Any, cluster: str, season: str) -> Found:
    found = season_for(request.actor, cluster, season, to="evaluation.read", on=today())
    writes = may_evaluate(request.actor, found, "evaluation.write", on=today()).is_yes
    signed = ("evaluation.signed", "evaluation.entered_on_behalf", "evaluation.reopened")
    return Found(evaluation_of(found), found.name, ("evaluation.",) if writes else signed)


@of("handover", f"{SEASON}/ban-giao", row="handover")
def _handover(request: Any, cluster: str, season: str) -> Found:
    found, one = handover.season_for(request.actor, cluster, season, to="handover.read", on=today())
    return Found(one, found.name, ("handover.",))


@of("import_run", f"{BLOC}/bieu-mau/dot/<str:run>", row="run")
def _run(request: Any, cluster: str, season: str, bloc: str, run: str) -> Found:
    found = bloc_for(request.actor, cluster, season, bloc, to="results.read", on=today())
    return Found(run_for(request.actor, found, run, on=today()), found.bloc.name, ("import.",))


@of("entry_on_behalf", "nhap-thay/<str:entry>", row="entryonbehalf")
def _entry(request: Any, entry: str) -> Found:
    found, _behind = entry_for(request.actor, entry, on=today())
    return Found(found, found.source, ("entry.",))


@of("unit", "don-vi/<slug:unit>", row="unit")
def _unit(request: Any, unit: str) -> Found:
    """Its own people are told too by which Word templates its papers are made."""
    found = unit_for(request.actor, unit)
    is_own = any(post.unit == found.pk for post in request.actor.posts)
    kinds = (*IN_THE_DIRECTORY, "paper.unit_template") if is_own else IN_THE_DIRECTORY
    return Found(found, found.short_name, kinds, is_wide=True)


@of("delegations", "don-vi/<slug:unit>/uy-quyen", row="delegation")
def _delegations(request: Any, unit: str) -> Found:
    found = unit_for(request.actor, unit)
    return Found(found, found.short_name, ("delegation.",), is_wide=True)


@of("person_honours", "nguoi/<str:person>/khen-thuong", row="honour")
def _person_honours(request: Any, person: str) -> Found:
    found = awards_access.person_for(request.actor, person, on=today())
    return Found(found, found.full_name, ("honours.",), is_wide=True)


@of("unit_honours", "don-vi/<slug:unit>/khen-thuong", row="honour")
def _unit_honours(request: Any, unit: str) -> Found:
    found = awards_access.unit_for(request.actor, unit, on=today())
    return Found(found, found.short_name, ("honours.",), is_wide=True)


@of("person", "nguoi/<str:person>", row="person")
def _person(request: Any, person: str) -> Found:
    found = person_for(request.actor, person)
    return Found(found, found.full_name, IN_THE_DIRECTORY, is_wide=True)


@of("house_address", "bat-dau/dia-chi", row="houseaddress")
def _house(request: Any) -> Found:
    require(may(request.actor, "house.address"))
    row = the_house().row
    return Found(row if row.pk else None, _("Địa chỉ của phần mềm"), ("house.",), is_data=False)


@of("rename_cluster", "nam-thi-dua/cum/<slug:cluster>", row="cluster")
def _cluster(request: Any, cluster: str) -> Found:
    found = cluster_for(request.actor, cluster, on=today(), to="cluster.rename")
    return Found(found, found.name, ("cluster.",))


# These two come last: their addresses hold no word of their own, and would answer for the others.
@of("one_season", SEASON, row="season")
def _season(request: Any, cluster: str, season: str) -> Found:
    found = season_for(request.actor, cluster, season, to="season.read", on=today())
    return Found(found, found.name, ("season.", "bloc.", "rehearsal.", "cluster.renamed"), is_wide=True)


@of("bloc", BLOC, row="blocseason")
def _bloc(request: Any, cluster: str, season: str, bloc: str) -> Found:
    found = bloc_for(request.actor, cluster, season, bloc, to="season.read", on=today())
    return Found(found, found.bloc.name, ("bloc.", "deadline.moved"), is_wide=True)
