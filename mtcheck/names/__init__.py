"""People, offices, places and organisations that the rules of names and offices know."""

from mtcheck.names.index import NameIndex

__all__ = ["NameIndex"]
