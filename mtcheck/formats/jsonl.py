"""JSON Lines: one object per article and line, written as it comes."""

from mtcheck.formats.as_json import article_json, dumps
from mtcheck.formats.interface import Format
from mtcheck.report import ArticleReport


class JsonLinesFormat(Format):
    """One `mtcheck.article/1` object per line."""

    name = "jsonl"

    def write(self, report: ArticleReport) -> None:
        """Write one line."""
        self.out.write(dumps(article_json(report)) + "\n")

    def close(self) -> None:
        """Write nothing: the last line is complete."""
