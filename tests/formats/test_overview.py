"""The overview's bars: what they count, and how long they are."""

from mtcheck.formats.overview import Overview, bars
from mtcheck.report import Pivot

from .samples import clean, damaged, skipped


def overview(*reports):
    made = Overview({"NAM001": "mangled-name"})
    for item in reports:
        made.add(item)
    return made


def test_scores_are_counted_in_bins_of_ten():
    got = overview(damaged(quality=41.4, mt_probability=0.97), clean(quality=100.0, mt_probability=0.0), skipped())
    assert [b.count for b in got.quality] == [0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
    assert [b.count for b in got.probability] == [1, 0, 0, 0, 0, 0, 0, 0, 0, 1]


def test_rules_come_commonest_first_and_link_to_their_filter():
    got = overview(damaged(), damaged()).rules
    assert [(b.label, b.count, b.link) for b in got] == [
        ("NAM001 mangled-name", 2, "rule=NAM001"),
        ("REP001", 2, "rule=REP001"),
        ("SPC001", 2, "rule=SPC001"),
    ]


def test_severities_come_worst_first():
    assert [(b.label, b.count) for b in overview(damaged()).severities] == [("critical", 1), ("major", 1), ("minor", 1)]


def test_languages_are_counted():
    got = overview(damaged(), damaged(pivot=Pivot("ar", 0.9)), damaged()).pivots
    assert [(b.label, b.count) for b in got] == [("es", 2), ("ar", 1)]


def test_the_longest_bar_is_100_and_the_shortest_can_be_seen():
    got = bars([("many", 1000, "", ""), ("one", 1, "", ""), ("none", 0, "", "")])
    assert [b.length for b in got] == [100.0, 1.0, 0.0]
