#!/usr/bin/env python3
"""Make mentions of people whose names went through another script and back, in news sentences of our own.

    python benchmarks/names/generate.py [--out tests/names/generated/mentions.jsonl]

Names come from `reference_names/`: leaders (heads of state and government, ministers) and others. A name is read aloud by the
rules of its country, written in the pivot's script, and read back in Latin letters as somebody would who does not know the name
(`generated/`). Engines know much of a name's spelling even where they get it wrong, so changes are undone at random until the
name is as like the true one as a figure drawn from what they do (round_trip_drift.py); common given names are mostly kept.

Each row has the damaged text and its intact twin. Spellings that newsrooms accept are left out, as are, for names that are
written in another script at home, other romanisations of the same letters (`is_variant`). People are split by a hash into a
development half and a held-out half; three pivots are held out altogether. Same lists, same output.
"""

import argparse
import hashlib
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from generated.frames import AFTER_OFFICE, BESIDE_OFFICE, REPEATED, UNLISTED, WITHOUT_OFFICE
from generated.pivots import PIVOTS, round_trip
from generated.readings import origin_of
from rapidfuzz.distance import Levenshtein, Opcode

from mtcheck.lexicon import Lexicon
from mtcheck.names.index import NameIndex, fold
from mtcheck.names.records import Person, Term
from mtcheck.names.titles import PARTICLES, TITLE_ROLES

OUT = Path(__file__).parents[2] / "tests" / "names" / "generated" / "mentions.jsonl"
SEED = "names-1"
HELD_OUT_PIVOTS = frozenset({"fa", "ko", "uk"})
LEADING_ROLES = frozenset(
    """
    head_of_state head_of_government vice_president deputy_head_of_government foreign_minister defence_minister finance_minister
    """.split()
)
LIKENESS = (0.5, 0.57, 0.6, 0.62, 0.67, 0.71, 0.75, 0.75, 0.8, 0.83, 0.86, 0.88)
"""Shares of letters that drifted family names keep in round trips of real engines, from tenth to tenth."""
TRIES = 10
GIVEN_KEPT, RARE_GIVEN_KEPT = 0.65, 0.35
PER_PIVOT = {"office": 40, "full": 25, "full_other": 25, "repeated": 12, "repeated_other": 8, "unlisted": 5}
# Home scripts other than Latin, where newsrooms' own romanisations differ.
OTHER_SCRIPTS = frozenset(
    """
    ru ua by bg mk rs me kz kg uz tj tm mn am ge gr cy il ir iq sy lb jo ps eg ly tn dz ma sd sa ae qa kw bh om ye af pk in bd
    np lk bt mm th la kh cn tw hk jp kr kp et er
    """.split()
)
_SAME = tuple(pair.split("=") for pair in "shch=sch kh=h gh=g ck=k ks=x q=k w=v ou=u oo=u ee=i".split())
_DOUBLED = re.compile(r"(.)\1")
_ONSET = re.compile(
    r"(?:[^aeiouy]?|[szcdgkpt]h|[tcdz][szj]|m[ck]|s[tpkcmnlwhv][rlh]?|(?:[bcdfgkptv]|[ksctzp]h)[rlvw]|sch[rlmnw]?|dzh|tch)[aeiouy]"
)
_CRAMPED = re.compile(r"[^aeiouy]{5}|[aeiouy]{4}|(.)\1\1|[bcdfgkptvz][nlrmwvgbd]$|aa$")


@dataclass(frozen=True)
class Row:
    """One mention: damaged and intact text, the name as it stands there and as it is spelt, and how it came about."""

    id: str
    half: str
    pivot: str
    kind: str
    group: str
    person: str
    name: str
    became: str
    via: str
    text: str
    twin: str


@dataclass(frozen=True)
class Subject:
    """A person to be mentioned; `cue` is an office such as `French President`, empty where there is none to name."""

    id: str
    name: str
    family: str
    origin: str
    home: str
    cue: str
    group: str


def chance_of(*what: str) -> random.Random:
    return random.Random("/".join((SEED, *what)))


def half_of(identity: str) -> str:
    return "dev" if hashlib.sha256(f"{SEED}/{identity}".encode()).digest()[0] % 2 else "held-out"


