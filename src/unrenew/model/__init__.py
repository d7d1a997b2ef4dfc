"""The nouns: one frozen dataclass for each thing that flows."""

from unrenew.model.values import Money, Problem, Severity, Unknown

__all__ = ["Money", "Problem", "Severity", "Unknown"]
