"""The words that stand before or after a name and say what its holder is."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

TITLE_ROLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "president": ("head_of_state", "head_of_government", "head_of_organisation"),
        "prime minister": ("head_of_government",),
        "premier": ("head_of_government",),
        "chancellor": ("head_of_government", "finance_minister"),
        "taoiseach": ("head_of_government",),
        "first minister": ("head_of_government",),
        "king": ("head_of_state",),
        "queen": ("head_of_state",),
        "emperor": ("head_of_state",),
        "sultan": ("head_of_state",),
        "emir": ("head_of_state",),
        "supreme leader": ("head_of_state",),
        "foreign minister": ("foreign_minister",),
        "minister of foreign affairs": ("foreign_minister",),
        "foreign secretary": ("foreign_minister",),
        "secretary of state": ("foreign_minister",),
        "external affairs minister": ("foreign_minister",),
        "defence minister": ("defence_minister",),
        "defense minister": ("defence_minister",),
        "minister of defence": ("defence_minister",),
        "minister of defense": ("defence_minister",),
        "defence secretary": ("defence_minister",),
        "defense secretary": ("defence_minister",),
        "secretary of defense": ("defence_minister",),
        "secretary of war": ("defence_minister",),
        "finance minister": ("finance_minister",),
        "minister of finance": ("finance_minister",),
        "treasury secretary": ("finance_minister",),
        "secretary-general": ("head_of_organisation",),
        "secretary general": ("head_of_organisation",),
        "vice president": ("vice_president",),
        "vice-president": ("vice_president",),
    }
)
"""Title as written, folded to lower case -> the roles it may name. A holder of any of these roles may bear it."""

LONGEST_TITLE = max(len(title.split()) for title in TITLE_ROLES)

QUALIFIERS = frozenset(
    """
    former ex then acting interim outgoing incoming late ousted deposed exiled elect self-declared deputy vice
    shadow would-be
    """.split()
)
"""Words before a title that take the holder out of the present office."""

HONORIFICS = frozenset(
    """
    mr mrs ms miss mx dr sir dame lord lady baroness baron count prof professor gen general lt lieutenant col
    colonel maj major capt captain sgt sergeant cpl adm admiral cmdr commander marshal rep sen senator
    representative congressman congresswoman gov governor mayor judge justice rev reverend fr father pope cardinal
    archbishop bishop imam ayatollah sheikh sheik rabbi saint st ambassador minister secretary president chancellor
    premier king queen prince princess duke duchess coach analyst director chairman chairwoman chief officer
    detective inspector constable sheriff spokesman spokeswoman spokesperson leader mp sultan emir taoiseach emperor
    empress chancellor
    """.split()
)
"""Capitalised words before a name that are no part of it."""

PARTICLES = frozenset(
    """
    de da do dos del della di du la le van von der den ter ten bin bint ibn al el ben abu abdel y e zu af av
    """.split()
)
"""Lower-case words inside a name."""


def title_ending_at(words: Sequence[str]) -> tuple[str, int] | None:
    """Return the longest known title that `words` (lower case, in order) end with, and how many words it has."""
    for length in range(min(LONGEST_TITLE, len(words)), 0, -1):
        candidate = " ".join(words[-length:])
        if candidate in TITLE_ROLES:
            return candidate, length
    return None
