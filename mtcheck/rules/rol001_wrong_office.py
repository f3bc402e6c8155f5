"""ROL001: a known person with an office that he or she never held."""

from collections.abc import Iterator

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.names.appositions import Office
from mtcheck.names.certainty import certainty, named_in_full
from mtcheck.names.offices import is_bare_title_telling
from mtcheck.names.resolution import Resolution
from mtcheck.names.seats import seat_name
from mtcheck.names.tenures import Tenures, Verdict
from mtcheck.rules.interface import Rule


class WrongOffice(Rule):
    """Finds a known person who is given an office that he or she never held.

    ## Why it matters

    A translator that loses a clause fuses two people into one. The result is a false statement of fact.

    ## Example

    "Canadian Prime Minister Narendra Modi"; "the Japanese president, Emmanuel Macron, said"; "Angela Merkel is the president
    of Germany"; "NATO chief Kristalina Georgieva".

    ## How it decides

    The office stands before the name, beside it between commas or in brackets, after a verb ("is", "became"), or belongs to
    several names ("Presidents A of X and B of Y"). The person is known by full name, or by a family name that means one
    leader. Critical: he or she held offices elsewhere, and never one in that country or organisation. Major: a leader of the
    country under the title of another of its leaders; or a leader's title without a country. Minor: where the facts
    come from one source only, and an office that began long after the article was published. A past office always fits,
    since articles speak of the past; acting, deputy and elected holders are left alone.
    """

    code = "ROL001"
    name = "wrong-office"
    category = Category.ROLE
    severity = Severity.CRITICAL

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per wrong pair of office and person; its span begins with the office or the name."""
        tenures = Tenures(self.resources.names)
        in_full = named_in_full(analysis.people)
        for resolution, office in analysis.offices:
            sure = certainty(resolution, in_full, self.resources.resolver, self.resources.lexicon)
            if not sure or not is_bare_title_telling(analysis, resolution.mention, office):
                continue
            if len(resolution.mention.parts) == 1 and not tenures.is_of_places(office):
                continue
            verdict = tenures.verdict(resolution.person, office, analysis.article.published)
            is_wrong = verdict in (Verdict.ELSEWHERE, Verdict.OTHER_OFFICE, Verdict.NOT_YET)
            if is_wrong and not (office.is_past and verdict is not Verdict.ELSEWHERE):
                yield self._report(analysis, resolution, office, verdict, sure)

    def _report(
        self, analysis: Analysis, resolution: Resolution, office: Office, verdict: Verdict, sure: float
    ) -> Finding:
        tenures, person = Tenures(self.resources.names), resolution.person
        term = tenures.usual_term(person, analysis.article.published)
        held = tenures.office_name(term) if term else ""
        title = "office holder" if office.title == "counterpart" else office.title
        named = f"{seat_name(office.seats[0], self.resources.names)} {title}" if office.seats else title
        when = "was not yet" if verdict is Verdict.NOT_YET else "was never"
        is_verified = person.is_verified and term is not None and term.is_verified
        return self.finding(
            analysis,
            office.start,
            office.end,
            f"{person.name} {when} {named}, but {held}.",
            confidence=round(sure if verdict is Verdict.ELSEWHERE else sure * 0.93, 2),
            severity=self._severity(verdict, is_verified, resolution),
            suggestions=self._suggestions(analysis, resolution, office, held),
            evidence={"person": person.id, "title": office.title, "place": "|".join(office.seats), "held": held},
        )

    def _severity(self, verdict: Verdict, is_verified: bool, resolution: Resolution) -> Severity:
        if not is_verified or verdict is Verdict.NOT_YET:
            return Severity.MINOR
        return self.severity if verdict is Verdict.ELSEWHERE and not resolution.is_mangled else Severity.MAJOR

    def _suggestions(self, analysis: Analysis, resolution: Resolution, office: Office, held: str) -> list[str]:
        """Return the person with the office that he or she held, and the office with its holder."""
        mention, person = resolution.mention, resolution.person
        suggested = [f"{held} {person.name}"] if held else []
        holder = Tenures(self.resources.names).holder(office, analysis.article.published)
        if holder is not None and not office.is_past:
            before, after = analysis.text[office.start : mention.start], analysis.text[mention.end : office.end]
            name = holder.name.upper() if mention.text.isupper() else holder.name
            suggested.append(f"{before}{name}{after}")
        return suggested
