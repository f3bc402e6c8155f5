"""How sure it is that a name means the known person, before an office is held against it."""

from collections.abc import Collection, Iterable

from mtcheck.lexicon import Lexicon
from mtcheck.names.index import fold
from mtcheck.names.resolution import Basis, Resolution, Resolver
from mtcheck.names.similarity import part_similarity

FAMILIAR = 50
"""How often the news corpus must name an attested family name for it to mean the known person without a given name."""
LEAST_MANGLED = 0.8
"""A full name less like an accepted one is too uncertain to judge its office."""
SAME_PART = 0.8
"""A middle name this like a given name of the person's is one."""
_IN_FULL, _FAMILY, _MANGLED = 0.97, 0.93, 0.9


def named_in_full(people: Iterable[Resolution]) -> frozenset[str]:
    """Return the ids of the people whom an article names with given and family name."""
    return frozenset(r.person.id for r in people if len(r.mention.parts) > 1 and not r.is_mangled)


def certainty(resolution: Resolution, in_full: Collection[str], resolver: Resolver, lexicon: Lexicon) -> float:
    """Return how sure it is, 0-1, that a resolved mention means its person; 0 where others may be meant.

    `in_full` holds the ids of the people whom the article names in full.
    """
    parts = resolution.mention.parts
    if resolution.is_mangled:
        is_full = len(parts) > 1 and resolution.basis is not Basis.REPEATED
        return _MANGLED * resolution.score if is_full and resolution.score >= LEAST_MANGLED else 0.0
    if len(parts) > 1:
        return _IN_FULL if len(parts) == 2 or _has_known_middle(resolution) else 0.0
    if resolution.person.id in in_full:
        return _FAMILY
    is_given_name = parts[0] in resolver.index.given_names or lexicon.is_given_name(parts[0])
    if is_given_name or len(resolver.matcher.people_by_family(parts[0])) > 1:
        return 0.0
    is_only_one = not lexicon.is_surname(parts[0]) or lexicon.capitalised_count(parts[0]) >= FAMILIAR
    return _FAMILY if is_only_one else 0.0


def _has_known_middle(resolution: Resolution) -> bool:
    """Whether a name of three words or more is the person's in full: Arabic names that share their ends are many."""
    parts, person = resolution.mention.parts, resolution.person
    known = {
        word for name in (person.name, *person.aliases) for word in fold(name).replace("'", "").replace(".", "").split()
    }
    middle = (part for part in parts[1:-1] if len(part) > 1 and part not in known)
    return all(any(part_similarity(part, word) >= SAME_PART for word in known) for part in middle)
