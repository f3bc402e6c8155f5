"""Folders: every article file below one, in a fixed order."""

import os
from collections.abc import Callable, Iterator

from mtcheck.article import Article, SkippedInput
from mtcheck.sources.detect import is_article_name
from mtcheck.sources.interface import Source, UnreadableError

Reader = Callable[[str], Iterator[Article | SkippedInput]]


class FolderSource(Source):
    """The files below a folder that are known for articles by their suffix.

    Hidden files and folders are left out, and links to folders are not followed, so that no loop is walked.
    """

    def __init__(self, name: str, path: str, read_file: Reader) -> None:
        """Take the name that reports show, the path, and the function that reads the file at a path."""
        self.name = name
        self._path = path
        self._read_file = read_file

    def __iter__(self) -> Iterator[Article | SkippedInput]:
        """Yield what the files hold, files before folders, by name. Raises `UnreadableError` if there are none."""
        refused: list[OSError] = []
        is_empty = True
        for folder, folders, files in os.walk(self._path, onerror=refused.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                path = os.path.join(folder, name)  # noqa: PTH118 - Path would drop a leading "./"
                if not name.startswith(".") and is_article_name(name) and os.path.isfile(path):  # noqa: PTH113
                    is_empty = False
                    yield from self._read_file(path)
        for error in refused:
            is_empty = False
            yield self.skipped(f"a folder cannot be read: {error.strerror}", id=str(error.filename or ""))
        if is_empty:
            raise UnreadableError("no articles in this folder")
