"""A member unit that the secretariat names when it enters for it."""

from django.utils.translation import gettext as _

from thidua.core.answer import NotPossible, Sentence
from thidua.pages.shared.request import Typed
from thidua.records.directory.naming import unit_named
from thidua.records.seasons.models import Membership, Season


def typed_member(typed: Typed, season: Season) -> Membership | None:
    """The member that the field `other_unit` names; a fault in `typed` where there is no such unit in the season."""
    name = typed.text("other_unit", label=_("Đơn vị"))
    try:
        unit = unit_named(name) if name else None
    except NotPossible as fault:
        typed.faults.extend(fault.sentences)
        return None
    members = Membership.objects.filter(bloc_season__season=season, unit=unit, left_on=None)
    member = members.select_related("unit", "bloc_season__bloc").first() if unit else None
    if unit and member is None:
        typed.faults.append(Sentence("exemplar.unit_of_no_bloc", unit=unit.short_name))
    return member