def subjects(index: NameIndex) -> list[Subject]:
    """Return everybody with a given and a family name, but one in two of those who only sit in a legislature."""
    found = []
    for person in index.people.values():
        if person.is_monarch or not person.given or len(fold(person.family)) < 4 or " " not in person.name:
            continue
        terms = index.terms_of(person.id)
        if any(t.role == "legislator" for t in terms) and len(terms) == 1 and half_of(person.id + "x") == "dev":
            continue
        found.append(_subject(index, person, terms))
    return sorted(found, key=lambda s: hashlib.sha256(f"{SEED}/{s.id}".encode()).digest())


def _subject(index: NameIndex, person: Person, terms: Sequence[Term]) -> Subject:
    leading = [t for t in terms if t.role in LEADING_ROLES and t.place in index.places]
    cued = [t for t in leading if t.title.lower() in TITLE_ROLES and _own_adjective(index, t.place)]
    home = leading[0].place if leading else next((t.place for t in terms if t.place in index.places), "")
    home = home.partition("-")[0]
    cue = f"{_own_adjective(index, cued[-1].place)} {cued[-1].title}" if cued else ""
    group = "leader" if leading else "official" if person.field == "politics" else "public figure"
    return Subject(person.id, person.name, person.family, origin_of(home or "us"), home, cue, group)


def _own_adjective(index: NameIndex, place: str) -> str:
    """Return the first adjective that means this place and no other (`French` is not a French territory's), or nothing."""
    adjectives = index.places[place].adjectives
    return next((a for a in adjectives if (meant := index.the_place(a)) and meant.id == place), "")


def is_pronounceable(word: str) -> bool:
    """Whether an engine would let a word stand: some vowel, and no cluster that English readers stumble over."""
    return len(word) > 2 and bool(_ONSET.match(word)) and not _CRAMPED.search(word)


def remembered(word: str, back: str, likeness: float, chance: random.Random) -> str:
    """Return a round trip with some of its changes undone, at random, until it is as like the true word as `likeness`.

    Engines know most of a name's spelling even where they get it wrong; one change is left in any case.
    """
    changes = [o for o in Levenshtein.opcodes(word, back) if o.tag != "equal"]
    chance.shuffle(changes)
    while len(changes) > 1 and Levenshtein.normalized_similarity(word, _changed(word, back, changes)) < likeness:
        changes.pop()
    return _changed(word, back, changes)


def _changed(word: str, back: str, changes: Sequence[Opcode]) -> str:
    for change in sorted(changes, key=lambda o: -o.src_start):
        word = word[: change.src_start] + back[change.dest_start : change.dest_end] + word[change.src_end :]
    return word


def mangled_word(word: str, origin: str, pivot: str, chance: random.Random) -> tuple[str, str]:
    """Return one word of a name in the pivot's script and what it comes back as, capitalised."""
    likeness = chance.choice(LIKENESS)
    folded = fold(word).replace("'", "").replace(" ", "")
    for _ in range(TRIES):
        via, back = round_trip(folded, origin, pivot, chance)
        back = remembered(folded, back, likeness, chance)
        if back != folded and is_pronounceable(back):
            return via, back.capitalize()
    return word, word


def mangled(words: str, origin: str, pivot: str, chance: random.Random) -> tuple[str, str]:
    """Return a name part of several words, particles and articles left alone."""
    vias, out = [], []
    for piece in re.split(r"([ -])", words):
        if piece in (" ", "-") or fold(piece) in PARTICLES or len(piece) < 3 or "." in piece:
            vias.append(piece)
            out.append(piece)
            continue
        via, back = mangled_word(piece, origin, pivot, chance)
        vias.append(via)
        out.append(back)
    return "".join(vias), "".join(out)


def plain_form(name: str) -> str:
    """Return one form for the romanisations of the same letters that newsrooms use side by side."""
    form = fold(name).replace(" ", "")
    for written, same in _SAME:
        form = form.replace(written, same)
    form = re.sub(r"[yj]", "i", form)
    return _DOUBLED.sub(r"\1", form).replace("ie", "e")


def is_variant(subject: Subject, spelling: str, accepted: Sequence[str]) -> bool:
    """Whether a spelling is accepted, or only another romanisation of a name that is not in Latin letters at home."""
    if fold(spelling) in {fold(a) for a in accepted}:
        return True
    return subject.home in OTHER_SCRIPTS and plain_form(spelling) in {plain_form(a) for a in accepted}


