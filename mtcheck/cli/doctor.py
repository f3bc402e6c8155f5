"""`mtcheck doctor`: is this installation sound?"""

import platform
import re
from collections.abc import Callable

import typer

from mtcheck.cli.process import CANNOT

SAMPLE = "The French president, Angela Merkel, said that the the talks were far -reaching."
"""A sentence of our own with faults that a sound installation finds."""


def doctor() -> None:
    """Check that the parts of this installation are there and work together."""
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("python", platform.python_version),
        ("libraries", _libraries),
        ("reference names", _names),
        ("user lists", _user_lists),
        ("lexicon", _lexicon),
        ("encoder", _encoder),
        ("phrases", _phrases),
        ("rules", _rules),
        ("self-test", _self_test),
    )
    if not all(tuple(_passes(name, check) for name, check in checks)):
        raise typer.Exit(CANNOT)


def _passes(name: str, check: Callable[[], str]) -> bool:
    try:
        found, is_sound = check(), True
    except Exception as error:
        found, is_sound = f"{type(error).__name__}: {error}", False
    typer.echo(f"{'ok' if is_sound else 'BROKEN':7} {name:16} {found}")
    return is_sound


def _libraries() -> str:
    from importlib.metadata import requires, version

    core = [line for line in requires("mtcheck") or () if "extra ==" not in line and "python_version" not in line]
    names = [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in core]
    return ", ".join(f"{name} {version(name)}" for name in names)


def _names() -> str:
    from mtcheck.names.index import NameIndex

    index = NameIndex.load()
    return f"{len(index.people)} people, version {index.version}"


def _user_lists() -> str:
    from mtcheck.config import load_config
    from mtcheck.names.user_merging import load_merged

    lists = load_config(None, {}).config.names
    if not lists:
        return "none"
    merged = load_merged(lists)
    return f"{', '.join(map(str, lists))}: {len(merged.origins)} names, version {merged.data.version}"


def _lexicon() -> str:
    from mtcheck.lexicon import Lexicon

    return f"version {Lexicon.load().version}"


def _encoder() -> str:
    from mtcheck.config import load_config
    from mtcheck.models import load_encoder

    encoder = load_encoder(load_config(None, {}).config.encoder)
    promise, near_one, far_one = encoder.encode(["vague promise", "unclear promise", "goal kick"])
    near, far = float(promise @ near_one), float(promise @ far_one)
    if not near > far:
        raise RuntimeError(
            f"{encoder.version} finds a vague promise more like a goal kick than like an unclear promise"
        )
    return encoder.version


def _phrases() -> str:
    from mtcheck.phrases.bank import load_bank, load_senses
    from mtcheck.phrases.lemmas import Lemmas
    from mtcheck.phrases.rendering_table import RenderingTable
    from mtcheck.phrases.tables import phrase_data_version

    renderings = len(RenderingTable.load(Lemmas.load()))
    sizes = f"{len(load_bank())} phrases, {len(load_senses())} pivot senses, {renderings} literal renderings"
    return f"{sizes}, version {phrase_data_version()}"


def _rules() -> str:
    from mtcheck.rules import ALL_RULES

    return f"{len(ALL_RULES)} rules: {' '.join(rule.code for rule in ALL_RULES)}"


def _self_test() -> str:
    from mtcheck import check

    codes = sorted({f.rule for f in check(SAMPLE).findings})
    if not {"ROL001", "SPC001", "REP001"} <= set(codes):
        raise RuntimeError(f"expected ROL001, SPC001 and REP001 in the sample sentence, found {codes or 'nothing'}")
    return f"found {', '.join(codes)} in the sample sentence"
