"""How the signing of one bloc stands for who runs it: in earnest, or in the rehearsal that goes on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from thidua.core.workflow.signing import PactStage
from thidua.records.seasons.models import BlocSeason, Membership, Pact, Rehearsal, RehearsalLine, Signature
from thidua.records.seasons.queries.hall import rehearsal_of, standing_in
from thidua.records.seasons.queries.pacts import signatures_of


@dataclass(frozen=True)
class Standing:
    """`calling` is the called group, 0 for nobody; in a rehearsal `rehearsed` counts and `signatures` are none."""

    pact: Pact
    rehearsal: Rehearsal | None
    calling: int
    signatures: Mapping[int, Signature]
    rehearsed: Mapping[int, RehearsalLine]
    some_pact_is_open: bool

    def lit_at(self, member: Membership) -> datetime | None:
        lit = self.rehearsed.get(member.pk) or self.signatures.get(member.pk)
        return lit.at if lit else None

    def is_ours(self, member: Membership) -> bool:
        """Whether the press can be taken back: one of the rehearsal, or a signature in ink before the lock."""
        if member.pk in self.rehearsed:
            return True
        signature = self.signatures.get(member.pk)
        in_ink = signature is not None and signature.kind == Signature.Kind.ON_PAPER
        return in_ink and self.pact.at_stage is not PactStage.LOCKED


def bloc_standing(bloc: BlocSeason) -> Standing:
    """Four queries, whatever the number of units; five in a rehearsal."""
    pacts = {pact.bloc_season_id: pact for pact in Pact.objects.filter(bloc_season__season=bloc.season_id)}
    pact = pacts.get(bloc.pk) or Pact(bloc_season=bloc)
    pact.bloc_season = bloc
    some_open = any(one.at_stage is not PactStage.DRAFT for one in pacts.values())
    if (rehearsal := rehearsal_of(bloc.season_id)) is not None:
        standing = standing_in(rehearsal)
        return Standing(pact, rehearsal, standing.calling.get(bloc.pk, 0), {}, standing.signed, some_open)
    signed = {one.membership_id or 0: one for one in signatures_of(pact)} if pact.pk else {}
    return Standing(pact, None, pact.calling, signed, {}, some_open)
