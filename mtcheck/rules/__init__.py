"""What is found: one module per rule. `ALL_RULES` is the registry, in the order of the codes."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from mtcheck.rules.flu001_garbled_span import GarbledSpan
from mtcheck.rules.flu002_machine_translated import MachineTranslated
from mtcheck.rules.interface import Rule
from mtcheck.rules.lng001_untranslated_text import UntranslatedText
from mtcheck.rules.nam001_mangled_name import MangledName
from mtcheck.rules.nam002_inconsistent_name import InconsistentName
from mtcheck.rules.nam003_translated_name import TranslatedName
from mtcheck.rules.nam004_unknown_name import UnknownName
from mtcheck.rules.nam005_lowercased_acronym import LowercasedAcronym
from mtcheck.rules.nam006_mangled_organisation import MangledOrganisation
from mtcheck.rules.phr001_literal_idiom import LiteralIdiom
from mtcheck.rules.phr002_pivot_sense import PivotSenseRule
from mtcheck.rules.phr003_tortured_phrase import TorturedPhrase
from mtcheck.rules.quo001_damaged_quotation import DamagedQuotation
from mtcheck.rules.quo002_editorial_residue import EditorialResidue
from mtcheck.rules.rep001_repeated_word import RepeatedWord
from mtcheck.rules.rep002_repeated_head import RepeatedHead
from mtcheck.rules.res001_markup_residue import MarkupResidue
from mtcheck.rules.res002_scrape_residue import ScrapeResidue
from mtcheck.rules.res003_translator_marker import TranslatorMarker
from mtcheck.rules.rol001_wrong_office import WrongOffice
from mtcheck.rules.rol002_foreign_title import ForeignTitle
from mtcheck.rules.rol003_fused_people import FusedPeople
from mtcheck.rules.spc001_detached_hyphen import DetachedHyphen
from mtcheck.rules.spc002_split_compound import SplitCompound
from mtcheck.rules.sup001_unused_suppression import UnusedSuppression

__all__ = ["ALL_RULES", "Rule", "measured_precision", "select_rules"]

ALL_RULES: tuple[type[Rule], ...] = (
    MangledName,
    InconsistentName,
    TranslatedName,
    UnknownName,
    LowercasedAcronym,
    MangledOrganisation,
    WrongOffice,
    ForeignTitle,
    FusedPeople,
    LiteralIdiom,
    PivotSenseRule,
    TorturedPhrase,
    GarbledSpan,
    MachineTranslated,
    DamagedQuotation,
    EditorialResidue,
    DetachedHyphen,
    SplitCompound,
    RepeatedWord,
    RepeatedHead,
    UntranslatedText,
    MarkupResidue,
    ScrapeResidue,
    TranslatorMarker,
    UnusedSuppression,
)


def select_rules(select: Sequence[str], ignore: Sequence[str]) -> tuple[type[Rule], ...]:
    """Return the rules whose code begins with one of `select` (none given: all) and with none of `ignore`."""
    chosen = (rule for rule in ALL_RULES if not select or rule.code.startswith(tuple(select)))
    return tuple(rule for rule in chosen if not (ignore and rule.code.startswith(tuple(ignore))))


@cache
def measured_precision() -> Mapping[str, float]:
    """Return the share of right findings per rule, as read in `benchmarks/precision`; rules not measured are absent."""
    rows = files("mtcheck.rules").joinpath("precision.tsv").read_text(encoding="utf-8").splitlines()[1:]
    measured = (row.split("\t") for row in rows if row)
    return {code: int(right) / int(read) for code, _, read, right in measured if int(read)}
