"""Conferences: planned, their programme set, units and guests invited, answered, reminded, held."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from thidua.base.days import instant, local_day
from thidua.cli.founding.files import Cast, Event, day, moment, named, table
from thidua.cli.founding.stories import SLIP
from thidua.core.actor import Actor
from thidua.core.workflow.conferences import Form, Hall, MatterKind
from thidua.records.councils.actions import conferences as acts
from thidua.records.councils.actions import delegates, running, seats, talks
from thidua.records.councils.models import Conference, Invitation, Talk
from thidua.records.councils.plan import (
    ConferencePlan,
    Guest,
    ItemPlan,
    MatterPlan,
    NominatedTold,
    PaperTold,
    Person,
    Reply,
    ScriptPlan,
)
from thidua.records.desk.steps.entries import SourcePaper
from thidua.records.directory.models import Unit
from thidua.records.directory.queries import leader_of
from thidua.records.files.steps import keep_file
from thidua.records.seasons.models import BlocSeason, Membership, Season

Told = Mapping[str, Any]
STEP = timedelta(minutes=7)


def events(cast: Cast, season: Season) -> list[Event]:
    """Every conference on its days; those of its units that answer do so one after another before it."""
    return [event for told in table("conferences")["conferences"] for event in _Played(cast, season, told).events()]


class _Played:
    """One conference of the files."""

    def __init__(self, cast: Cast, season: Season, told: Told) -> None:
        self.cast, self.season, self.told = cast, season, told

    def events(self) -> Iterable[Event]:
        told = self.told
        for name, do in (
            ("planned", self._plan), ("programmed", self._programme), ("invited", self._invite),
            ("reminded", self._remind), ("scripted", self._script), ("held", self._hold),
            ("concluded", self._conclude),
        ):  # fmt: skip
            if told[name]:
                yield self._event(moment(told[name]), do)
        listed = moment(told["programmed"]) + STEP
        yield self._event(listed, self._list_guests)
        for guest in told["guests"]:
            if guest["people"]:
                yield self._event(moment(guest["on"]), self._answered_by(guest))
        for paper in told["papers"]:
            yield self._event(moment(paper["at"]), self._wrote(paper))
        for one in told["nominated"]:
            yield self._event(moment(one["at"]), self._nominated(one))
        for talk in told["talks"]:
            yield self._event(moment(talk["asked"]), self._asked(talk))
            if talk["sent"]:
                yield self._event(moment(talk["sent"]) + STEP, self._sent(talk))
        if told["seats"]:
            yield self._event(moment(told["seats"]["at"]), self._seat)
        yield from self._answers()

    def _event(self, at: datetime, do: Callable[[datetime], object]) -> Event:
        return at, lambda: do(at)

    def _secretary(self, at: datetime) -> Actor:
        return self.cast.actor(table("season")["roles"]["secretariat"][0], local_day(at))

    def _key(self, *more: str) -> str:
        return named(":".join(["conference", self.told["slug"], *more]))

    def _found(self) -> Conference:
        return Conference.objects.get(cluster=self.season.cluster, slug=self.told["slug"])

    def _at(self, clock: str) -> datetime:
        hour = time.fromisoformat(clock)
        return instant(day(self.told["on"]), hour.hour, hour.minute)

    def _plan(self, at: datetime) -> object:
        told, blocs = self.told, {one.bloc.slug: one for one in BlocSeason.objects.filter(season=self.season)}
        matters = [
            MatterPlan(MatterKind(one["kind"]), one["text"], self.season, blocs.get(one["bloc"]))
            for one in told["matters"]
        ]
        plan = ConferencePlan(
            told["name"], self._at(told["from"]), self._at(told["until"]), told["town"],
            Form(told.get("form", "in_person")), told["hall"], self.cast.units[told["host"]], told["chair"],
            day(told["answer_by"]), day(told["talks_by"]), told["letter"], matters,
        )  # fmt: skip
        return acts.plan_conference(
            self.season, slug=told["slug"], plan=plan, by=self._secretary(at), at=at, key=self._key("plan")
        )

    def _programme(self, at: datetime) -> object:
        items = [
            ItemPlan(self._at(one["from"]), self._at(one["until"]), one["what"], one["who"], one["matter"])
            for one in self.told["programme"]
        ]
        found = self._found()
        return acts.set_programme(
            found, items=items, seen_version=found.version, by=self._secretary(at), at=at, key=self._key("programme")
        )

    def _list_guests(self, at: datetime) -> object:
        found, guests = self._found(), [Guest(one["organisation"], one["addressee"]) for one in self.told["guests"]]
        return delegates.list_guests(
            found, guests=guests, seen_version=found.version, by=self._secretary(at), at=at, key=self._key("guests")
        )

    def _invite(self, at: datetime) -> object:
        return delegates.send_invitations(self._found(), by=self._secretary(at), at=at, key=self._key("invite"))

    def _remind(self, at: datetime) -> object:
        return delegates.remind_of_invitations(self._found(), by=self._secretary(at), at=at, key=self._key("remind"))

    def _script(self, at: datetime) -> object:
        lines = [ScriptPlan(self._at(one["at"]), one["who"], one["words"], one["cue"]) for one in self.told["script"]]
        found = self._found()
        return running.set_script(
            found, lines=lines, seen_version=found.version, by=self._secretary(at), at=at, key=self._key("script")
        )

    def _wrote(self, paper: Told) -> Callable[[datetime], object]:
        told = PaperTold(paper["text"], paper["number"], day(paper["date"]))
        return lambda at: running.keep_paper(
            self._found(), kind=paper["kind"], told=told, seen_version=0, by=self._secretary(at), at=at,
            key=self._key(paper["kind"]),
        )  # fmt: skip

    def _nominated(self, one: Told) -> Callable[[datetime], object]:
        rows = [NominatedTold(name, what, votes, of) for name, what, votes, of in one["rows"]]
        return lambda at: running.note_nominated(
            self._found().matters.get(position=one["matter"]), rows=rows, by=self._secretary(at), at=at,
            key=self._key("nominated"),
        )  # fmt: skip

    def _asked(self, talk: Told) -> Callable[[datetime], object]:
        def ask(at: datetime) -> object:
            member = Membership.objects.get(bloc_season__season=self.season, unit__code=talk["unit"])
            return talks.ask_talk(
                self._found(), member=member, title=talk["title"], minutes=talk["minutes"], by=self._secretary(at),
                at=at, key=self._key("talk", talk["unit"]),
            )  # fmt: skip

        return ask

    def _sent(self, talk: Told) -> Callable[[datetime], object]:
        def send(at: datetime) -> object:
            one = Talk.objects.get(conference=self._found(), membership__unit__code=talk["unit"])
            file = keep_file(name=f"tham-luan-{talk['unit'].lower()}.pdf", content=SLIP, at=at)
            by = self.cast.actor(f"{talk['unit']}:O1", local_day(at))
            return talks.hand_in_talk(
                one, title=one.title, speaker=talk["speaker"], file=file, seen_version=one.version, by=by, at=at,
                key=self._key("sent", talk["unit"]),
            )  # fmt: skip

        return send

    def _seat(self, at: datetime) -> object:
        told, by = self.told["seats"], self._secretary(at)
        hall = Hall(told["rows"], told["seats"])
        seated = seats.arrange_seats(self._found(), hall=hall, by=by, at=at, key=self._key("seats"))
        for one, other in told["swapped"]:
            seats.swap_seats(seated, one=one, other=other, by=by, at=at, key=self._key("swap", one))
        return seated

    def _conclude(self, at: datetime) -> object:
        return running.conclude_conference(self._found(), by=self._secretary(at), at=at, key=self._key("conclude"))

    def _hold(self, at: datetime) -> object:
        return acts.hold_conference(self._found(), by=self._secretary(at), at=at, key=self._key("hold"))

    def _answered_by(self, guest: Told) -> Callable[[datetime], object]:
        def answer(at: datetime) -> object:
            one = self._found().invitations.get(organisation=guest["organisation"])
            people = [Person(*(part.strip() for part in line.split(",", 1))) for line in guest["people"]]
            return delegates.answer_invitation(
                one, reply=Reply(True, people), seen_version=one.version, by=self._secretary(at), at=at,
                key=self._key(guest["organisation"][:20]),
            )  # fmt: skip

        return answer

    def _answers(self) -> Iterable[Event]:
        """Member units in their order, two a day until the day to answer by; the silent ones never."""
        away = {one["unit"]: one for one in self.told["away"]}
        silent = set(self.told.get("silent", ()))
        first, last = moment(self.told["invited"]) + timedelta(hours=30), day(self.told["answer_by"])
        span = max((last - first.date()).days, 1)
        members = Membership.objects.filter(bloc_season__season=self.season, left_on=None)
        for place, code in enumerate(members.order_by("pk").values_list("unit__code", flat=True)):
            if code in away:
                yield self._event(moment(away[code]["on"]), self._answer(code, away[code]["remark"]))
            elif code not in silent:
                at = first + timedelta(days=place % min(span, 8)) + STEP * place
                yield self._event(at, self._answer(code, ""))

    def _answer(self, code: str, remark: str) -> Callable[[datetime], object]:
        def answer(at: datetime) -> object:
            one = Invitation.objects.get(conference=self._found(), membership__unit__code=code)
            unit = one.membership.unit  # type: ignore[union-attr]
            reply = Reply(not remark, () if remark else self._people(unit, code, local_day(at)), remark)
            if code in self.told["own"]:
                by = self.cast.actor(self.told["own"][code], local_day(at))
                return delegates.answer_invitation(
                    one, reply=reply, seen_version=one.version, by=by, at=at, key=self._key(code)
                )
            paper = SourcePaper("Phiếu trả lời giấy mời", f"{10 + unit.pk % 80}/TL", at.date(), *self._signer(unit, at))
            return delegates.answer_invitation_on_behalf(
                one, reply=reply, paper=paper, by=self._secretary(at), at=at, key=self._key(code)
            )

        return answer

    def _signer(self, unit: Unit, at: datetime) -> tuple[str, str]:
        post = leader_of(unit, on=local_day(at))
        return (post.person.full_name, post.title) if post else ("Văn phòng", "Chánh Văn phòng")

    def _people(self, unit: Unit, code: str, on: date) -> list[Person]:
        """The leader, or who brings a letter; the unit's officer comes along."""
        signs = any(one["kind"] == "signing" for one in self.told["matters"])
        if (given := self.told["by_letter"].get(code)) is not None:
            delegate = self.cast.people[given["person"]]
            title = unit.posts.get(person=delegate, until_on=None).title
            return [Person(delegate.full_name, title, "letter", given["letter"])]
        post = leader_of(unit, on=on)
        head = Person(post.person.full_name, post.title, "leader" if signs else "") if post else None
        officers = unit.posts.filter(kind="officer").select_related("person").order_by("pk")[:1]
        return [
            *([head] if head else []),
            *(Person(one.person.full_name, one.title) for one in officers),
        ]
