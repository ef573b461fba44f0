"""The signing board as a Đông Sơn bronze drum: a star, one ring per bloc, one segment per unit, gold where signed."""

from thidua.pages.shared.drum.board import Words, drum
from thidua.pages.shared.drum.layout import Bloc, Unit

__all__ = ["Bloc", "Unit", "Words", "drum"]
