"""Settings: merged in order, checked, and traced to where they come from."""

import pytest

from mtcheck.config import Config, ConfigError, GatePolicy, find_config_file, load_config
from mtcheck.finding import Severity


def write(folder, text, name="mtcheck.toml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults_come_without_a_file(tmp_path):
    loaded = load_config(None, {}, folder=tmp_path)
    assert loaded.config == Config()
    assert {s.origin for s in loaded.settings} == {"default"}


def test_a_file_wins_over_defaults_and_the_command_line_over_the_file(tmp_path):
    path = write(
        tmp_path,
        'select = ["NAM", "ROL001"]\nmin-confidence = 0.5\n[severity]\nSPC001 = "minor"\n[gate]\nfail-under = 80\n',
    )
    loaded = load_config(path, {"min-confidence": 0.7, "ignore": None})
    assert loaded.config.select == ("NAM", "ROL001")
    assert loaded.config.min_confidence == 0.7
    assert loaded.config.severity == {"SPC001": Severity.MINOR}
    assert loaded.config.gate == GatePolicy(fail_under=80.0)
    origins = {s.key: s.origin for s in loaded.settings}
    assert origins["select"] == str(path)
    assert origins["min-confidence"] == "command line"
    assert origins["ignore"] == "default"


def test_codes_may_be_given_comma_separated(tmp_path):
    assert load_config(None, {"select": ["NAM001,ROL", "SPC"]}, folder=tmp_path).config.select == (
        "NAM001",
        "ROL",
        "SPC",
    )


def test_the_nearest_file_counts_and_a_pyproject_without_our_table_is_passed_over(tmp_path):
    own = write(tmp_path, "[tool.mtcheck]\nignore = ['RES']\n", "pyproject.toml")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    write(inner, "[tool.other]\nx = 1\n", "pyproject.toml")
    assert find_config_file(inner) == own
    assert load_config(None, {}, folder=inner).config.ignore == ("RES",)
    nearer = write(inner, "")
    assert find_config_file(inner) == nearer


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("selekt = ['NAM']", "unknown setting 'selekt'"),
        ("gate.fail-below = 3", "unknown setting 'gate.fail-below'"),
        ("select = ['XYZ']", "no rule begins with 'XYZ'"),
        ("select = 3", "must be a list of strings"),
        ("min-confidence = 2", "between 0 and 1"),
        ("min-confidence = true", "must be a number"),
        ("operating-point = 'lax'", "balanced, strict"),
        ("severity = {NAM001 = 'fatal'}", "minor, major, critical"),
        ("gate.fail-under = 101", "between 0 and 100"),
        ("gate.scope = 'planet'", "article, run, both"),
        ("gate.fail-on = ['awful']", "no rule begins with 'awful'"),
        ("select = [", "not valid TOML"),
        ("names = 3", "must be a list of paths"),
        ("names = [3]", "must be a list of paths"),
        ("names = ['no.tsv']", "there is no file"),
        ("names = ['.']", "there is no file"),
    ],
)
def test_what_is_wrong_is_said_with_the_file(tmp_path, text, complaint):
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        load_config(path, {})
    assert complaint in str(error.value)


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path / "no.toml", {})


def test_lists_of_names_are_found_beside_the_file_that_names_them(tmp_path):
    desk = write(tmp_path, "name\n", "desk, two.tsv")
    path = write(tmp_path, 'names = "desk, two.tsv"\n')
    loaded = load_config(path, {})
    assert loaded.config.names == (desk,)
    assert {s.key: s.value for s in loaded.settings}["names"] == [str(desk)]
    absolute = write(tmp_path, f"names = ['{desk}']\n", "other.toml")
    assert load_config(absolute, {}).config.names == (desk,)
    other = write(tmp_path, "name\n", "other.tsv")
    assert load_config(path, {"names": [other]}).config.names == (other,)
