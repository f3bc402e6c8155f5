"""Bytes in: a look at the beginning that loses nothing, reading up to a limit, and gzip unpacked with a guard."""

import gzip
import io
import zlib
from typing import BinaryIO, cast

from mtcheck.sources.interface import UnreadableError

HEAD_BYTES = 1 << 16
"""How much of an input is looked at to tell its format."""

Buffer = bytearray | memoryview
"""What `readinto` is given; `collections.abc.Buffer` needs Python 3.12."""

MEGABYTE = 1 << 20
GZIP_MAGIC = b"\x1f\x8b"

MAX_INFLATION = 200
INFLATION_ALLOWANCE = 64 * MEGABYTE
"""gzip reaches 1,032:1 on a single repeated byte; news text reaches 3:1 to 5:1, and 20:1 where rows repeat."""


class _Replay(io.RawIOBase):
    """A stream whose beginning has been read already, from the beginning again. It leaves the stream open."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = memoryview(head)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:  # type: ignore[override]
        chunk = self._head[: len(buffer)] if self._head else _some(self._stream, len(buffer))
        self._head = self._head[len(chunk) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)


class _Counted(io.RawIOBase):
    """A stream that counts the bytes it has given."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:  # type: ignore[override]
        chunk = _some(self._stream, len(buffer))
        buffer[: len(chunk)] = chunk
        self.count += len(chunk)
        return len(chunk)


class _Inflated(io.RawIOBase):
    """The unpacked bytes of a gzip stream. Raises `UnreadableError` for damaged data and for a decompression bomb."""

    def __init__(self, stream: BinaryIO) -> None:
        self._packed = _Counted(stream)
        self._unpacked = gzip.GzipFile(fileobj=cast(BinaryIO, self._packed))
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:  # type: ignore[override]
        try:
            chunk = self._unpacked.read1(len(buffer))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise UnreadableError("damaged gzip data") from error
        self._count += len(chunk)
        if self._count > INFLATION_ALLOWANCE + MAX_INFLATION * self._packed.count:
            raise UnreadableError(f"gzip data that unpacks to more than {MAX_INFLATION} times its size")
        buffer[: len(chunk)] = chunk
        return len(chunk)


def with_head(stream: BinaryIO) -> tuple[bytes, io.BufferedReader]:
    """Return the beginning of `stream` and a stream that still gives all of it.

    The beginning is at most `HEAD_BYTES` long and may be shorter once it holds a line, so that a pipe which has given
    one row is not waited for.
    """
    head = b""
    while len(head) < HEAD_BYTES and b"\n" not in head.lstrip():
        chunk = _some(stream, HEAD_BYTES - len(head))
        if not chunk:
            break
        head += chunk
    return head, io.BufferedReader(_Replay(head, stream), HEAD_BYTES)


def inflated(stream: BinaryIO) -> BinaryIO:
    """Return the unpacked bytes of a gzip stream, unpacked as they are read."""
    return io.BufferedReader(_Inflated(stream), HEAD_BYTES)


def read_all(stream: BinaryIO, limit: int) -> bytes:
    """Return everything in `stream`. Raises `UnreadableError` if it is longer than `limit` bytes."""
    data = bytearray()
    while chunk := stream.read(MEGABYTE):
        data += chunk
        if len(data) > limit:
            raise UnreadableError(f"larger than {limit // MEGABYTE} MB")
    return bytes(data)


def _some(stream: BinaryIO, size: int) -> bytes:
    """Return what is there, up to `size` bytes, and wait only if nothing is."""
    read1 = getattr(stream, "read1", None)
    return bytes((read1 or stream.read)(size) or b"")
