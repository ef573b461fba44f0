"""Units are reminded of what they owe: a notice for their people, letters to officers and leaders."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import override

from thidua.base.days import local_day
from thidua.base.wording import say
from thidua.core.actor import Actor, PostKind
from thidua.core.answer import Sentence, refuse, require
from thidua.core.texts import composed
from thidua.records.desk.steps.letters import write_letters
from thidua.records.desk.steps.notices import notify_units
from thidua.records.directory.queries import addresses_in
from thidua.records.journal.actions import act
from thidua.records.journal.steps import record
from thidua.records.seasons import access
from thidua.records.seasons.models import BlocSeason, Membership

REMINDED = (PostKind.LEADER, PostKind.OFFICER)


@act
def remind(
    bloc: BlocSeason,
    *,
    members: Sequence[Membership],
    text: str,
    by_mail: bool,
    by: Actor,
    at: datetime,
    key: str,
) -> BlocSeason:
    """The units get the text as a notice and, with `by_mail`, their leaders and officers as a letter.

    Raises NotPossible without a unit or a text.
    """
    bloc = BlocSeason.objects.select_related("season__cluster", "bloc").get(pk=bloc.pk)
    require(access.may(by, "tracking.remind", season=bloc.season, bloc=bloc, on=local_day(at)))
    if not members:
        raise refuse("reminder.no_unit")
    if not (text := composed(text.strip())):
        raise refuse("reminder.no_text")
    units = [member.unit for member in members]
    notify_units(units, Sentence("notice.reminded", text=text), at=at, place="today")
    if by_mail:
        with override("vi"):  # the readers of the letters are not whoever sits at the screen
            subject = say(Sentence("letter.reminder", bloc=bloc.bloc.name, season=bloc.season.name))
        to = addresses_in(units, REMINDED, on=local_day(at))
        write_letters(to, subject=subject, text=text, about=bloc.token, at=at)
    body = {"units": [unit.code for unit in units], "text": text, "by_mail": by_mail}
    record("units.reminded", by=by, at=at, subjects=[bloc, *units], body=body)
    return bloc
