"""The nouns: one frozen dataclass for each thing that flows."""

from unrenew.model.subscriptions import Charge, Correction, NextCharge, PriceChange, Stream
from unrenew.model.values import Money, Problem, Severity, Unknown

__all__ = ["Charge", "Correction", "Money", "NextCharge", "PriceChange", "Problem", "Severity", "Stream", "Unknown"]
