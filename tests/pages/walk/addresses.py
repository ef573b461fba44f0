"""Every address of the program with its words filled in, and one form that has a field for whatever they ask."""

import re
from collections.abc import Iterator, Mapping

from django.urls import URLPattern, URLResolver, get_resolver

from tests.factories.factors import a_passkey_of
from tests.factories.papers import PLAN
from tests.factories.people import an_account
from tests.factories.results import the_line, the_report
from tests.factories.scores import the_card, the_row
from tests.factories.seasons import BUILDER, TODAY, World, a_key
from thidua.base.clock import now
from thidua.records.accounts.models import Delegation
from thidua.records.accounts.queries import actor_of
from thidua.records.awards.models import Honour, Rating
from thidua.records.conduct.models import HandoverItem
from thidua.records.councils.models import Contribution, Invitation, Matter, Receipt, Spending, Talk
from thidua.records.desk.actions import send_invitation, send_reset
from thidua.records.desk.models import EntryOnBehalf, Notice
from thidua.records.directory.models import Person, Post, Reorganisation, YouthChapter
from thidua.records.results.models import (
    ActivityPhoto,
    ChapterActivity,
    Correction,
    Evidence,
    Exemplar,
    Initiative,
    Inspection,
    InspectionContent,
    JoinCode,
    Participation,
    VisitFinding,
)
from thidua.records.runs.models import Run, RunFile
from thidua.records.scores.models import Exclusion, LineEvidence
from thidua.records.seasons.models import Campaign, Guidance, SeasonRole, Signature, UnitInvitation
from thidua.records.seasons.queries.invitations import code_of

OWN = 1  # the place of the unit that the addresses name
NOTHING = "khong-co-gi"  # what nothing is called
CODE, SHEET = "cuoc", "DBBB-2016-STP"
TYPED = (
    "name short_name full_name title reason remark why reopen_reason dispute answer motto preamble place signer "
    "paper_source paper_title paper_signer letter_number blocs head_word deputy_word text conclusion because remark "
    "reply missing did goal mentor withdraw_because consent_name note_text check_text result other_unit "
    "decision_title decision_number lock_source lock_number lock_signer lock_title "
    "minutes_number giver_name giver_title receiver_name receiver_title"
)
DAYS = (
    "from_on until_on letter_dated_on paper_dated_on due_on on consent_on note_on check_on adopted_on "
    "decision_dated_on lock_dated_on minutes_dated_on"
)
WITHIN_THE_UNIT = (
    "amend_exemplar", "register_exemplar", "introduce_exemplar", "withdraw_exemplar", "give_consent",
    "take_back_consent", "note_exemplar",
)  # fmt: skip
CHOSEN = {
    "capacity": "leader", "role": "observer", "kind": "staff", "to": "launched", "outcome": "upheld",
    "library": SHEET, "email": "khac@example.vn", "paper_number": "1/TB", "field": "1", "level": "base",
    "note_kind": "support",
}  # fmt: skip
UNASKED = {"introduce_exemplar": {"paper_source"}}  # with a paper it would be entered on behalf
OF_A_UNITS_PAPER = (
    "unit_paper_word", "unit_paper_pdf", "make_unit_paper_pdf", "unit_template", "unit_template_word",
)  # fmt: skip
OF_ONE_HELD = ("conference_paper", "conference_paper_file", "note_nominated", "conclude_conference")
OF_PAPERS = (
    "season_paper", "draft_paper", "write_paper", "submit_paper", "return_paper", "sign_paper", "issue_paper",
    "withdraw_paper", "make_paper_pdf", "paper_word", "paper_pdf", "signed_paper_file", "paper_template",
    "template_word", "history_of_season_paper", "history_of_season_paper_xlsx",
)  # fmt: skip
OF_A_LIST = ("unit_list", "unit_list_progress", "apply_unit_list", "undo_unit_list", "cancel_unit_list")
OF_A_REGISTER = (
    "honour_register", "honour_register_progress", "apply_honour_register", "undo_honour_register",
    "cancel_honour_register",
)  # fmt: skip
OF_HONOURS = ("enter_person_honour", "person_honour", "enter_unit_honour", "unit_honour")
SAMPLES = {"samples", "sample_room", "sample_paper"}
WORD = re.compile(r"<(\w+):(\w+)>")


