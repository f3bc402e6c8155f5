"""How Latin spellings of names are read aloud, so that another script can write them: spelling to sounds, by language of origin.

Sounds are single letters: S sh, Z zh, C ch, J dzh, Q ts, X kh, T th, y and w the glides, the rest as in Spanish.
"""

import random

from generated.rewriting import Rewriting

_COMMON = """
'|-|\\. -> 0
([bcdfgklmnprstvz])(?=\\1) -> 0
tch -> C
ph -> f
ck -> k
x -> ks
"""

_PLAIN_TAIL = """
b -> b
c(?=[eiy]) -> s
c -> k
d -> d
f -> f
g -> g
h -> h
j -> J
k -> k
l -> l
m -> m
n -> n
p -> p
qu -> kv
q -> k
r -> r
s -> s
t -> t
v -> v
w -> w
z -> z
y(?=[aeiou]) -> y
y -> i
a -> a
e -> e
i -> i
o -> o
u -> u
"""

_READINGS = {
    "en": Rewriting(
        _COMMON
        + """
sch -> S|sk
sh -> S
ch(?=[lr]) -> k
ch -> C
th -> T|t
^kn -> n
^wr -> r
wh -> w|h
ght$ -> t
igh -> ay
gh$ -> 0|f
gh -> g
gg -> g
dg(?=e) -> J
eigh -> ey
ough -> o|af
augh -> o
ay|ai -> ey
aw|au -> o
eau -> o
ea -> i|e
ee|ie(?=[a-z]) -> i
ei -> ay|i
ey$ -> i
ey -> ey
ew -> yu
eu -> oy|yu
oa -> o
oo -> u
oe$ -> o
ou -> au|u
ow(?=[nsldk]) -> au|o
ow$ -> o
ow -> o|au
oy|oi -> oy
ue$ -> yu|u
u(?=[bcdfgklmnpst][bcdfgklmnpstz])|u(?=[bdgmnpt]$) -> a|u
(?<=[slrj])u(?=[bcdfgklmnprst][aeiou]) -> u
u(?=[bcdfgklmnprst][aeiou]) -> yu|u
a(?=[bcdfgklmnprstvz]e$) -> ey|a
i(?=[bcdfgklmnprstvz]e[rn]?$)|i(?=[dt]e) -> ay|i
o(?=[bcdfgklmnprstvz]e$) -> o
ia$ -> iya
er$ -> er|a
es$ -> es|s
ce$ -> s
ge$ -> J
(?<=[bcdfgklmnprstvz])e$ -> 0
(?<=[bdfgklmnprst])y$ -> i
g(?=[ei]) -> g|J
"""
        + _PLAIN_TAIL
    ),
    "de": Rewriting(
        _COMMON
        + """
sch -> S
^st(?=[aeiou]) -> St
^sp(?=[aeiou]) -> Sp
(?<=[aou])ch -> X
ch -> X|S
tz|z -> Q
ei|ey|ai|ay -> ay
eu|ae?u -> oy|au
ie -> i
th -> t
w -> v
v -> f
j -> y
h(?=[bcdfgklmnpqrstvwxz]|$) -> 0
^s(?=[aeiou])|(?<=[aeiou])s(?=[aeiou]) -> z
oe -> e|o
ue -> yu
"""
        + _PLAIN_TAIL
    ),
    "fr": Rewriting(
        _COMMON
        + """
eaux?$ -> o
eau|au -> o
oux$|ou -> u
oi -> wa
ieu -> iyo
eu -> o|e
ai|ei -> e
gn -> ny
ch -> S
j|g(?=[eiy]) -> Z
qu -> k
ll(?=e) -> y|l
h -> 0
(?<=[aeiou])s(?=[aeiou]) -> z
(?<=[aeiou])[tdsxpz]$ -> 0
er$ -> e|er
es?$ -> 0
u -> yu|u
"""
        + _PLAIN_TAIL
    ),
    "es": Rewriting(
        _COMMON
        + """
ch -> C
ll -> y|l
j|g(?=[ei]) -> X|h
gu(?=[ei]) -> g
qu -> k
h -> 0
z -> s
x -> ks|h
ia -> iya
"""
        + _PLAIN_TAIL
    ),
    "it": Rewriting(
        _COMMON
        + """
sc(?=[ei]) -> S
c(?:i(?=[aou])|(?=[ei])) -> C
g(?:i(?=[aou])|(?=[ei])) -> J
ch -> k
gh -> g
gli -> li
gn -> ny
z -> Q
qu -> kw
"""
        + _PLAIN_TAIL
    ),
    "slavic": Rewriting(
        _COMMON
        + """
shch -> SC
sch -> S
sh|sz -> S
zh|rz -> Z
ch|cz -> C
kh -> X
dj -> J
ts|c(?=[aeio]|$) -> Q
ck -> Qk
w -> v
yy$|iy$|yi$|ii$|ij$|y$ -> i
ya|ia -> ya
yu|iu -> yu
ye -> e
j -> y
"""
        + _PLAIN_TAIL
    ),
    "plain": Rewriting(
        _COMMON
        + """
sh -> S
ch -> C
kh -> X
gh -> g
zh -> J|Z
th -> t
dh -> d
ts -> Q
ou|oo -> u
ee|ii -> i
aa -> a
ei -> ey
ai|ay -> ay
au|aw -> au
x -> S
"""
        + _PLAIN_TAIL
    ),
}

_LANGUAGES = {
    "en": "us gb ca au nz ie jm bb bs tt lc gd bz gy ag kn vc dm bm ky fj pg sb zm zw gh ng ke ug sl lr gm bw mw za",
    "de": "de at ch li lu",
    "fr": "fr mc be ht ci sn cm ga cg cd bj tg bf ml ne td gn mg dj km bi rw re gp mq",
    "es": "es mx ar co pe ve cl ec bo py uy cr pa ni hn sv gt cu do gq pt br ao mz cv st tl ad ph",
    "it": "it sm va mt",
    "slavic": "ru ua by bg rs hr si ba me mk pl cz sk md kz kg uz tm tj az am ge lt lv",
}
_BY_PLACE = {place: language for language, places in _LANGUAGES.items() for place in places.split()}


def origin_of(place: str) -> str:
    """Return how names of a place (its id) are read; `plain` (letter by letter) for most of the world."""
    return _BY_PLACE.get(place.partition("-")[0], "plain")


def sounds(word: str, origin: str, chance: random.Random) -> str:
    """Return the sounds of one folded word; `origin` is a language that `origin_of` returns."""
    if origin == "plain" and word.startswith("x"):
        word = "sh" + word[1:]
    return _READINGS[origin].apply(word, chance)
