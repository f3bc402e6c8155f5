"""Bytes -> text, without changing a character of it; and what is no text at all."""

import codecs
import re
from dataclasses import dataclass

from mtcheck.sources.interface import UnreadableError

_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"PK\x03\x04", "ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "old office document"),
    (b"{\\rtf", "RTF document"),
    (b"\x1f\x8b", "gzip archive"),
    (b"\xfd7zXZ", "xz archive"),
    (b"7z\xbc\xaf", "7z archive"),
    (b"\x28\xb5\x2f\xfd", "zstd archive"),
    (b"PAR1", "Parquet file"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"\x7fELF", "program"),
)

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 stands before UTF-16: its little-endian mark begins with that of UTF-16."""

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']\s*([\w.:-]+)|<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
_DECLARATION_BYTES = 4096

_KNOWN = re.compile(
    r"utf-8|utf-16(-[lb]e)?|ascii|(iso8859|cp|mac|windows)[\w-]+|koi8-[rut]|gb2312|gbk|gb18030|hz|big5(hkscs)?"
    r"|euc_(jp|kr)|shift_jis\w*|iso2022_jp\w*|johab|tis-620|viscii"
)
"""Codecs that a declaration may ask for. Python knows others that are no character sets (zip, punycode, escapes)."""

_LIKELY = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("iso8859_2", "iso8859_5", "koi8_r", "koi8_u", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
)
"""Codecs that undeclared text is tried in: what the web still uses, no old PC or mainframe code page."""

_BROWSERS_READ_AS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874"}
"""What these labels mean on the web (WHATWG Encoding Standard): a superset of what they say."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NON_ASCII = re.compile(rb"[\x80-\xff]")
_SAMPLE = 1 << 16
_MAX_CONTROL = 0.05
_MAX_DAMAGED = 0.01
_WIDE_SAMPLE = 4096
_MIN_WIDE = 8
_MIN_ASCII = 0.8
_PRINTABLE = frozenset(b"\t\n\r" + bytes(range(0x20, 0x7F)))
_MAX_FOREIGN = 0.30
"""Share of bytes beyond ASCII up to which an English text is taken for windows-1252 without asking further."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, its byte order mark included, and what an editor should know of how it was read, if anything."""

    text: str
    note: str | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        """The note as `Article.notes` wants it."""
        return (self.note,) if self.note else ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """Return `data` as text: by its byte order mark, as UTF-8, as `declared`, else by the look of it.

    Raises `UnreadableError` for binary data and for bytes that fit no encoding.
    """
    refuse_binary(data)
    decoded = _by_mark(data) or _utf8(data) or _by_declaration(data, declared) or _by_look(data)
    sample = decoded.text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _MAX_CONTROL * len(sample):
        raise UnreadableError("binary file")
    return decoded


def wide_encoding(data: bytes) -> str | None:
    """Return the codec that the byte order mark at the beginning of `data` names, or the UTF-16 that it looks like.

    None where it has neither. English in UTF-16 without a mark is an ASCII character and a zero, again and again.
    """
    marked = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    if marked or b"\0" not in data[:_WIDE_SAMPLE]:
        return marked
    sample = data[: min(len(data), _WIDE_SAMPLE) // 2 * 2]
    for encoding, letters, zeros in (
        ("utf-16-le", sample[::2], sample[1::2]),
        ("utf-16-be", sample[1::2], sample[::2]),
    ):
        pairs = sum(not zero and letter in _PRINTABLE for letter, zero in zip(letters, zeros, strict=True))
        if pairs >= _MIN_WIDE and pairs > _MIN_ASCII * len(zeros):
            return encoding
    return None


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that an XML declaration or an HTML `meta` element at the beginning names, or None."""
    match = _DECLARED.search(data[:_DECLARATION_BYTES])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def refuse_binary(data: bytes) -> None:
    """Raise `UnreadableError` if `data`, or the beginning of a file, is no text."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(f"binary file ({kind})")
    if b"\0" in data and not (wide_encoding(data) or "").startswith(("utf-16", "utf-32")):
        raise UnreadableError("binary file")


def _by_mark(data: bytes) -> Decoded | None:
    encoding = wide_encoding(data)
    if encoding is None:
        return None
    text = data.decode(encoding, "replace")
    damaged, name = text.count("\ufffd"), encoding[:6].upper().rstrip("-")
    is_marked = text.startswith("\ufeff")
    if damaged > max(1, _MAX_DAMAGED * len(text)):
        raise UnreadableError(f"not valid {name}, which its byte order mark announces" if is_marked else "binary file")
    notes = [_damage(damaged, name)] * bool(damaged) + [f"read as {name}: there is no byte order mark"] * (
        not is_marked
    )
    return Decoded(text, "; ".join(notes) or None)


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _damaged_utf8(data)


def _damaged_utf8(data: bytes) -> Decoded | None:
    """Text of another encoding holds hardly any valid UTF-8 sequence; UTF-8 with a few bad bytes holds many."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    valid = len(text) - len(text.encode("ascii", "ignore")) - damaged
    return Decoded(text, _damage(damaged, "UTF-8")) if valid > damaged else None


def _damage(count: int, encoding: str) -> str:
    return f"{count} damaged {encoding.upper()} character{'s'[: count != 1]} replaced by U+FFFD"


def _by_declaration(data: bytes, declared: str | None) -> Decoded | None:
    try:
        name = codecs.lookup(declared).name if declared else ""
    except (LookupError, UnicodeError, ValueError):
        return None
    if not _KNOWN.fullmatch(name):
        return None
    try:
        return Decoded(data.decode(_BROWSERS_READ_AS.get(name, name)))
    except (UnicodeError, ValueError):
        return None


def _by_look(data: bytes) -> Decoded:
    encoding = _guess(data)
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError, ValueError) as error:
        raise UnreadableError("neither UTF-8 nor another encoding that fits") from error
    return Decoded(text, f"read as {re.sub('^cp(?=125)', 'windows-', encoding).replace('_', '-')}")


def _guess(data: bytes) -> str:
    first = _NON_ASCII.search(data)
    start = max(0, first.start() - 1024) if first else 0
    sample = data[start : start + _SAMPLE]
    if len(_NON_ASCII.findall(sample)) <= max(1, _MAX_FOREIGN * len(sample)) and _fits(data, "cp1252"):
        return "cp1252"

    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_LIKELY)).best()
    if best is None:
        raise UnreadableError("neither UTF-8 nor another encoding that fits")
    return best.encoding


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
