"""Acts on initiatives: drafted by anyone of a unit, submitted, signed or returned, received into the book."""

from collections.abc import Sequence
from datetime import datetime

from thidua.base.days import local_day
from thidua.core.actor import Actor
from thidua.core.answer import Sentence, refuse, require
from thidua.core.rights.scopes import Scope
from thidua.core.workflow.handing_in import Handing, Move, may_enter
from thidua.records.accounts.queries import signer_of
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.desk.steps.notices import notify
from thidua.records.directory.models import Person
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.papers.steps import Shown
from thidua.records.results.access import initiatives as access
from thidua.records.results.actions.entering import entering
from thidua.records.results.actions.exemplars import FRAME
from thidua.records.results.models import Initiative, InitiativePaper
from thidua.records.results.queries.initiatives import WITH, next_number
from thidua.records.results.steps.initiatives import put_beside, require_whole, subjects_of, write_initiative
from thidua.records.results.steps.participation import count_authors
from thidua.records.results.told import InitiativeTold
from thidua.records.seasons.models import Membership, Season


@act
def begin_initiative(
    member: Membership, *, told: InitiativeTold, by: Actor, at: datetime, key: str, shown: Sequence[Shown] = ()
) -> Initiative:
    """Anyone of the unit writes down an initiative; until it is submitted it may still lack much."""
    member = Membership.objects.select_related(*FRAME).get(pk=member.pk)
    require(access.may(by, "initiatives.enter", member, on=local_day(at)))
    writer = Person.objects.filter(pk=by.person).first() if by.person else None
    initiative = Initiative(membership=member, begun_at=at, begun_by=by.as_written(), writer=writer)
    write_initiative(initiative, told, at=at)
    put_beside(initiative, shown, at=at)
    record("initiative.begun", by=by, at=at, subjects=subjects_of(initiative), body=_body(told))
    return initiative


@act
def save_initiative(
    initiative: Initiative, *, told: InitiativeTold, seen_version: int, by: Actor, at: datetime, key: str,
    shown: Sequence[Shown] = (),
) -> Initiative:  # fmt: skip
    """Written on while it is a draft or was returned. Raises NotPossible if someone has saved since."""
    initiative = _locked(initiative)
    require(access.may_write(by, initiative, on=local_day(at)))
    require(may_enter(initiative.handing))
    initiative.expect(seen_version)
    initiative.turn()
    write_initiative(initiative, told, at=at)
    put_beside(initiative, shown, at=at)
    record("initiative.saved", by=by, at=at, subjects=subjects_of(initiative), body=_body(told))
    return initiative


@act
def withdraw_paper(paper: InitiativePaper, *, by: Actor, at: datetime, key: str) -> InitiativePaper:
    """A paper put beside a draft by mistake counts no longer and stays readable."""
    initiative = _locked(paper.initiative)
    require(access.may_write(by, initiative, on=local_day(at)))
    require(may_enter(initiative.handing))
    paper = InitiativePaper.objects.select_related("paper").get(pk=paper.pk)
    if paper.withdrawn_at is not None:
        raise refuse("evidence.withdrawn_already")
    paper.withdrawn_at = at
    paper.save(update_fields=["withdrawn_at"])
    subjects = [paper, *subjects_of(initiative)]
    record("initiative.paper_withdrawn", by=by, at=at, subjects=subjects, body={"paper": str(paper.paper)})
    return paper


@act
def submit_initiative(initiative: Initiative, *, seen_version: int, by: Actor, at: datetime, key: str) -> Initiative:
    """Handed to the unit's leader. Raises NotPossible with everything that is missing."""
    initiative = _locked(initiative)
    require(access.may_write(by, initiative, on=local_day(at)))
    initiative.expect(seen_version)
    require_whole(initiative)
    return _hand(initiative, Move.SUBMIT, "initiative.submitted", by=by, at=at)


@act
def take_back_initiative(initiative: Initiative, *, by: Actor, at: datetime, key: str) -> Initiative:
    """Taken back to be mended, until the leader has signed or returned it."""
    seen, initiative = initiative.version, _locked(initiative)
    require(access.may_write(by, initiative, on=local_day(at)))
    return _hand(initiative, Move.TAKE_BACK, "initiative.taken_back", seen=seen, by=by, at=at)


@act
def sign_initiatives(initiatives: list[Initiative], *, by: Actor, at: datetime, key: str) -> list[Initiative]:
    """The leader or a delegate signs, many at once: all or none. They go to the secretariat.

    Raises NotPossible too for one that was taken back and submitted anew since the version that `initiatives` carry.
    """
    seen = {one.pk: one.version for one in initiatives}
    found = Initiative.objects.select_for_update(of=("self",)).select_related(*WITH).filter(pk__in=seen).order_by("pk")
    signed = list(found)
    for initiative in signed:
        require(access.may(by, "initiatives.sign", initiative.membership, on=local_day(at)))
        signer = signer_of(by, initiative.membership.unit, Scope.REPORTS, on=local_day(at))
        initiative.hand(Move.SIGN, by=by, at=at, signer=signer)
        initiative.expect(seen[initiative.pk], or_say="handing.changed_since")
        initiative.handed_in_on = local_day(at)
        initiative.turn()
        initiative.save()
        count_authors(initiative, by=by.as_written(), at=at)
    subjects = [subject for one in signed for subject in subjects_of(one)]
    record("initiative.signed", by=by, at=at, subjects=subjects, body={"initiatives": len(signed)})
    return signed


