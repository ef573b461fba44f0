"""What stands at the end of a year: the evaluation by the level above, and what is carried from it."""

from thidua.records.conduct.models.evaluation import CarriedPoint, Evaluation, EvaluationPoint

__all__ = ["CarriedPoint", "Evaluation", "EvaluationPoint"]
