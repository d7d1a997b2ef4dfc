"""Remedies explained in the person's language."""

from dataclasses import dataclass
from functools import cache

from unrenew.facts.wordings import RuleWords, Wording, available_languages, load_wording
from unrenew.model.remedies import Remedy
from unrenew.model.rules import Rule

DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; what it lacks is said in English."""

    wording: Wording
    fallback: Wording

    def ui(self, key: str) -> str:
        """Return a label or a sentence of the tables."""
        return self.wording.ui.get(key) or self.fallback.ui[key]

    def question(self, fact: str) -> str:
        """Return the question that asks a person for a fact."""
        return self.wording.question.get(fact) or self.fallback.question.get(fact) or fact

    def rule(self, rule_id: str) -> RuleWords | None:
        """Return the explanation of a rule."""
        return self.wording.rule.get(rule_id) or self.fallback.rule.get(rule_id)

    def title(self, rule_id: str, otherwise: str) -> str:
        """Return a rule's name in this language, else the one in its file."""
        words = self.rule(rule_id)
        return words.title if words and rule_id != "provider.guarantee" else otherwise

    def _lines(self, rule_id: str) -> tuple[str, ...]:
        words = self.rule(rule_id)
        if words is None:
            return ()
        return (
            words.what,
            f"{self.ui('how')}: {words.how}",
            f"{self.ui('money')}: {words.money}",
            f"{self.ui('wrong')}: {words.wrong}",
            f"{self.ui('proof')}: {words.proof}",
        )

    def explain(self, remedy: Remedy) -> tuple[str, ...]:
        """Return a remedy in plain sentences: what it is, how, how long the money takes, what can go wrong, proof."""
        return self._lines(remedy.rule)

    def of_rule(self, rule: Rule) -> tuple[str, ...]:
        """Return a rule in plain sentences."""
        return self._lines(rule.id)


@cache
def words_for(language: str | None) -> Words:
    """Return the words of a language (BCP 47; `de-AT` is served by `de`), else English."""
    base = (language or DEFAULT_LANGUAGE).replace("_", "-").partition("-")[0].lower()
    fallback = load_wording(DEFAULT_LANGUAGE)
    return Words(load_wording(base) if base in available_languages() else fallback, fallback)
