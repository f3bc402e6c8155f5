"""Articles checked in several processes of this machine, in order and in bounded memory."""

import signal
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import current_thread, main_thread

from mtcheck.article import Article, SkippedInput
from mtcheck.checker import Checker
from mtcheck.config import Config
from mtcheck.report import ArticleReport

BATCH = 32
"""Articles per task: large enough that passing them costs little beside checking them."""

AHEAD = 3
"""Batches per process that may be under way or wait for an earlier one."""


HELD = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Signals that wait while a process is started."""


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
    workers = _Workers(jobs)
    try:
        workers.start(config)
        yield from _in_order(workers, iter(articles))
    except (EOFError, ConnectionError) as error:
        raise WorkerError("a worker process has died, perhaps for want of memory; fewer --jobs need less") from error
    finally:
        workers.end()


def _in_order(workers: "_Workers", articles: Iterator[Article | SkippedInput]) -> Iterator[ArticleReport]:
    taken = given = 0
    done: dict[int, list[ArticleReport]] = {}
    while True:
        while workers.idle and taken - given < AHEAD * workers.count and (batch := list(islice(articles, BATCH))):
            workers.give(taken, batch)
            taken += 1
        while given in done:
            yield from done.pop(given)
            given += 1
        if not workers.busy:
            return
        done.update(workers.take())


class _Workers:
    """Processes that check one batch each at a time.

    A pipe for each and no thread or lock between them: nothing can be left held by one that is ended in the middle,
    which makes the standard library's pools wait for ever. They are spawned, so that they take over no lock, signal
    handler or open file.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self.idle: list[Connection] = []
        self.busy: dict[Connection, int] = {}
        self._processes: list[BaseProcess] = []

    def start(self, config: Config) -> None:
        """Start the processes; what was started before a signal or an error is there to be ended."""
        context = get_context("spawn")
        for _ in range(self.count):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, config), daemon=True)
            with _signals_held():
                process.start()
                self._processes.append(process)
            theirs.close()
            self.idle.append(ours)

    def give(self, number: int, batch: list[Article | SkippedInput]) -> None:
        """Hand a batch to a worker that has none."""
        connection = self.idle.pop()
        self.busy[connection] = number
        connection.send(batch)

    def take(self) -> dict[int, list[ArticleReport]]:
        """Wait until a batch or more are done; return their reports by the batch's number."""
        taken = {}
        for connection in wait(list(self.busy)):
            assert isinstance(connection, Connection)
            result = connection.recv()
            if isinstance(result, Exception):
                raise result
            taken[self.busy.pop(connection)] = result
            self.idle.append(connection)
        return taken

    def end(self) -> None:
        """End the processes without waiting for their work."""
        for process in self._processes:
            process.kill()
        for process in self._processes:
            process.join()
        for connection in [*self.idle, *self.busy]:
            connection.close()


@contextmanager
def _signals_held() -> Iterator[None]:
    """Let signals wait: one in the middle of a start would leave a process half started.

    Handlers are exchanged, as a mask would hold back the main thread alone; outside of that none runs in any case.
    """
    if current_thread() is not main_thread():
        yield
        return
    came: list[int] = []
    before = {number: signal.getsignal(number) for number in HELD}
    held = [number for number, handler in before.items() if callable(handler) or handler is signal.SIG_DFL]
    for number in held:
        signal.signal(number, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for number in held:
            signal.signal(number, before[number])
        for number in came[:1]:
            signal.raise_signal(number)


def _work(connection: Connection, config: Config) -> None:
    """Check batches until the other end of the pipe is closed, by the parent or with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    with suppress(EOFError, ConnectionError):
        checker = Checker(config)
        while True:
            batch = connection.recv()
            try:
                result: list[ArticleReport] | Exception = list(checker.check_many(batch))
            except Exception as error:
                result = error
            connection.send(result)
