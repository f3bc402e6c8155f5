"""The words that stand before or after a name and say what its holder is."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

_LEADERS = ("head_of_state", "head_of_government")
_BY_ROLES: Mapping[tuple[str, ...], str] = MappingProxyType(
    {
        (*_LEADERS, "head_of_organisation"): "president|leader",
        ("head_of_state",): "co-prince|king|queen|emperor|empress|sultan|emir|supreme leader|federal president|"
        "president of the republic|president of the swiss confederation",
        ("head_of_state", "head_of_organisation"): "general secretary|chairman|chairwoman|chair|chairperson",
        _LEADERS: "head of state",
        ("head_of_government",): "prime minister|premier|taoiseach|first minister|chief minister|federal chancellor|"
        "president of the government|president of the council|president of the council of ministers|head of government|"
        "chief executive|chief adviser|minister of state|state counsellor",
        ("head_of_government", "finance_minister"): "chancellor",
        ("vice_president",): "vice president|vice-president|first vice president|second vice president|"
        "executive vice president|co-vice president|deputy president",
        ("deputy_head_of_government",): "deputy prime minister|first deputy prime minister|second deputy prime minister|"
        "third deputy prime minister|vice premier|vice-premier|executive vice premier|deputy premier|first deputy premier|"
        "vice prime minister|vice chancellor|vice-chancellor|deputy first minister|tanaiste|tánaiste",
        ("governor_general",): "governor general|governor-general",
        ("governor", "central_bank_governor"): "governor|gov|lieutenant governor",
        ("foreign_minister",): "foreign minister|minister of foreign affairs|minister for foreign affairs|"
        "foreign affairs minister|foreign secretary|secretary of state|external affairs minister|"
        "minister of external affairs|top diplomat|chief diplomat|foreign policy chief",
        ("defence_minister",): "defence minister|defense minister|minister of defence|minister of defense|"
        "minister for defence|minister for defense|defence secretary|defense secretary|secretary of defense|"
        "secretary of defence|secretary of war|war secretary|war minister|armed forces minister",
        ("finance_minister",): "finance minister|minister of finance|minister for finance|treasury secretary|"
        "secretary of the treasury|chancellor of the exchequer|treasurer",
        ("interior_minister",): "interior minister|minister of the interior|minister of internal affairs|home minister|"
        "home secretary|internal affairs minister|home affairs minister|national security minister",
        ("security_chief",): "national security adviser|national security advisor",
        ("military_chief",): "army chief|military chief|chief of the general staff",
        ("head_of_organisation",): "secretary-general|secretary general|director-general|director general|"
        "managing director|chief|head|high commissioner",
        (*_LEADERS, "foreign_minister", "defence_minister", "finance_minister", "interior_minister"): "counterpart",
    }
)  # fmt: skip

TITLE_ROLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {title: roles for roles, titles in _BY_ROLES.items() for title in titles.split("|")}
)
"""Title as written, folded to lower case -> the roles it may name. A holder of any of these roles may bear it."""

TOP_TITLES = frozenset(
    (
        "president", "federal president", "king", "queen", "emperor", "empress", "sultan", "emir",
        "prime minister", "premier", "taoiseach", "chancellor", "federal chancellor",
    )
)  # fmt: skip
"""Titles of heads of state and government alone: who of a country ever bore them is known, so whoever did not can be told."""

LONGEST_TITLE = max(len(title.split()) for title in TITLE_ROLES)


def _plural(title: str) -> str:
    first, of, rest = title.partition(" of ")
    return (first[:-1] + "ies" if first.endswith("y") else first + "s") + of + rest


PLURAL_TITLES: Mapping[str, str] = MappingProxyType({_plural(title): title for title in TITLE_ROLES})
"""Plural of a title, which stands before the names of several holders -> the title."""

PAST_QUALIFIERS = frozenset(
    """
    former ex then outgoing late ousted deposed exiled toppled overthrown disgraced onetime one-time previous past
    """.split()
)
"""Words before a title that say that its holder had the office once: it must still be one that the person held."""

QUALIFIERS = PAST_QUALIFIERS | frozenset(
    """
    acting interim incoming elect self-declared self-proclaimed self-styled deputy vice shadow would-be future aspiring
    presumptive caretaker honorary ceremonial assistant associate junior designate transitional provisional
    """.split()
)
"""Words before a title that take the holder out of the present office."""

MODIFIERS = frozenset(
    """
    new current incumbent sitting newly elected re-elected longtime long-time embattled veteran conservative centrist
    liberal socialist populist far-right right-wing left-wing leftist rightist nationalist reformist moderate hardline
    hard-line authoritarian autocratic pro-western pro-russian pro-european islamist visiting
    """.split()
)
"""Words that may stand between a country and a title and change neither."""

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

TITLE_BEGINNINGS = frozenset(title.split()[0] for title in (*TITLE_ROLES, *PLURAL_TITLES) if " " in title)
"""First words of the titles that have several."""


def title_ending_at(words: Sequence[str]) -> tuple[str, int] | None:
    """Return the longest known title that `words` (lower case, in order) end with, and how many words it has."""
    return _ending_at(words, TITLE_ROLES)


def plural_title_ending_at(words: Sequence[str]) -> tuple[str, int] | None:
    """Return the title whose plural `words` (lower case, in order) end with, in the singular, and how many words it has."""
    found = _ending_at(words, PLURAL_TITLES)
    return (PLURAL_TITLES[found[0]], found[1]) if found else None


def starts_title(words: Sequence[str]) -> bool:
    """Tell whether `words` (lower case, in order) begin with a title of two words or more, in the singular or plural."""
    if not words or words[0] not in TITLE_BEGINNINGS:
        return False
    return any(title in TITLE_ROLES or title in PLURAL_TITLES for title in _longer_beginnings(words))


def _longer_beginnings(words: Sequence[str]) -> Iterator[str]:
    return (" ".join(words[:length]) for length in range(2, min(LONGEST_TITLE, len(words)) + 1))


def _ending_at(words: Sequence[str], titles: Mapping[str, object]) -> tuple[str, int] | None:
    for length in range(min(LONGEST_TITLE, len(words)), 0, -1):
        candidate = " ".join(words[-length:])
        if candidate in titles:
            return candidate, length
    return None
