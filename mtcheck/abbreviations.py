"""Abbreviations of English news, by whether a sentence can end with one."""

import re
from enum import Enum


class Ending(Enum):
    """What a full stop after a word says about the end of the sentence."""

    ALWAYS = "no abbreviation"
    NEVER = "a title or a link word: something always follows"
    UNLESS_NUMBER = "a label such as No. or Fig.: a number belongs to it"
    SOMETIMES = "may end a sentence: only a word that rarely stands inside one in capitals shows it"
    TIME = "a.m. or p.m.: any capital ends it, but a day, month or time zone"


# The forms as printed, without the last full stop: ranks, courtesy titles, states, months and company forms as the Associated
# Press style abbreviates them, and the British and academic ones met in news. Words that are commoner as words ("Sun", "May",
# "Corps") are left out, and so are forms that news prints without a stop (plc, LLC, PhD).
_TITLES = (
    "Mr Mrs Ms Mx Dr Drs Prof Profs Rev Revs Fr Hon Messrs Mme Mlle Msgr Mgr Gov Govs Sen Sens Rep Reps Amb Atty Gen Gens Lt Lts "
    "Col Cols Maj Capt Cmdr Cdr Cpl Sgt Sgts Pvt Pfc Spc Adm Adml Brig Ens Supt Insp Det Ald Cllr Secy Treas Asst Ven Pres"
)
_LINKS = "vs Vs v cf Cf viz eg ie approx Approx e.g E.g i.e I.e"
_LABELS = "No Nos no nos p pp Pp Vol Vols vol vols Ch ch Fig Figs fig figs Art art Sec sec Sect Eq Par par"
_SOMETIMES = (
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt "
    "Wash Wis Wyo Ont Que Alta Ave Blvd Rd Hwy Pkwy Sq St Ste Ft Mt Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue "
    "Tues Wed Thu Thur Thurs Fri Inc Co Cos Corp Ltd Bros Assn Assoc Univ Dept Depts Inst Intl Mfg Natl Govt Bldg Est Sr Jr Snr "
    "Jnr Esq al est dept depts govt mph ft lb lbs oz Ph.D Dir Dist Div Comm Sdn Bhd Ed Eds"
)
_FORMS: dict[str, Ending] = {
    **dict.fromkeys(_SOMETIMES.split(), Ending.SOMETIMES),
    **dict.fromkeys(_LABELS.split(), Ending.UNLESS_NUMBER),
    **dict.fromkeys(_LINKS.split(), Ending.NEVER),
    **dict.fromkeys(_TITLES.split(), Ending.NEVER),
    **dict.fromkeys(("a.m", "p.m", "A.M", "P.M"), Ending.TIME),
}
# "U.S", "Ph.D"; also where a blank was lost before it, "theU.S".
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,3}|[^\W\d_]{0,30}[a-z](?:[A-Z]\.)+[A-Z]")
_DOMAIN_ENDS = frozenset("com org net gov edu uk tv io eu info".split())

# Words that are capitalised in running news text only where a sentence begins.
_STARTERS = frozenset(
    "a an the this that these those he she it they we you i his her its their our my your there here who what when where why how "
    "which while as if in on at by for from with after before since until unless although though because but and or so yet "
    "however meanwhile instead also still then now once some many most several both each every no not one two three four "
    "another all other others under over during despite according about more even only last earlier later officials analysts "
    "experts critics researchers investigators residents witnesses shares nobody everyone nothing police authorities none such "
    "to is are was were do does did has have had can could would should let's it's that's he's she's they're we're "
    "i'm don't mr mrs ms".split()
)
# Starters that are also surnames ("George J. So", "Johnnie W. To").
_SURNAMES = frozenset("an do long see so to".split())
_AFTER_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec et "
    "est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist jst aest eastern pacific central mountain local".split()
)


def ending_of(word: str, is_all_caps: bool = False) -> Ending:
    """Say what a full stop after `word` means. `word` lacks that stop; `is_all_caps`: its surroundings are in capitals."""
    if len(word) == 1 and word.isalpha() and word not in _FORMS:
        return Ending.SOMETIMES
    if ending := _FORMS.get(word):
        return ending
    if is_all_caps and (ending := _FORMS.get(word.capitalize()) or _FORMS.get(word.lower())):
        return ending
    if _DOTTED.fullmatch(word) and word.rpartition(".")[2].lower() not in _DOMAIN_ENDS:
        return Ending.SOMETIMES
    return Ending.ALWAYS


def is_starter(word: str) -> bool:
    """Whether a capitalised `word` shows that a sentence begins with it."""
    return word.replace("’", "'").lower() in _STARTERS


def begins_after_initial(word: str) -> bool:
    """Whether a capitalised `word` begins a sentence even after a single letter, as in "plan B. It failed"."""
    return is_starter(word) and word.lower() not in _SURNAMES


def goes_with_time(word: str) -> bool:
    """Whether a capitalised `word` belongs to a time of day before it: "8 p.m. Tuesday", "9 p.m. ET"."""
    return word.lower() in _AFTER_TIME
