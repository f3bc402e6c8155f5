"""What is checked: an article, its sentences, and inputs that could not be read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Sentence:
    """One segment of an article.

    `start` and `end` are code-point offsets into `Article.text`, half open; `text` is always `article.text[start:end]`.
    """

    index: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its source gave it. Nothing in mtcheck rewrites `text`: every offset points into it.

    * `text`: the body, exactly as read (a byte order mark, CRLF and zero-width characters included).
    * `id`: stable within a run; a source that has none makes one from its place.
    * `source`: where it was read: a path, a URL, `-` for standard input, or empty for text handed to the Python API.
    * `published`: the date of publication if the source tells it; rules about offices use it.
    * `language`: an ISO 639-1 code that the source declares, never a guess.
    * `translator_marks`: traces of machine translation that the source found in the markup around the text.
    * `notes`: what an editor should know of how the article was read.
    * `ignored`: rule codes or prefixes whose findings the source asks to leave out.
    * `is_file`: whether `text` is the content of the file `source` as it stands, so that its lines are the file's lines.
    """

    text: str
    id: str = ""
    source: str = ""
    title: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    translator_marks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    is_file: bool = False


@dataclass(frozen=True, slots=True)
class SkippedInput:
    """An input that cannot be checked: nothing is dropped silently. `reason` is one line that names the cause."""

    id: str
    source: str
    reason: str