class Generator:
    """Draws mentions for one list of people."""

    def __init__(self, index: NameIndex, lexicon: Lexicon) -> None:
        self.index = index
        self.lexicon = lexicon
        self.subjects = subjects(index)

    def rows(self) -> Iterator[Row]:
        for pivot in PIVOTS:
            for half in ("dev", "held-out"):
                if half == "dev" and pivot in HELD_OUT_PIVOTS:
                    continue
                for kind, count in PER_PIVOT.items():
                    yield from self._some(pivot, half, kind, count)

    def _some(self, pivot: str, half: str, kind: str, count: int) -> Iterator[Row]:
        order = sorted(self._candidates(kind, half), key=lambda s: chance_of(pivot, kind, s.id).random())
        # Public figures first, in two of three rows, wherever the lists have enough of them.
        officials = [s for s in order if s.group == "official"][: count // 3]
        order = officials + [s for s in order if s not in officials] if officials else order
        order.sort(key=lambda s: s.group == "official" and s not in officials)
        made = 0
        for subject in order:
            row = self._row(subject, pivot, half, kind)
            if row:
                yield row
                made += 1
            if made == count:
                return

    def _candidates(self, kind: str, half: str) -> list[Subject]:
        if kind == "unlisted":
            made_up = [Subject(f"- {g} {f}", f"{g} {f}", f, o, "us", "", "unlisted") for g, f, o in UNLISTED]
            return [s for s in made_up if half_of(s.id) == half]
        groups = ("public figure", "official") if kind.endswith("other") else ("leader",)
        return [s for s in self.subjects if s.group in groups and half_of(s.id) == half and (s.cue or kind != "office")]

    def _row(self, subject: Subject, pivot: str, half: str, kind: str) -> Row | None:
        chance = chance_of(pivot, kind, subject.id)
        family = subject.family
        if family not in subject.name:
            return None
        via, back = mangled(family, subject.origin, pivot, chance)
        person = self.index.people.get(subject.id)
        accepted = [subject.name, *(person.aliases if person else ())]
        families = [family, *(name.split()[-1] for name in accepted)]
        if is_variant(subject, back, families) or fold(back) == fold(family):
            return None
        given = subject.name.replace(family, "", 1).strip()
        known = self.lexicon.is_given_name(fold(given.split()[0])) if given else False
        if given and chance.random() > (GIVEN_KEPT if known else RARE_GIVEN_KEPT):
            given_via, new_given = mangled(given, subject.origin, pivot, chance)
            via = f"{given_via} {via}"
        else:
            new_given = given
        became = subject.name.replace(family, "\0", 1).replace(given, new_given, 1).replace("\0", back)
        if is_variant(subject, became, accepted):
            return None
        return self._placed(subject, pivot, half, kind, became, back, via, chance)

    def _placed(
        self,
        subject: Subject,
        pivot: str,
        half: str,
        kind: str,
        became: str,
        back: str,
        via: str,
        chance: random.Random,
    ) -> Row:
        true = {"name": subject.name, "family": subject.family, "cue": subject.cue}
        if kind == "office":
            frame = chance.choice(BESIDE_OFFICE if chance.random() < 0.2 else AFTER_OFFICE)
            damaged = {**true, "name": became}
        elif kind.startswith("full"):
            frame, damaged = chance.choice(WITHOUT_OFFICE), {**true, "name": became}
        else:
            frame, damaged = chance.choice(REPEATED), {**true, "family": back}
            became, via = back, via.rpartition(" ")[2]
        name = subject.family if kind.startswith("repeated") or kind == "unlisted" else subject.name
        shown = kind.removesuffix("_other")
        return Row(
            id=f"{pivot}-{kind}-{subject.id.replace(' ', '_')}",
            half=half,
            pivot=pivot,
            kind=shown,
            group=subject.group,
            person="" if kind == "unlisted" else subject.id,
            name=name,
            became=became,
            via=via,
            text=frame.format(**damaged),
            twin=frame.format(**true),
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    rows = list(Generator(NameIndex.load(), Lexicon.load()).rows())
    lines = (json.dumps(asdict(row), ensure_ascii=False) for row in rows)
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} mentions of {len({row.person or row.id for row in rows})} people through {len(PIVOTS)} pivots")


if __name__ == "__main__":
    main()
