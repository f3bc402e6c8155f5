"""What must not move the probability: how a text is set, what it is about, who publishes it."""

import pytest

TEXT = (
    "The council of Leeds voted on Thursday to close the old swimming pool, which has leaked since the storm last winter. "
    "“Nobody wants to see it go,” said Harriet Moss, who runs the school's team. The repair would have cost 1.2 million "
    "pounds, the BBC reported, and the insurers refused to pay more than a third of it. A new pool is planned near the "
    "station - but not before 2031.\n\n"
    "Parents said they would take the matter to court. Their lawyer, Peter Hale, called the vote hasty. The council said it "
    "had listened to everybody and that the roof could come down at any time. Work on the site begins in March."
)
AGREED = 0.15
"""Probabilities closer than this are the same to a reader."""


@pytest.fixture(scope="module")
def probability(checker):
    return lambda text: checker.check(text).mt_probability


@pytest.mark.parametrize(
    "swap",
    [
        lambda t: t.replace("“", '"').replace("”", '"').replace("'", "’"),
        lambda t: t.replace(" - ", " — "),
        lambda t: t.replace("\n\n", "\n"),
        lambda t: t.replace(",", ""),
        lambda t: t.replace("Thursday", "Monday").replace("1.2", "7.5"),
    ],
    ids=["quotation marks", "dashes", "paragraphs", "commas", "figures and days"],
)
def test_how_it_is_set_does_not_matter(probability, swap):
    assert probability(swap(TEXT)) == pytest.approx(probability(TEXT), abs=AGREED)


@pytest.mark.parametrize(
    "names",
    [
        {
            "Leeds": "Izmir",
            "BBC": "Hürriyet",
            "Harriet Moss": "Ayşe Demir",
            "Peter Hale": "Kemal Aydın",
            "pounds": "lira",
        },
        {
            "Leeds": "Perm",
            "BBC": "TASS",
            "Harriet Moss": "Olga Belova",
            "Peter Hale": "Igor Orlov",
            "pounds": "roubles",
        },
        {"BBC": "Fox News"},
    ],
    ids=["Turkey", "Russia", "another publisher"],
)
def test_names_and_publishers_do_not_matter(probability, names):
    text = TEXT
    for old, new in names.items():
        text = text.replace(old, new)
    assert probability(text) == pytest.approx(probability(TEXT), abs=AGREED)


def test_the_topic_does_not_matter(probability):
    topics = {
        "swimming pool": "railway bridge",
        "pool": "bridge",
        "council": "ministry",
        "team": "choir",
        "school": "hospital",
        "insurers": "banks",
        "storm": "flood",
    }
    text = TEXT
    for old, new in topics.items():
        text = text.replace(old, new)
    assert probability(text) == pytest.approx(probability(TEXT), abs=AGREED)


@pytest.mark.parametrize(
    "quotation",
    [
        "«Nous avons attendu dix ans pour que la mairie fasse quelque chose, et voilà le résultat», a dit une voisine.",
        "De buurt had al jaren gewaarschuwd dat het dak niet meer te redden was, maar er werd niet geluisterd.",
        "Wir haben das Bad geliebt, und jetzt ist es für immer weg, sagte die Trainerin nach der Sitzung.",
    ],
    ids=["French", "Dutch", "German"],
)
def test_what_is_quoted_in_another_language_does_not_matter(checker, quotation):
    report = checker.check(f"{TEXT}\n{quotation}")
    assert report.mt_probability == pytest.approx(checker.check(TEXT).mt_probability, abs=AGREED)
    assert "FLU001" not in {f.rule for f in report.findings}
