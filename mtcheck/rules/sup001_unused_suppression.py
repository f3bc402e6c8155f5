"""SUP001: a suppression that suppresses nothing."""

from collections.abc import Iterator
from dataclasses import replace

from mtcheck.analysis import Analysis
from mtcheck.directives import Directive
from mtcheck.finding import Category, Finding, Severity
from mtcheck.rules.interface import Rule

FIELD = "mtcheck_ignore"


class UnusedSuppression(Rule):
    """Finds instructions to ignore a rule that no rule needs.

    ## Why it matters

    A suppression that has outlived its fault hides the next one. Text that was corrected should lose its suppressions.

    ## Example

    `The mayor spoke on Monday. <!-- mtcheck: ignore NAM001 -->` where NAM001 finds nothing in the line; or a code that is no
    rule's, such as NAM999.

    ## How it decides

    `<!-- mtcheck: ignore CODE -->` reaches its own line, or the next line where it has one to itself;
    `<!-- mtcheck: ignore-article CODE -->` and the field `mtcheck_ignore` of JSON Lines reach the whole article. Without a
    code every rule is meant; `NAM` means all whose code begins so. One is reported if nothing in its reach was left out because
    of it, or if it names no rule. One for a rule that this run leaves out cannot be judged. The finding does not count for
    quality, as nothing is wrong with the text.
    """

    code = "SUP001"
    name = "unused-suppression"
    category = Category.RESIDUE
    severity = Severity.MINOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield the directives that name no rule; whether others are used is known once all rules have run."""
        from mtcheck.rules import ALL_RULES

        known = [rule.code for rule in ALL_RULES]
        for directive in analysis.directives:
            unknown = [code for code in directive.codes if not any(rule.startswith(code) for rule in known)]
            if unknown:
                yield self._found(analysis, directive, f"No rule begins with {' or '.join(unknown)}")

    def unused(self, analysis: Analysis, directive: Directive) -> Finding:
        """Return the finding for a directive that left nothing out."""
        what = " or ".join(directive.codes) or "any rule"
        return self._found(analysis, directive, f"This suppression suppresses nothing: there is no finding of {what}")

    def _found(self, analysis: Analysis, directive: Directive, reason: str) -> Finding:
        is_field = directive.end == 0
        message = f"{reason} (from the field {FIELD})." if is_field else f"{reason}."
        evidence = {"codes": list(directive.codes)}
        found = self.finding(analysis, directive.start, directive.end, message, confidence=1.0, evidence=evidence)
        return replace(found, text=analysis.article.text[found.start : found.end])