@act
def return_initiative(initiative: Initiative, *, remark: str, by: Actor, at: datetime, key: str) -> Initiative:
    """The leader returns it to whoever wrote it, with a remark."""
    seen, initiative = initiative.version, _locked(initiative)
    require(access.may(by, "initiatives.sign", initiative.membership, on=local_day(at)))
    if not remark.strip():
        raise refuse("report.needs_remark")
    return _hand(initiative, Move.RETURN, "initiative.returned", seen=seen, by=by, at=at, remark=remark.strip())


@act
def enter_initiative_on_behalf(
    member: Membership, *, told: InitiativeTold, paper: SourcePaper, by: Actor, at: datetime, key: str,
    shown: Sequence[Shown] = (),
) -> Initiative:  # fmt: skip
    """The secretariat enters what a unit has sent on paper: signed by the leader named there, evidence in itself."""
    member = Membership.objects.select_related(*FRAME).get(pk=member.pk)
    entered = entering(
        by, member, own="initiatives.sign", on_behalf="initiatives.enter_on_behalf", paper=paper, at=at
    )  # fmt: skip
    initiative = Initiative(membership=member, begun_at=at, begun_by=dict(entered.signer))
    write_initiative(initiative, told, at=at)
    put_beside(initiative, [Shown(paper.source, paper.number, paper.dated_on, paper.file), *shown], at=at)
    require_whole(initiative)
    initiative.hand(Move.SUBMIT, by=entered.by, at=at)
    initiative.hand(Move.SIGN, by=entered.by, at=at, signer=dict(entered.signer))
    initiative.handed_in_on = paper.dated_on
    initiative.save()
    count_authors(initiative, by=entered.by.as_written(), at=at)
    body = {**_body(told), **entered.mark(initiative, member, at=at)}
    record("initiative.entered_on_behalf", by=entered.by, at=at, subjects=subjects_of(initiative), body=body)
    return initiative


@act
def receive_initiatives(initiatives: list[Initiative], *, by: Actor, at: datetime, key: str) -> list[Initiative]:
    """The secretariat takes signed initiatives into the season's book, each under the next number; units are told."""
    keys = [one.pk for one in initiatives]
    seasons = Season.objects.filter(blocs__members__initiatives__in=keys).values("pk")
    # The season's row orders two who receive at once, so that no number is given twice.
    list(Season.objects.select_for_update().filter(pk__in=seasons).order_by("pk").values_list("pk"))
    found = Initiative.objects.select_for_update(of=("self",)).select_related(*WITH).filter(pk__in=keys).order_by("pk")
    received = list(found)
    for initiative in received:
        member = initiative.membership
        require(access.may(by, "initiatives.receive", member, on=local_day(at)))
        if initiative.handing is not Handing.SIGNED:
            raise refuse("initiative.not_signed", title=initiative.title)
        if initiative.received_at is not None:
            raise refuse("initiative.received_already", number=initiative.number)
        initiative.number = next_number(member.bloc_season.season)
        initiative.received_at, initiative.received_by = at, by.as_written()
        initiative.turn()
        initiative.save()
        bloc = member.bloc_season
        told = Sentence("notice.initiative_received", title=initiative.title, number=initiative.number)
        slugs = (bloc.season.cluster.slug, bloc.season.slug, initiative.public_id)
        notify(member.unit, told, at=at, place="initiative", slugs=slugs)
    subjects = [subject for one in received for subject in subjects_of(one)]
    body = {"numbers": [one.number for one in received]}
    record("initiative.received", by=by, at=at, subjects=subjects, body=body)
    return received


def _locked(initiative: Initiative) -> Initiative:
    return Initiative.objects.select_for_update(of=("self",)).select_related(*WITH).get(pk=initiative.pk)


def _hand(
    initiative: Initiative, move: Move, kind: str, *, by: Actor, at: datetime, seen: int | None = None, remark: str = ""
) -> Initiative:
    initiative.hand(move, by=by, at=at, remark=remark)
    if seen is not None:
        initiative.expect(seen, or_say="handing.changed_since")
    initiative.turn()
    initiative.save()
    record(kind, by=by, at=at, subjects=subjects_of(initiative), body={"remark": remark} if remark else {})
    return initiative


def _body(told: InitiativeTold) -> dict[str, object]:
    return {
        "title": told.title,
        "field": told.field.short_name,
        "applied_on": told.applied_on.isoformat() if told.applied_on else "",
        "description": told.description,
        "benefit": told.benefit,
        "authors": [[author.name, author.share_percent] for author in told.authors],
    }
