"""Sounds into the scripts that leave vowels out (Arabic, Persian, Hebrew), and a reading that has to guess them."""

import random
import re

from generated.rewriting import Rewriting

_ARABIC = Rewriting("""
^ay|^ey -> اي
^a -> ا|أ
^e -> إي|ا
^i -> إي
^[ou] -> او
ayi|ay|ey$ -> اي
ey -> ي|اي
au -> او
oy -> وي
a -> ا|ا|0
e(?=[bdfgklmnprstvz]{2})|e(?=[nrl]$) -> 0|ي
e -> ي
iy|yi|i|y -> ي
uw|[ouw] -> و
SC -> شتش
C -> تش
Q -> تس|ز
S -> ش
[ZJ] -> ج
[pb] -> ب
[vf] -> ف
g -> غ|ج
k -> ك
d -> د
t -> ت
T -> ث
s -> س
z -> ز
m -> م
n -> ن
l -> ل
r -> ر
h -> ه
X -> خ
""")

_FROM_ARABIC = Rewriting("""
شتش -> shch
تش -> ch|tsh
تس -> ts
^اي|^إي -> i|ei|e
^او|^أو -> o|u|aw
اي -> ai|ay
او -> au|aw
وي(?=.) -> oi|we
يو -> io|yu
يا -> ia|ya
[اأ] -> a
ي$ -> i|y
ي(?=[و]) -> y
ي -> i|e
^و|و(?=ا) -> w
و -> o|u
ش -> sh
ج -> j|g
ب -> b|b|p
ف -> f|v
غ -> g|gh
ك -> k|c
د -> d
ت -> t
ث -> th
س -> s
ز -> z
م -> m
ن -> n
ل -> l
ر -> r
ه -> h
خ -> kh
""")

_PERSIAN = Rewriting("""
^s(?=[kmnptl]) -> اس
^ay|^ey|^e -> ا|ای
^[a] -> آ|ا
^i -> ای
^[ou] -> او
ay|ey -> ای|ی
au -> او
a$ -> ا
e$ -> ه
a -> ا|ا|0
e -> 0|ی
o -> و|0
iy|i|y -> ی
uw|u -> و
[vw] -> و
C -> چ
Q -> تس
S -> ش
J -> ج
Z -> ژ
p -> پ
b -> ب
f -> ف
g -> گ
k -> ک
d -> د
t -> ت
T -> ت
s -> س
z -> ز
m -> م
n -> ن
l -> ل
r -> ر
h -> ه
X -> خ
""")

_FROM_PERSIAN = Rewriting("""
^اس(?=[کمنپتل]) -> s|es
^ای -> i|ei
^او -> o|u
[آا] -> a
ه$ -> eh|e
ی$ -> i|y
ی(?=[او]) -> y|i
ی -> i|e
^و|و(?=[ای]) -> v|w
(?<=[ای])و -> v|w
و -> o|u
تس -> ts
چ -> ch
ش -> sh
ج -> j
ژ -> zh|j
پ -> p
ب -> b
ف -> f
گ -> g
ک -> k|c
د -> d
ت -> t
س -> s
ز -> z
م -> m
ن -> n
ل -> l
ر -> r
ه -> h
خ -> kh
""")

_HEBREW = Rewriting("""
^[ae] -> א
^i -> אי
^[ou] -> או
a$ -> ה
e$ -> ה
ay|ey -> יי
oy -> וי
a(?=[^a-z]|$) -> א
a -> 0|א
e -> 0|0|י
iy|i|y -> י
[ou] -> ו
w -> וו
v -> ו|ב
C -> צ׳
J -> ג׳
Z -> ז׳
Q|z$ -> צ|ז
S -> ש
[pf] -> פ
b -> ב
g -> ג
k -> ק
d -> ד
t -> ט
T -> ת
s -> ס
z -> ז
m -> מ
n -> נ
l -> ל
r -> ר
h -> ה
X -> ח
""")

_FROM_HEBREW = Rewriting("""
צ׳ -> ch
ג׳ -> j
ז׳ -> zh|j
^אי -> i
^או -> o|u
א -> a
ה$ -> a|e|ah
יי -> ay|ei
ייו -> iu
י$ -> i|y
י(?=ו) -> y
י -> i|e
וו -> w|v
^ו -> v
ו$ -> o|v
ו -> o|u
צ -> ts|tz
ש -> sh
פ$ -> f|p
^פ -> p|f
פ -> p|f
^ב -> b
ב -> b|v
ג -> g
ק -> k|c
ד -> d
ט -> t
ת -> t|th
ס -> s
ז -> z
מ -> m
נ -> n
ל -> l
ר -> r
ה -> h
ח -> ch|h
""")

_UNIT = re.compile(r"shch|[sckgtz]h|t[sz]|.")
_VOWELS = "aeiouy"


def fill_vowels(word: str, guesses: str, chance: random.Random) -> str:
    """Return a word with a vowel of `guesses` between consonants that an English reader would not say in one breath."""
    units = _UNIT.findall(word)
    out = ""
    for i, unit in enumerate(units):
        after = units[i + 1] if i + 1 < len(units) else ""
        out += unit
        if unit in _VOWELS or not after or after in _VOWELS:
            continue
        if chance.random() > _ease(units, i, unit, after):
            out += chance.choice(guesses)
    return out


def _ease(units: list[str], i: int, unit: str, after: str) -> float:
    """Return how readily two consonants are left together, 0-1."""
    if unit == after:
        return 1.0
    if i == 0:
        closed = len(units) > 2 and units[2] not in _VOWELS
        return 0.05 if closed else 0.95 if after in "rl" or unit == "s" else 0.05
    if i + 2 == len(units):
        return 0.85 if unit in "rlnms" and after not in "rlnmj" else 0.6 if after == "s" else 0.05
    crowded = units[i + 2] not in _VOWELS or units[i - 1] not in _VOWELS
    if crowded:
        return 0.8 if unit in "rlnms" or after in "rl" else 0.3
    return 0.85


ABJADS = {
    "ar": (_ARABIC, _FROM_ARABIC, "aaeei"),
    "fa": (_PERSIAN, _FROM_PERSIAN, "aeeo"),
    "he": (_HEBREW, _FROM_HEBREW, "aaeei"),
}
"""Pivot language -> how it writes sounds, how its letters are read, and the vowels guessed between them."""
