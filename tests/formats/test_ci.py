"""What CI servers and code review read: GitHub, GitLab, JUnit, reviewdog."""

import json
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.formats import github
from mtcheck.formats.github import StepSummary
from mtcheck.formats.place import Lines
from mtcheck.summary import Summary

from .samples import TEXT, clean, damaged, finding, hostile, report, row, skipped, written


class TestGitHub:
    def test_commands_come_worst_first(self):
        assert written("github", [damaged()]).splitlines() == [
            "::error title=mtcheck (NAM001),file=port.txt,line=3,endLine=3,col=77,endColumn=88"
            "::mangled-name: Nobody is called “Jorj Sharpe”. Suggested: “Jorge Sharp” or “George Sharpe”.",
            "::warning title=mtcheck (REP001),file=port.txt,line=3,endLine=3,col=135,endColumn=142"
            "::repeated-word: The word stands twice. Suggested: “the”.",
            "::notice title=mtcheck (SPC001),file=port.txt,line=3,endLine=3,col=49,endColumn=62"
            "::detached-hyphen: A space before the hyphen splits a compound. Suggested: “far-reaching”.",
        ]

    def test_a_row_has_no_line_but_a_name(self):
        first = written("github", [row()]).splitlines()[0]
        assert first.startswith(
            "::error title=mtcheck (NAM001),file=feed/articles.jsonl::mangled-name: Article row-7: "
        )

    def test_a_span_over_lines_has_no_columns(self):
        text = "One line\nand another"
        line = written("github", [report(text, [finding(text, "line\nand")], cut=False)])
        assert "line=1,endLine=2::" in line

    def test_a_skipped_article_is_a_warning(self):
        assert written("github", [skipped()]) == (
            "::warning title=mtcheck (skipped),file=leer.txt::leer.txt: skipped: not English (de)\n"
        )

    def test_properties_are_escaped(self):
        line = written("github", [damaged(source="a,b:c%.txt", id="a,b:c%.txt")]).splitlines()[0]
        assert "file=a%2Cb%3Ac%25.txt," in line

    @settings(max_examples=50)
    @given(st.text(alphabet=st.sampled_from(":%,\r\n\u2028 #[]error\x00"), min_size=1))
    def test_no_text_makes_a_command_of_its_own(self, text):
        lines = written("github", [hostile(f"x{text}", "x"), skipped(skipped=text)]).splitlines()
        assert len(lines) == 2
        assert all(line.startswith("::warning title=mtcheck (") for line in lines)

    def test_what_is_too_much_is_counted(self, monkeypatch):
        monkeypatch.setattr(github, "MAX_ANNOTATIONS", 1)
        lines = written("github", [damaged()]).splitlines()
        assert lines[0].startswith("::error")
        assert lines[1:] == ["mtcheck: and 2 more findings, none worse than these"]


class TestStepSummary:
    def table(self, *reports):
        summary, page = Summary(), StepSummary()
        for item in reports:
            summary.add(item)
            page.add(item)
        return page.markdown(summary)

    def test_the_worst_come_first_and_passes_are_left_out(self):
        rows = [
            line for line in self.table(clean(), skipped(), row(), damaged(quality=3.0)).splitlines() if "| " in line
        ]
        assert rows[1:] == [
            r"| port.txt | fail | 3.0 | 97 % | 2 of 4 |",
            r"| feed/articles.jsonl row\-7 | fail | 41.5 | 97 % | 2 of 4 |",
            r"| leer.txt | skipped: not English \(de\) | | | |",
        ]

    def test_without_trouble_there_is_no_table(self):
        assert "|" not in self.table(clean())

    def test_text_is_no_markup(self):
        table = self.table(hostile("<b>|a|</b>\n# `x` [y](z)"))
        assert "<b>" not in table
        assert r"\|a\|" in table
        assert r"\[y\]\(z\)" in table

    def test_it_stays_small(self):
        table = self.table(*[damaged(id="x" * 5_000, source=f"{i}") for i in range(500)])
        assert len(table.encode()) < 1_000_000
        assert "and 450 more." in table


class TestGitLab:
    def test_an_element_has_what_gitlab_needs(self):
        minor, critical, major = json.loads(written("gitlab", [damaged()]))
        assert [minor["severity"], critical["severity"], major["severity"]] == ["minor", "critical", "major"]
        assert critical["check_name"] == "NAM001"
        assert critical["description"].startswith("NAM001 mangled-name: Nobody")
        assert critical["location"] == {
            "path": "port.txt",
            "positions": {"begin": {"line": 3, "column": 77}, "end": {"line": 3, "column": 88}},
        }

    def test_fingerprints_are_unique_in_the_report(self):
        reports = [damaged(), damaged(id="b.txt", source="b.txt"), row(), row(id="row-8"), skipped()]
        prints = [e["fingerprint"] for e in json.loads(written("gitlab", reports))]
        assert len(set(prints)) == len(prints) == 13

    def test_a_row_is_shown_at_the_top_of_its_file(self):
        locations = [e["location"] for e in json.loads(written("gitlab", [row()]))]
        assert locations == [{"path": "feed/articles.jsonl", "lines": {"begin": 1}}] * 3

    def test_nothing_found_is_an_empty_array(self):
        assert json.loads(written("gitlab", [clean()])) == []


