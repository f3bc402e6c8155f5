"""The lexicon: what it counts, and what it says of words it has never seen."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.lexicon import Compound, Lexicon, word_form
from mtcheck.lexicon.lexicon import COMPOUNDS, DATA_FILES, HYPHENATED, NAMES, WORDS

LEXICON = Lexicon.load()
ROWS = {
    WORDS: "# word\tlower\tcapitalised\tacronym\tdocuments; words in the corpus:\t1234\n"
    "bridge\t40\t3\t0\t20\nlima\t1\t60\t0\t30\nus\t90\t200\t199\t70\nteh\t1\t0\t0\t2\nroad\t2\t100\t0\t9",
    HYPHENATED: "# hyphenated compound\tcount\nfar-off\t4\nfar-reaching\t22\nfirst-floor\t2\nground-floor\t3",
    COMPOUNDS: "# first second\tclosed\thyphenated\topen\nair craft\t495\t0\t1\nco operation\t393\t49\t1",
    NAMES: "# name\tflags\ngarcia\ts\ngrace\tsg\nrosa\tg",
}


@pytest.fixture
def small(tmp_path):
    for name, rows in ROWS.items():
        (tmp_path / name).write_bytes(gzip.compress(rows.encode("utf-8")))
    return Lexicon.load(tmp_path)


@pytest.fixture
def packaged():
    return LEXICON


def test_counts_do_not_depend_on_case_apostrophe_or_possessive(small):
    assert [small.lower_count(word) for word in ("bridge", "Bridge", "BRIDGE", "bridge’s", "bridge's")] == [40] * 5


def test_counts_tell_capitals_and_acronyms_apart(small):
    assert (small.lower_count("US"), small.capitalised_count("US"), small.acronym_count("US")) == (90, 200, 199)
    assert small.document_count("us") == 70


@pytest.mark.parametrize("word", ["", "Zzyzx", "'s", "123", "\x00", "\t", "bridge\t40", "# word"])
def test_unknown_words_count_nothing(small, word):
    assert small.lower_count(word) == small.capitalised_count(word) == small.document_count(word) == 0
    assert not small.is_word(word)
    assert not small.is_name(word)
    assert not small.is_surname(word)


def test_a_word_is_in_use_in_lower_case(small):
    assert small.is_word("bridge")
    assert not small.is_word("Lima")
    assert not small.is_word("teh"), "once is not in use"
    assert small.is_word("road"), "two in a hundred is more than a slip"


def test_a_name_mostly_carries_its_capital(small):
    assert small.is_name("Lima")
    assert not small.is_name("bridge")
    assert not small.is_name("us")


def test_hyphenated_compounds_and_their_elements(small):
    assert small.hyphen_count("Far-Reaching") == small.hyphen_count("far‑reaching") == 22
    assert small.hyphen_first_count("far") == 2
    assert small.hyphen_last_count("floor") == 2
    assert small.hyphen_count("far-flung") == small.hyphen_last_count("flung") == 0


def test_compounds(small):
    assert small.compound("Air", "craft") == Compound("aircraft", 495, 0, 1)
    assert small.compound("craft", "air") is None
    assert [(a, b) for a, b, _ in small.compounds()] == [("air", "craft"), ("co", "operation")]


def test_census_names(small):
    assert small.is_surname("GARCIA")
    assert not small.is_given_name("Garcia")
    assert small.is_surname("Grace")
    assert small.is_given_name("Grace")
    assert not small.is_surname("Rosa")


def test_total_is_the_size_of_the_corpus(small):
    assert small.total == 1234


def test_version_follows_the_data(small, tmp_path):
    before = small.version
    (tmp_path / NAMES).write_bytes(gzip.compress(b"# name\tflags\nokafor\ts"))
    after = Lexicon.load(tmp_path)
    assert len(before) == 12
    assert after.version != before


def test_a_missing_file_is_an_os_error(tmp_path):
    with pytest.raises(OSError, match="words"):
        Lexicon.load(tmp_path).lower_count("bridge")


def test_nothing_is_read_before_it_is_asked_for(tmp_path):
    (tmp_path / NAMES).write_bytes(gzip.compress(ROWS[NAMES].encode()))
    assert Lexicon.load(tmp_path).is_surname("Garcia")


def test_the_packaged_data_is_sorted_well_formed_and_small(packaged):
    assert packaged.total > 5_000_000
    folder = packaged._folder
    assert sum((folder / name).stat().st_size for name in DATA_FILES) < 2_500_000
    for name, columns in ((WORDS, 5), (HYPHENATED, 2), (COMPOUNDS, 4), (NAMES, 2)):
        rows = gzip.decompress((folder / name).read_bytes()).decode("utf-8").split("\n")[1:]
        keys = [row.split("\t")[0] for row in rows]
        assert all(len(row.split("\t")) == columns for row in rows)
        assert all(keys)
        assert len(set(keys)) == len(keys)
        if name != COMPOUNDS:
            assert keys == sorted(keys)


def test_the_packaged_data_holds_no_phrase_longer_than_a_compound(packaged):
    for name in DATA_FILES:
        rows = gzip.decompress((packaged._folder / name).read_bytes()).decode("utf-8").split("\n")[1:]
        assert max(row.split("\t")[0].count(" ") for row in rows) <= (1 if name == COMPOUNDS else 0)


def test_the_packaged_data_knows_english(packaged):
    assert packaged.is_word("minister")
    assert not packaged.is_word("Nairobi")
    assert packaged.is_name("Nairobi")
    assert packaged.hyphen_count("long-term") > 100
    compound = packaged.compound("news", "paper")
    assert compound is not None
    assert compound.closed_count > 100 * max(1, compound.open_count)
    assert packaged.compound("every", "day") is None
    assert packaged.is_surname("Fernandez")
    assert packaged.is_given_name("Wilma")


@given(st.text())
def test_any_text_can_be_asked_for(word):
    assert LEXICON.lower_count(word) >= 0
    assert LEXICON.is_word(word) in (True, False)
    assert (
        LEXICON.compound(word, "paper") is None or word_form(word) + "paper" == LEXICON.compound(word, "paper").closed
    )


@given(st.text(alphabet="abcXYZé’'-", max_size=12))
def test_the_form_of_a_word_does_not_depend_on_case_or_apostrophe(word):
    assert word_form(word.upper()) == word_form(word.lower()) == word_form(word.replace("’", "'"))
