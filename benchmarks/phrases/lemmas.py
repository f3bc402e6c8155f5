"""Base forms of English words, by the library lemminflect (MIT), which the build needs and mtcheck does not."""

import re
from functools import cache

import lemminflect

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
POSSESSIVE = re.compile(r"['’]s$")
OPEN_CLASSES = ("VERB", "NOUN", "ADJ", "ADV")


@cache
def bases(form: str) -> tuple[str, ...]:
    """Return the lemmas that `form` can belong to: itself first if it is one, but an -s, -ed or -ing form last."""
    form = POSSESSIVE.sub("", form.lower().replace("’", "'"))
    by_class = lemminflect.getAllLemmas(form)
    lemmas = list(dict.fromkeys(lemma.lower() for pos in (*OPEN_CLASSES, "AUX") for lemma in by_class.get(pos, ())))
    if form in lemmas:
        lemmas.remove(form)
        lemmas = [*lemmas, form] if form.endswith(("ing", "ed", "s")) else [form, *lemmas]
    return tuple(lemmas) or (form,)


@cache
def inflections(lemma: str) -> dict[str, tuple[str, ...]]:
    """Return a lemma's inflected forms by Penn Treebank tag; only those in the dictionary."""
    return {tag: tuple(forms) for tag, forms in lemminflect.getAllInflections(lemma).items()}


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, in order."""
    return [word.lower() for word in WORD.findall(text)]


def lemmatised(text: str) -> list[str]:
    """Return the first base form of every word of a text, in order."""
    return [bases(word)[0] for word in WORD.findall(text)]
