"""Articles checked in several processes of this machine, in order and in bounded memory."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from mtcheck.article import Article, SkippedInput
from mtcheck.checker import Checker
from mtcheck.config import Config
from mtcheck.report import ArticleReport

BATCH = 32
"""Articles per task: large enough that passing them costs little beside checking them."""

_checker: Checker | None = None


def check_in_processes(
    articles: Iterable[Article | SkippedInput], config: Config, jobs: int
) -> Iterator[ArticleReport]:
    """Yield the same reports, in the same order, as `Checker(config).check_many(articles)` from `jobs` processes.

    At most a few batches per process are read ahead, so that a feed of any length fits in memory.
    """
    if jobs <= 1:
        yield from Checker(config).check_many(articles)
        return
    source = iter(articles)
    waiting: deque[Future[list[ArticleReport]]] = deque()
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(config,)) as pool:
        try:
            while True:
                while len(waiting) < 3 * jobs and (batch := list(islice(source, BATCH))):
                    waiting.append(pool.submit(_check, batch))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _start(config: Config) -> None:
    """Give a worker process its own checker; the module variable is that process's alone."""
    global _checker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _checker = Checker(config)


def _check(batch: list[Article | SkippedInput]) -> list[ArticleReport]:
    assert _checker is not None
    return list(_checker.check_many(batch))