def patterns(resolver: URLResolver | None = None, before: str = "") -> Iterator[tuple[str, str]]:
    """The names of all addresses with their patterns, but for the samples, which only the demo has."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            if entry.name not in SAMPLES:
                yield entry.name or "", before + str(entry.pattern)
        else:
            yield from patterns(entry, before + str(entry.pattern))


def addresses(world: World, words: Mapping[str, str] | None = None) -> dict[str, str]:
    """Every address by its name, about the season's second unit; a word that is not told names nothing.

    `words` by the pattern's word, or by the address's name and the word where one word means several things.
    """
    told = {
        "cluster": world.season.cluster.slug, "season": world.season.slug, "bloc": world.bloc.bloc.slug,
        "unit": world.units[OWN].slug, "period": "quy-1", "topic": "quy-2", **(words or {}),
    }  # fmt: skip

    def filled(name: str, pattern: str) -> str:
        def word(found: re.Match[str]) -> str:
            kind, called = found.groups()
            return told.get(f"{name} {called}", told.get(called, "1" if kind == "int" else NOTHING))

        return "/" + WORD.sub(word, pattern)

    return {name: filled(name, pattern) for name, pattern in patterns()}


def words_of(world: World) -> dict[str, str]:
    """What the season with everything holds; two letters with single links are written for it."""
    unit, officer = world.units[OWN], Person.objects.get(pk=world.officers[OWN].person)
    invited, forgetful = an_account("moi@example.vn"), an_account("quen@example.vn")
    secrets: list[str] = []
    told = {"address_of": lambda secret: secrets.append(secret) or secret, "by": BUILDER, "at": now()}
    send_invitation(invited, key=a_key(), **told)
    send_reset(forgetful.email, key=a_key(), **told)
    return {
        "code": CODE,
        "library_sheet code": SHEET,
        **dict.fromkeys(
            ("law_award award", "person_why award", "unit_why award", "person_answer award", "unit_answer award"),
            "BK_BO",
        ),
        "law_text text": "D152",
        **dict.fromkeys((f"{name} code" for name in OF_A_UNITS_PAPER), "giay-uy-quyen"),
        "signature": Signature.objects.get(membership__unit=unit).public_id,
        "evidence": Evidence.objects.get(result__report=the_report(world, OWN)).public_id,
        "line_evidence evidence": _paper_beside_a_line(world),
        "exclusion_paper evidence": Exclusion.objects.get().public_id,
        "given": SeasonRole.objects.get(season=world.season, role="deputy").public_id,
        "head_ground_file given": SeasonRole.objects.get(season=world.season, role="head").public_id,
        "entry": EntryOnBehalf.objects.get(subject=world.sheet(OWN).token).public_id,
        "notice": Notice.objects.filter(unit=unit).earliest("pk").public_id,
        "letter": Delegation.objects.filter(unit=unit).earliest("pk").public_id,
        "conference": "hn",
        "invitation": Invitation.objects.get(membership__unit=unit, conference__slug="hn").public_id,
        **dict.fromkeys((f"{name} conference" for name in OF_ONE_HELD), "hn-cu"),
        **dict.fromkeys((f"{name} kind" for name in OF_ONE_HELD), "bien-ban"),
        "edit_estimate conference": "hn-cu",  # of the other one it is approved
        "talk": Talk.objects.get().public_id,
        "contribution": Contribution.objects.get(membership__unit=unit).public_id,
        "receipt": Receipt.objects.get().public_id,
        "spent": Spending.objects.get().public_id,
        "matter": Matter.objects.get(conference__slug="hn-cu").public_id,
        "person": officer.public_id,
        "post": Post.objects.get(person=officer).public_id,
        "account": invited.public_id,
        "passkey": a_passkey_of(actor_of(invited, on=TODAY)).public_id,
        "paper": Guidance.objects.get().public_id,
        **{f"{name} code": PLAN for name in OF_PAPERS},
        **dict.fromkeys(("merge_reports code", "take_texts code"), "bao-cao-so-ket"),
        "field": "chi_dao",
        "subject": world.season.public_id,
        "campaign": Campaign.objects.get().public_id,
        "campaign_paper paper": Campaign.objects.get().launch_paper.public_id,
        "join": JoinCode.objects.get().public_id,
        "join_by_code join": JoinCode.objects.get().code,
        "joined join": JoinCode.objects.get().code,
        "act": Participation.objects.get().public_id,
        "chapter": YouthChapter.objects.get().public_id,
        "activity": ChapterActivity.objects.get().public_id,
        "photo": ActivityPhoto.objects.get().public_id,
        "item": HandoverItem.objects.get(reply="missing").public_id,
        "reorganisation": Reorganisation.objects.get().public_id,
        "accept_invitation secret": secrets[0],
        "reset_password secret": secrets[1],
        "run": Run.objects.get(kind="results").public_id,
        **dict.fromkeys((f"{name} run" for name in OF_A_LIST), Run.objects.get(kind="units").public_id),
        **dict.fromkeys((f"{name} run" for name in OF_A_REGISTER), Run.objects.get(kind="honours").public_id),
        "revoke_invitation invitation": UnitInvitation.objects.get().public_id,
        "come_in code": code_of(UnitInvitation.objects.get()),
        **dict.fromkeys(("enter_person_honour kind", "enter_unit_honour kind"), "xep-loai"),
        **dict.fromkeys(
            ("person_honour entry", "withdraw_person_honour entry"), Rating.objects.get(person=officer).public_id
        ),
        **dict.fromkeys(("unit_honour entry", "withdraw_unit_honour entry"), Honour.objects.get(unit=unit).public_id),
        "leave_file_out file": RunFile.objects.earliest("pk").public_id,
        **_words_of_the_field(world),
    }


def _words_of_the_field(world: World) -> dict[str, str]:
    """What is told to others by its own word, what is not yet by that of the address where it is written."""
    draft, announced = Inspection.objects.filter(bloc_season=world.bloc).order_by("pk")
    known, hidden = Exemplar.objects.filter(membership__bloc_season=world.bloc).order_by("pk")
    received, begun = Initiative.objects.filter(membership__bloc_season=world.bloc).order_by("pk")
    point = VisitFinding.objects.get(visit__inspection=announced)
    return {
        "inspection": announced.public_id,
        "amend_inspection inspection": draft.public_id,
        "visit": point.visit.public_id,
        "finding": point.public_id,
        "file": point.files.get().public_id,
        "answer": point.mendings.get().public_id,
        "exemplar": known.public_id,
        "exemplar_file paper": known.notes.get().paper.public_id,
        **{f"{name} exemplar": hidden.public_id for name in WITHIN_THE_UNIT},
        "initiative": received.public_id,
        "initiative_file paper": received.papers.get().public_id,
        "withdraw_initiative_paper paper": received.papers.get().public_id,
        "save_initiative initiative": begun.public_id,
    }


def form_of(world: World) -> dict[str, str]:
    """A form with a field for whatever an act may ask about the season with everything.

    A field that one address alone reads otherwise stands under the address's name and its own.
    """
    report, officer = the_report(world, OWN), Person.objects.get(pk=world.officers[OWN].person)
    figure = the_line(report, CODE).pk
    return {
        **dict.fromkeys(TYPED.split(), "Nội dung đã nhập"),
        **dict.fromkeys(DAYS.split(), "4/3/2016"),
        **CHOSEN,
        "unit": world.units[OWN].slug,
        "person": officer.public_id,
        "delegate": officer.public_id,
        "evidence": _paper_beside_a_line(world),
        "line": the_row(the_card(world, OWN), "A.4").public_id,
        "exclusion": Exclusion.objects.get().public_id,
        "correction": Correction.objects.get().public_id,
        f"value-{figure}": "14",
        f"paper-number-{figure}": "1/TB",
        f"paper-date-{figure}": "4/3/2016",
        "content": InspectionContent.objects.filter(inspection__state="open").get().public_id,
        "pick": Initiative.objects.exclude(received_at=None).get().public_id,
        "leader": officer.full_name,
        "adopter": world.units[OWN].slug,
        "answer_minutes answer": "agrees",
        "house_address address": "https://thidua.example.vn",
        "answer_minutes_on_behalf answer": "agrees",
        "note_finding outcome": "noted",
        "move_visit to": "4/3/2016",
        **{f"{name} year": "2014" for name in OF_HONOURS},
        **{f"{name} level": "HTT" for name in OF_HONOURS},
        **{f"{name} award": "TTLDXS" for name in OF_HONOURS},
        **{f"{name} source": "Sổ theo dõi" for name in OF_HONOURS},
        "spot_exemplar kind": "person",
        "amend_exemplar kind": "person",
        "recognise_exemplar level": "region",
        "reply_to_handover_item reply": "missing",
    }


def form_for(name: str, form: Mapping[str, str]) -> dict[str, str]:
    """What a form sends to one address."""
    common = {field: text for field, text in form.items() if " " not in field and field not in UNASKED.get(name, ())}
    own = {field.partition(" ")[2]: text for field, text in form.items() if field.startswith(f"{name} ")}
    return common | own


def _paper_beside_a_line(world: World) -> str:
    return LineEvidence.objects.get(line__card=the_card(world, OWN)).public_id
