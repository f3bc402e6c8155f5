"""Articles checked in several processes of this machine, in order and in bounded memory."""

import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import active_children, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from threading import Thread

from mtcheck.article import Article, SkippedInput
from mtcheck.checker import Checker
from mtcheck.config import Config
from mtcheck.report import ArticleReport

BATCH = 32
"""Articles per task: large enough that passing them costs little beside checking them."""

_checker: Checker | None = None


class WorkerError(Exception):
    """A worker process has died; the message is one line."""


def check_in_processes(
    articles: Iterable[Article | SkippedInput], config: Config, jobs: int
) -> Generator[ArticleReport, None, None]:
    """Yield the same reports, in the same order, as `Checker(config).check_many(articles)` from `jobs` processes.

    At most a few batches per process are read ahead, so that a feed of any length fits in memory. When the iterator is
    closed, or an exception passes through it, the processes end at once; and they end with the one that started them,
    however that ends. Raises `WorkerError` where one of them dies.
    """
    if jobs <= 1:
        yield from Checker(config).check_many(articles)
        return
    others = set(active_children())
    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=(config,))
    try:
        yield from _in_order(pool, iter(articles), 3 * jobs)
    except BrokenProcessPool as error:
        _end(pool, others)
        raise WorkerError("a worker process has died, perhaps for want of memory; fewer --jobs need less") from error
    except BaseException:
        _end(pool, others)
        raise
    pool.shutdown()


def _in_order(
    pool: ProcessPoolExecutor, articles: Iterator[Article | SkippedInput], ahead: int
) -> Generator[ArticleReport, None, None]:
    waiting: deque[Future[list[ArticleReport]]] = deque()
    while True:
        while len(waiting) < ahead and (batch := list(islice(articles, BATCH))):
            waiting.append(pool.submit(_check, batch))
        if not waiting:
            return
        yield from waiting.popleft().result()


def _end(pool: ProcessPoolExecutor, others: set[BaseProcess]) -> None:
    """End the pool's processes without waiting for their work. `others` are children that are not the pool's."""
    pool.shutdown(wait=False, cancel_futures=True)
    for process in set(active_children()) - others:
        process.terminate()


def _start(config: Config) -> None:
    """Give a worker process its own checker; the module variable is that process's alone."""
    global _checker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # the parent's way to end a process is inherited
    Thread(target=_end_with_parent, daemon=True).start()
    _checker = Checker(config)


def _end_with_parent() -> None:
    """Wait for the end of the parent, which may be killed without a chance to end its workers."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _check(batch: list[Article | SkippedInput]) -> list[ArticleReport]:
    assert _checker is not None
    return list(_checker.check_many(batch))
