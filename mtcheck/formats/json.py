"""JSON: one object for the run, its articles written as they come."""

from typing import TextIO

from mtcheck.formats.as_json import RUN_SCHEMA, article_json, dumps
from mtcheck.formats.interface import Format, Run
from mtcheck.report import ArticleReport
from mtcheck.summary import Summary


class JsonFormat(Format):
    """One `mtcheck.run/1` object; every article stands on a line of its own."""

    name = "json"

    def __init__(self, out: TextIO, run: Run) -> None:
        """Write the head."""
        super().__init__(out, run)
        self._summary = Summary()
        out.write(f'{{"schema": {dumps(RUN_SCHEMA)}, "signature": {dumps(run.signature)}, "articles": [')

    def write(self, report: ArticleReport) -> None:
        """Write one element of `articles`."""
        self.out.write(("," if self._summary.articles else "") + "\n" + dumps(article_json(report)))
        self._summary.add(report)

    def close(self) -> None:
        """Write the summary and end the object."""
        self.out.write(f'\n], "summary": {dumps(self._summary.as_json())}}}\n')
