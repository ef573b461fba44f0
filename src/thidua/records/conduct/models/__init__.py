"""What stands at the end of a year: the evaluation by the level above, what is carried from it, the hand-over."""

from thidua.records.conduct.models.evaluation import CarriedPoint, Evaluation, EvaluationPoint
from thidua.records.conduct.models.handover import Handover, HandoverItem

__all__ = ["CarriedPoint", "Evaluation", "EvaluationPoint", "Handover", "HandoverItem"]
