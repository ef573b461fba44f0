"""The book of an exemplar: consent, support and evidence, units that adopt the model, the yearly look."""

from typing import Any

from django.utils.translation import gettext as _

from thidua.base.clock import now
from thidua.core.answer import refuse
from thidua.core.workflow.exemplars import NoteKind
from thidua.pages.exemplars.acting import acted
from thidua.pages.exemplars.finding import own_members
from thidua.pages.shared.papers import typed_paper
from thidua.pages.shared.request import Typed
from thidua.records.results.actions import exemplar_book as acts
from thidua.records.results.models import Exemplar

KINDS = {NoteKind.SUPPORT.value: acts.log_support, NoteKind.EVIDENCE.value: acts.add_proof}


@acted("consented")
def consent(request: Any, exemplar: Exemplar, typed: Typed) -> object:
    name = typed.text("consent_name", label=_("Người đồng ý"), most=120)
    on = typed.day("consent_on", label=_("Ngày đồng ý"))
    file = typed.kept_file("consent_file", label=_("Phiếu đồng ý"))
    typed.check()
    assert on is not None
    return acts.give_consent(exemplar, name=name, on=on, file=file, by=request.actor, at=now(), key=typed.key)


@acted("consent_taken_back")
def take_back(request: Any, exemplar: Exemplar, typed: Typed) -> object:
    return acts.take_back_consent(exemplar, by=request.actor, at=now(), key=typed.key)


@acted("noted")
def note(request: Any, exemplar: Exemplar, typed: Typed) -> object:
    kind = typed.choice("note_kind", KINDS, label=_("Loại"))
    text = typed.text("note_text", label=_("Việc đã làm"), most=2000)
    on = typed.day("note_on", label=_("Ngày"))
    shown = typed_paper(typed)
    typed.check()
    assert on is not None
    return KINDS[kind](exemplar, text=text, on=on, shown=shown, by=request.actor, at=now(), key=typed.key)


@acted("adopted")
def adopt(request: Any, exemplar: Exemplar, typed: Typed) -> object:
    own = {one.unit.slug: one for one in own_members(request.actor, exemplar.membership.bloc_season.season)}
    slug = typed.values.get("adopter", "")
    if slug not in own:
        raise refuse("form.not_offered", typed=slug[:40], name=_("Đơn vị"))
    on = typed.day("adopted_on", label=_("Làm theo từ ngày"))
    result = typed.text("result", label=_("Kết quả"), most=2000)
    shown = typed_paper(typed)
    typed.check()
    assert on is not None
    return acts.adopt_model(
        exemplar, member=own[slug], on=on, result=result, shown=shown, by=request.actor, at=now(), key=typed.key
    )


@acted("noted")
def check(request: Any, exemplar: Exemplar, typed: Typed) -> object:
    text = typed.text("check_text", label=_("Nhận xét"), most=2000)
    on = typed.day("check_on", label=_("Ngày"))
    typed.check()
    assert on is not None
    return acts.check_exemplar(exemplar, text=text, on=on, by=request.actor, at=now(), key=typed.key)
