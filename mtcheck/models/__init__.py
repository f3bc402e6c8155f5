"""Encoders: text in, vectors out. ONNX Runtime by default, sentence-transformers for any other encoder."""

from mtcheck.models.interface import Encoder, EncoderError
from mtcheck.models.loading import load_encoder

__all__ = ["Encoder", "EncoderError", "load_encoder"]
