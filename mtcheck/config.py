"""Settings: what they are, where they come from, and what is wrong with them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from mtcheck.finding import Severity
from mtcheck.toml import parse_toml

CONFIG_FILE = "mtcheck.toml"
OPERATING_POINTS = ("balanced", "strict")
SCOPES = ("article", "run", "both")
SKIPPED = "skipped"


class ConfigError(ValueError):
    """A setting that cannot be used; the message names where it stands, the key and what is allowed."""


@dataclass(frozen=True, slots=True)
class GatePolicy:
    """What a feed must keep to. A value of None, or an empty tuple, asks nothing.

    * `fail_under`: 0-100; a quality below it breaks the policy.
    * `fail_on`: severities (that one or worse), rule codes or prefixes, or `skipped`; any such finding breaks it.
    * `max_flagged`: 0-100; a larger percentage of flagged sentences breaks it.
    * `budgets`: a rule code or prefix -> how many findings of it an article may have; more break it.
    * `scope`: whether `fail_under`, `max_flagged` and `budgets` hold for each `article`, over the whole `run`, or `both`.

    Beside all that, an article whose verdict is `fail` breaks the policy unless the gate is told to let it pass.
    """

    fail_under: float | None = None
    fail_on: tuple[str, ...] = ()
    max_flagged: float | None = None
    budgets: Mapping[str, int] = field(default_factory=dict)
    scope: str = "article"

    def __post_init__(self) -> None:
        """Raise `ConfigError` for a value out of range."""
        _in_range("gate.fail-under", self.fail_under, 0.0, 100.0)
        _in_range("gate.max-flagged", self.max_flagged, 0.0, 100.0)
        _one_of("gate.scope", self.scope, SCOPES)


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that decides what is found and how it is judged.

    * `select`: rule codes or prefixes to run; empty runs all. `ignore` takes codes away again.
    * `severity`: a rule's code -> the severity its findings get instead of the rule's own.
    * `min_confidence`: 0-1; findings below it are left out.
    * `names`: user lists of names, which win over the names that ship; of several, the later ones win.
    * `encoder`: `packaged`, or the name or folder of a sentence-transformers model that is on this machine.
    * `baseline`: findings and verdicts that editors have let stand: they are left out.
    * `operating_point`: `balanced` fails at most 1 % of the articles that people wrote, `strict` at most 0.1 %.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    min_confidence: float = 0.0
    operating_point: str = "balanced"
    names: tuple[Path, ...] = ()
    encoder: str = "packaged"
    baseline: Path | None = None
    gate: GatePolicy = field(default_factory=GatePolicy)

    def __post_init__(self) -> None:
        """Raise `ConfigError` for a value out of range."""
        _in_range("min-confidence", self.min_confidence, 0.0, 1.0)
        _one_of("operating-point", self.operating_point, OPERATING_POINTS)


@dataclass(frozen=True, slots=True)
class Setting:
    """One effective value and where it comes from (`default`, a file, or `command line`)."""

    key: str
    value: object
    origin: str


@dataclass(frozen=True, slots=True)
class LoadedConfig:
    """A configuration with the origin of every key."""

    config: Config
    settings: tuple[Setting, ...]


def find_config_file(folder: Path) -> Path | None:
    """Return the nearest `mtcheck.toml`, or `pyproject.toml` with a `[tool.mtcheck]` table, from `folder` upwards.

    Raises `ConfigError` if a `pyproject.toml` on the way is not TOML.
    """
    for place in (folder, *folder.parents):
        own = place / CONFIG_FILE
        if own.is_file():
            return own
        shared = place / "pyproject.toml"
        if shared.is_file() and "mtcheck" in _parse(shared).get("tool", {}):
            return shared
    return None


def load_config(path: Path | None, overrides: Mapping[str, Any], *, folder: Path | None = None) -> LoadedConfig:
    """Merge defaults, a configuration file and command-line values; the later ones win.

    `path` names the file; without it the nearest one from `folder` (default: the working directory) is taken. `overrides`
    maps keys (`select`, `gate.fail-under`, ...) to values; None means not given. Raises `ConfigError`.
    """
    found = path or find_config_file(folder or Path.cwd())
    values, origins = _defaults(), dict.fromkeys(_defaults(), "default")
    for key, value in _flatten(_table(found)) if found else ():
        if key not in values:
            raise ConfigError(f"{found}: unknown setting {key!r}; known are {', '.join(sorted(values))}")
        values[key], origins[key] = _beside(found, key, value), str(found)
    for key, value in overrides.items():
        if value is not None:
            values[key], origins[key] = value, "command line"
    config = _build(values, origins)
    return LoadedConfig(config, tuple(Setting(key, values[key], origins[key]) for key in values))


def _beside(file: Path | None, key: str, value: Any) -> Any:
    """Return the value of a key with paths taken from the folder of the file that names them."""
    if key not in ("names", "baseline") or file is None:
        return value
    if key == "baseline":
        return str(file.parent / Path(value).expanduser()) if isinstance(value, str) else value
    paths = [value] if isinstance(value, str) else value
    if not isinstance(paths, list):
        return value
    return [str(file.parent / Path(path).expanduser()) if isinstance(path, str) else path for path in paths]


def _key(name: str) -> str:
    return name.replace("_", "-")


def _defaults() -> dict[str, Any]:
    base, gate = Config(), GatePolicy()
    values = {_key(f.name): getattr(base, f.name) for f in fields(Config) if f.name != "gate"}
    return values | {f"gate.{_key(f.name)}": getattr(gate, f.name) for f in fields(GatePolicy)}


def _parse(path: Path) -> dict[str, Any]:
    try:
        return parse_toml(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise ConfigError(f"{path}: not valid TOML ({error})") from error


def _table(path: Path) -> Mapping[str, Any]:
    parsed = _parse(path)
    table = parsed.get("tool", {}).get("mtcheck", {}) if path.name == "pyproject.toml" else parsed
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.mtcheck must be a table")
    return table


def _flatten(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if key == "gate" and isinstance(value, dict):
            yield from ((f"gate.{inner}", v) for inner, v in value.items())
        else:
            yield key, value


def _build(values: Mapping[str, Any], origins: Mapping[str, str]) -> Config:
    def take(key: str) -> tuple[str, Any]:
        return f"{origins[key]}: {key}", values[key]

    return Config(
        select=_codes(*take("select")),
        ignore=_codes(*take("ignore")),
        severity=_severities(*take("severity")),
        min_confidence=_number(*take("min-confidence")) or 0.0,
        operating_point=_string(*take("operating-point")),
        names=_files(*take("names")),
        encoder=_string(*take("encoder")),
        baseline=_file(*take("baseline")),
        gate=GatePolicy(
            fail_under=_number(*take("gate.fail-under")),
            fail_on=_targets(*take("gate.fail-on")),
            max_flagged=_number(*take("gate.max-flagged")),
            budgets=_budgets(*take("gate.budgets")),
            scope=_string(*take("gate.scope")),
        ),
    )


def _strings(where: str, value: Any) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, Sequence) or not all(isinstance(item, str) for item in items):
        raise ConfigError(f"{where} must be a list of strings")
    return tuple(part.strip() for item in items for part in item.split(",") if part.strip())


def _files(where: str, value: Any) -> tuple[Path, ...]:
    paths = [value] if isinstance(value, (str, Path)) else value
    if not isinstance(paths, Sequence) or not all(isinstance(path, (str, Path)) for path in paths):
        raise ConfigError(f"{where} must be a list of paths")
    for path in paths:
        if not Path(path).is_file():
            raise ConfigError(f"{where}: there is no file {path}")
    return tuple(map(Path, paths))


def _file(where: str, value: Any) -> Path | None:
    if value is not None and not isinstance(value, (str, Path)):
        raise ConfigError(f"{where} must be a path, not {value!r}")
    return None if value is None else Path(value)


def _codes(where: str, value: Any) -> tuple[str, ...]:
    from mtcheck.rules import ALL_RULES

    codes = _strings(where, value)
    for code in codes:
        if not any(rule.code.startswith(code) for rule in ALL_RULES):
            raise ConfigError(f"{where}: no rule begins with {code!r}")
    return codes


def _targets(where: str, value: Any) -> tuple[str, ...]:
    words = {s.value for s in Severity} | {SKIPPED}
    targets = _strings(where, value)
    _codes(where, [t for t in targets if t not in words])
    return targets


def _severities(where: str, value: Any) -> dict[str, Severity]:
    if not isinstance(value, Mapping):
        raise ConfigError(f"{where} must be a table of rule codes and severities")
    _codes(where, list(value))
    for severity in value.values():
        _one_of(where, severity, [s.value for s in Severity])
    return {code: Severity(severity) for code, severity in value.items()}


def _budgets(where: str, value: Any) -> dict[str, int]:
    if not isinstance(value, Mapping):
        raise ConfigError(f"{where} must be a table of rule codes and numbers")
    _codes(where, list(value))
    for most in value.values():
        if isinstance(most, bool) or not isinstance(most, int) or most < 0:
            raise ConfigError(f"{where} must be whole numbers from 0, not {most!r}")
    return dict(value)


def _number(where: str, value: Any) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ConfigError(f"{where} must be a number, not {value!r}")
    return float(value)


def _string(where: str, value: Any) -> str:
    if not isinstance(value, str):
        raise ConfigError(f"{where} must be a string, not {value!r}")
    return value


_T = TypeVar("_T")


def _one_of(where: str, value: _T, allowed: Sequence[_T]) -> None:
    if value not in allowed:
        raise ConfigError(f"{where} must be one of {', '.join(map(str, allowed))}, not {value!r}")


def _in_range(where: str, value: float | None, low: float, high: float) -> None:
    if value is not None and not low <= value <= high:
        raise ConfigError(f"{where} must be between {low:g} and {high:g}, not {value!r}")
