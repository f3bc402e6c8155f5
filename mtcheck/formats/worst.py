"""The worst of a stream, where a consumer takes only so many."""

from collections.abc import Sequence
from heapq import heappush, heappushpop
from typing import Generic, TypeVar

T = TypeVar("T")


class Worst(Generic[T]):
    """Keeps the `limit` items of the highest rank, in constant memory; of equals, those that came first.

    `dropped` is the number of items that found no room.
    """

    def __init__(self, limit: int) -> None:
        """Start empty; `limit` is at least 1."""
        self.limit = limit
        self.dropped = 0
        self._heap: list[tuple[tuple[float, ...], int, T]] = []
        self._count = 0

    def add(self, rank: Sequence[float], item: T) -> None:
        """Offer one item; the higher its rank, the worse it is."""
        self._count += 1
        entry = (tuple(rank), -self._count, item)
        if len(self._heap) < self.limit:
            heappush(self._heap, entry)
        else:
            heappushpop(self._heap, entry)
            self.dropped += 1

    def items(self) -> list[T]:
        """Return what was kept, the worst first."""
        return [item for _, _, item in sorted(self._heap, key=lambda e: e[:2], reverse=True)]
