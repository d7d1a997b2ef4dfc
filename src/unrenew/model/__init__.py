"""The nouns: one frozen dataclass for each thing that flows."""

from unrenew.model.subscriptions import Charge, Decision, NextCharge, PriceChange, Stream
from unrenew.model.values import Money, Problem, Severity, Unknown

__all__ = ["Charge", "Decision", "Money", "NextCharge", "PriceChange", "Problem", "Severity", "Stream", "Unknown"]