class TestJUnit:
    def suites(self, *reports):
        return list(ElementTree.fromstring(written("junit", reports).encode()))

    def test_one_suite_per_article_and_one_failure_per_finding(self):
        bad, good, left = self.suites(damaged(), clean(), skipped())
        assert bad.attrib == {"name": "port.txt", "tests": "3", "failures": "3", "errors": "0", "skipped": "0"}
        case = bad[1]
        assert case.attrib == {
            "name": "NAM001 mangled-name 3:77",
            "classname": "port.txt",
            "file": "port.txt",
            "line": "3",
        }
        assert case[0].attrib["type"] == "critical"
        assert case[0].attrib["message"].startswith("Nobody is called")
        assert "mayor Jorj Sharpe said" in case[0].text
        assert [c.attrib["name"] for c in good] == ["No damage found"]
        assert left[0][0].attrib == {"message": "not English (de)"}

    def test_a_row_has_no_line(self):
        [suite] = self.suites(row())
        assert suite.attrib["name"] == "feed/articles.jsonl row-7"
        assert "line" not in suite[0].attrib

    @settings(max_examples=50)
    @given(st.text(st.characters(), min_size=1))
    def test_any_text_gives_well_formed_xml(self, text):
        [suite] = self.suites(hostile(text))
        assert suite.tag == "testsuite"

    def test_markup_in_the_text_is_text(self):
        [suite] = self.suites(hostile("]]><failure/>&amp;"))
        assert "]]><failure/>&amp;" in suite[0][0].text


class TestReviewdog:
    def diagnostics(self, *reports):
        document = json.loads(written("rdjson", reports))
        assert document["source"] == {"name": "mtcheck"}
        return document["diagnostics"]

    def test_columns_count_bytes_and_the_end_is_exclusive(self):
        text = "née\nL’été 🚢 the the fin"
        [got] = self.diagnostics(report(text, [finding(text, "the the", suggestions=("the",))], cut=False))
        line = text.splitlines()[1].encode()
        start, end = got["location"]["range"]["start"], got["location"]["range"]["end"]
        assert (start["line"], end["line"]) == (2, 2)
        assert line[start["column"] - 1 : end["column"] - 1] == b"the the"
        assert got["suggestions"] == [{"range": {"start": start, "end": end}, "text": "the"}]
        assert (got["severity"], got["code"]) == ("WARNING", {"value": "NAM001"})

    @given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1), st.data())
    def test_ranges_in_any_order_point_at_their_bytes(self, text, data):
        span = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
        spans = data.draw(st.lists(span.filter(lambda s: s[0] < len(text)), min_size=1, max_size=5))
        found = [finding(text, "", start=a, end=b, text=text[a:b]) for a, b in spans]
        lines = text.encode().split(b"\n")
        mark = len("\ufeff".encode()) if text.startswith("\ufeff") else 0
        for got, (a, _) in zip(self.diagnostics(report(text, found, cut=False)), spans, strict=True):
            place = got["location"]["range"]["start"]
            before = b"\n".join([*lines[: place["line"] - 1], b""]) if place["line"] > 1 else b""
            skip = mark if place["line"] == 1 else 0
            assert len(before) + skip + place["column"] - 1 == max(len(text[:a].encode()), skip)

    def test_a_row_has_a_path_only(self):
        assert [d["location"] for d in self.diagnostics(row())] == [{"path": "feed/articles.jsonl"}] * 3

    def test_severities(self):
        assert [d["severity"] for d in self.diagnostics(damaged(), skipped())] == [
            "INFO",
            "ERROR",
            "WARNING",
            "WARNING",
        ]


class TestLines:
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_line_ends(self, end):
        text = end.join(["one", "two", "", "four"])
        place = Lines(text).position(text.index("four"))
        assert (place.line, place.column) == (4, 1)

    def test_other_separators_end_no_line(self):
        text = "a\u2028b\x0bc\x85d\re"
        place = Lines(text).position(len(text))
        assert (place.line, place.column) == (1, len(text) + 1)

    def test_a_byte_order_mark_is_no_column(self):
        lines = Lines("\ufeffRain.")
        assert [lines.position(i).column for i in (0, 1, 2)] == [1, 1, 2]

    @given(st.text())
    def test_positions_and_offsets_agree(self, text):
        lines = Lines(TEXT + text)
        for offset in range(len(TEXT), len(TEXT + text)):
            place = lines.position(offset)
            assert lines.start(place.line) + place.column - 1 == offset
