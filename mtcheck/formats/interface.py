"""What every format is: a writer that takes reports one by one."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, TextIO

from mtcheck._version import __version__
from mtcheck.report import ArticleReport

if TYPE_CHECKING:
    from mtcheck.rules import Rule


@dataclass(frozen=True, slots=True)
class Run:
    """What a format may say about the run as a whole.

    * `signature`: names everything that the reports depend on.
    * `version`: of mtcheck.
    * `colour`: whether the output is a terminal that shows colours.
    * `width`: of the output in cells; None takes the terminal's.
    * `rules`: the rules that exist, for formats that describe them.
    * `precision`: a rule's code -> its measured precision, 0-1; rules not measured are absent.
    """

    signature: str
    version: str = __version__
    colour: bool = False
    width: int | None = None
    rules: tuple[type["Rule"], ...] = ()
    precision: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


class Format(ABC):
    """Writes reports to a text stream as they come.

    Call `write` for every article, then `close` once; what was written is complete only after that. `close` leaves the
    stream open. Whatever the articles contain, a format writes only characters that UTF-8 can encode.
    """

    name: ClassVar[str]

    def __init__(self, out: TextIO, run: Run) -> None:
        """Keep the stream and the run; a subclass may write its head here."""
        self.out = out
        self.run = run

    @abstractmethod
    def write(self, report: ArticleReport) -> None:
        """Take one article's report."""

    @abstractmethod
    def close(self) -> None:
        """Write what is left."""
