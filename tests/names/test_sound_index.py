"""Spellings found by their consonants."""

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.records import Person
from mtcheck.names.sound_index import FULL_BUCKET, MOST_NAMESAKES, SoundIndex, Variant


def person(number):
    return Person(f"p{number}", f"Person {number}", "", "", (), is_monarch=False, is_verified=True)


def index_of(*variants):
    sounds = SoundIndex()
    for number, variant in enumerate(variants):
        sounds.add(person(number), variant)
    return sounds


def found(sounds, given_name, family):
    return {entry.variant.family for entry in sounds.like(Variant(given_name, family))}


def test_one_consonant_of_the_family_name_may_come_or_go():
    sounds = index_of(Variant("tamaz", "orbeliani"))
    assert found(sounds, "damas", "urbelyani") == {"orbeliani"}
    assert found(sounds, "damas", "orbelani") == {"orbeliani"}
    assert found(sounds, "damas", "orbelinkani") == {"orbeliani"}
    assert found(sounds, "damas", "kvirikashvili") == set()


def test_the_same_given_name_finds_any_family_name_of_few_people():
    few = index_of(Variant("tamaz", "orbeliani"))
    many = index_of(
        *(Variant("tamaz", f"b{chr(97 + i % 26)}{chr(97 + i // 26)}bel") for i in range(MOST_NAMESAKES + 1))
    )
    assert found(few, "tamaz", "kvirikashvili") == {"orbeliani"}
    assert found(many, "tamaz", "kvirikashvili") == set()
    assert (few.bearers("tamaz"), many.bearers("tamaz"), few.bearers("ada")) == (1, MOST_NAMESAKES + 1, 0)


def test_a_full_bucket_is_parted_by_the_given_name():
    crowd = [Variant("tamaz", "orbeliani")] * (FULL_BUCKET + 1)
    sounds = index_of(*crowd, Variant("tornike", "orbeliani"))
    assert len([e for e in sounds.like(Variant("turnike", "urbelyani")) if e.variant.given == "tornike"]) > 0
    assert len(list(sounds.like(Variant("turnike", "urbelyani")))) < FULL_BUCKET


names = st.text(alphabet="abdeghiklmnorstuvz", min_size=1, max_size=9)


@given(names, names)
def test_every_spelling_finds_itself(given_name, family):
    assert family in found(index_of(Variant(given_name, family)), given_name, family)
