"""Which encoder a name means."""

from mtcheck.models.interface import Encoder

PACKAGED = "packaged"
"""The name of the encoder that ships, and the default."""


def load_encoder(name: str = PACKAGED) -> Encoder:
    """Return the encoder called `name`: the packaged one, or a sentence-transformers model by name or folder.

    Raises `EncoderError` where it cannot be had.
    """
    if name == PACKAGED:
        from mtcheck.models.packaged import PackagedEncoder

        return PackagedEncoder()
    from mtcheck.models.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(name)
