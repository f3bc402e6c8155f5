"""What `reference_names/` states: people, their terms of office, places, organisations and the titles of offices."""

from dataclasses import dataclass
from datetime import date
from typing import Final

ROLES: Final = (
    "head_of_state",
    "head_of_government",
    "vice_president",
    "deputy_head_of_government",
    "governor_general",
    "governor",
    "crown_prince",
    "foreign_minister",
    "defence_minister",
    "finance_minister",
    "interior_minister",
    "security_chief",
    "intelligence_chief",
    "military_chief",
    "chief_of_staff",
    "spokesperson",
    "envoy",
    "legislature_speaker",
    "legislator",
    "opposition_leader",
    "head_of_organisation",
    "central_bank_governor",
)
"""The controlled list of roles a `Term` and an `OfficeTitles` may name."""

PLACE_KINDS: Final = ("country", "territory", "subnational")
"""A sovereign state; a dependency or a state of disputed standing; a part of a state with offices of its own."""


FIELDS: Final = ("politics", "business", "sport", "culture", "science", "religion", "other")
"""What a `Person` is in the news for; `other` holds activists, criminals, royal households and everyone else."""


ORGANISATION_KINDS: Final = (
    "alliance",
    "union",
    "un-body",
    "eu-body",
    "finance",
    "central-bank",
    "court",
    "parliament",
    "party",
    "agency",
    "military",
    "armed-group",
    "sport",
    "company",
    "media",
    "ngo",
    "treaty",
    "other",
)
"""What an `Organisation` is: `union` is any other body of states, `treaty` a treaty that is named like an organisation."""


class NameDataError(ValueError):
    """A reference file is missing, unreadable or not of the stated form; the message names the file and line."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person, under the spelling that most English newsrooms use."""

    id: str
    """Stable slug, such as `volodymyr-zelensky`."""
    name: str
    """The newsroom spelling, in the order that newsrooms print it."""
    given: str
    """Given name or names, without diacritics removed; empty for mononyms."""
    family: str
    """The word or words used alone on second mention; a family name for most, a given name for many."""
    aliases: tuple[str, ...]
    """Accepted other full spellings: transliterations, initials, nicknames, name order."""
    is_monarch: bool
    """True for monarchs and mononyms, whose names are shared by too many to be matched loosely."""
    is_verified: bool
    """True where a public source, not memory alone, states the name."""
    field: str = "politics"
    """One of `FIELDS`: what the person is in the news for first."""


@dataclass(frozen=True, slots=True)
class Term:
    """One spell of one person in one office."""

    person_id: str
    role: str
    """One of `ROLES`."""
    title: str
    """The title as newsrooms write it, such as `Prime Minister`."""
    place: str
    """Id of a `Place` or of an `Organisation`."""
    start: date | None
    """First day, or None where it is not known."""
    end: date | None
    """Last day, or None where the person was in office when the source was made, or the day is not known."""
    is_verified: bool
    """True where a source other than memory states that this person held this office."""

    def covers(self, day: date, grace_days: int = 0) -> bool:
        """Tell whether the spell, widened by `grace_days` (>= 0) at both ends, holds `day`."""
        # Day numbers, because the calendar's first and last days leave no room for a grace period.
        number = day.toordinal()
        if self.start is not None and number < self.start.toordinal() - grace_days:
            return False
        return self.end is None or number <= self.end.toordinal() + grace_days


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a territory or a part of a country that has offices of its own."""

    id: str
    """ISO 3166-1 alpha-2 in lower case (`xk` for Kosovo, `eu` is an organisation), ISO 3166-2 for parts (`us-tx`)."""
    kind: str
    """One of `PLACE_KINDS`."""
    name: str
    """The short name."""
    names: tuple[str, ...]
    """Every accepted name, the short one included."""
    demonyms: tuple[str, ...]
    """What its people are called, singular and plural."""
    adjectives: tuple[str, ...]
    """What stands before a title: `French`, `US`."""
    capital: str
    """The capital, or empty."""
    metonyms: tuple[str, ...]
    """Capital and seats of power that stand for the government as a subject: `Kremlin`."""
    parent: str
    """Id of the country it belongs to, or empty."""
    is_monarchy: bool
    """True where the head of state is a monarch, shared ones included."""
    has_other_secretaries_of_state: bool
    """True where officials other than the foreign minister are called secretary of state."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An international organisation, alliance, court, party, company, agency, armed group or institution."""

    id: str
    name: str
    """The usual name in full."""
    acronym: str
    """The acronym it goes by, or empty."""
    names: tuple[str, ...]
    """Every accepted name, `name` and `acronym` included."""
    head_title: str
    """Title of its head, such as `Secretary-General`, or empty."""
    kind: str = "other"
    """One of `ORGANISATION_KINDS`."""
    country: str = ""
    """Id of the `Place` it belongs to, or empty for international ones."""


@dataclass(frozen=True, slots=True)
class OfficeTitles:
    """What one office is called in one place, and what it is never called there."""

    role: str
    """One of `ROLES`."""
    place: str
    """Place or organisation id, or `*`, `republic`, `monarchy` for all others."""
    accepted: tuple[str, ...]
    """Titles in use, the usual one first."""
    foreign: tuple[str, ...]
    """Titles of other countries' offices; before this office's holder they show a swapped title."""


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """Everything that one folder of reference files states."""

    people: tuple[Person, ...]
    terms: tuple[Term, ...]
    places: tuple[Place, ...]
    organisations: tuple[Organisation, ...]
    titles: tuple[OfficeTitles, ...]
    cities: frozenset[str]
    """Folded spellings of city names."""
    version: str
    """First 12 hex digits of the SHA-256 over the files."""
