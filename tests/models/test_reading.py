"""What the network says of sentences: one reading for each, whatever else is read with it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.models.packaged import PackagedEncoder
from mtcheck.models.reading import SentenceReader
from mtcheck.models.words import spans_of, words_of

SOUND = "The ferry company cancelled every crossing until the weekend because of the storm."
DAMAGED = "The ferry company cancelled every crossing until the weekend because of the anger."


@pytest.fixture(scope="module")
def reader():
    return SentenceReader(PackagedEncoder())


def test_nothing_in_nothing_out(reader):
    assert reader.read([]) == []


def test_every_word_has_its_figures(reader):
    (reading,) = reader.read([SOUND])
    assert len(reading.replaced) == len(reading.error) == len(words_of(SOUND)) == len(spans_of(SOUND))


def test_a_reading_depends_neither_on_the_batch_nor_on_the_order(reader):
    texts = [SOUND, "Storm.", "A much longer sentence " * 12, DAMAGED]
    together, backwards = reader.read(texts), reader.read(texts[::-1])[::-1]
    alone = [reader.read([text])[0] for text in texts]
    for first, second, third in zip(together, backwards, alone, strict=True):
        assert first.machine == pytest.approx(second.machine, abs=0.002) == pytest.approx(third.machine, abs=0.002)
        assert first.replaced == pytest.approx(third.replaced, abs=0.002)


def test_a_word_in_the_place_of_another_stands_out(reader):
    sound, damaged = reader.read([SOUND, DAMAGED])
    assert damaged.replaced[-1] > sound.replaced[-1] + 1.0


@pytest.mark.parametrize("other", [SOUND.rstrip("."), SOUND.replace(" every", ", every") + "”", f"“{SOUND}"])
def test_punctuation_is_not_read(reader, other):
    first, second = reader.read([SOUND, other])
    assert first == second


@settings(max_examples=20, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_can_be_read(reader, text):
    (reading,) = reader.read([text])
    assert len(reading.replaced) == max(1, len(words_of(text)))


def test_words_beyond_what_the_network_reads_count_as_sound(reader):
    (reading,) = reader.read(["storm " * 900])
    assert len(reading.replaced) == 900
    assert reading.replaced[-1] < -10
