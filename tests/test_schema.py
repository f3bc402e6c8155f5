"""The JSON Schemas that ship with the package, against what is written and what is read."""

import json
from dataclasses import replace
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry, Resource

from mtcheck.report import Suppressed
from mtcheck.review.baseline import Released

from .formats.samples import clean, damaged, hostile, skipped, written

NAMES = ("article", "run", "input")


def schema(name):
    return json.loads((files("mtcheck") / "schema" / f"{name}.json").read_text(encoding="utf-8"))


def validator(name):
    resources = [Resource.from_contents(schema(n)) for n in NAMES]
    registry = Registry().with_resources((r.id(), r) for r in resources)
    return Draft202012Validator(schema(name), registry=registry)


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_a_schema(name):
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("report", [damaged(), clean(), skipped(), hostile("<b>\x00\ud800")])
def test_written_articles_are_valid(report):
    validator("article").validate(json.loads(written("jsonl", [report])))


def test_written_runs_are_valid():
    validator("run").validate(json.loads(written("json", [damaged(), skipped()])))
    validator("run").validate(json.loads(written("json", [])))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("verdict", "good"),
        ("verdict", "skipped"),
        ("quality", 101),
        ("quality", None),
        ("mt_probability", -0.1),
        ("published", "5 March"),
        ("skipped", "because"),
        ("pivot", {"language": "es"}),
        ("surprise", 1),
    ],
)
def test_a_report_that_breaks_the_contract_is_invalid(key, value):
    report = json.loads(written("jsonl", [damaged()])) | {key: value}
    with pytest.raises(ValidationError):
        validator("article").validate(report)


@pytest.mark.parametrize("key", ["schema", "text", "verdict", "sentences", "signature"])
def test_no_key_may_be_missing(key):
    report = json.loads(written("jsonl", [damaged()]))
    del report[key]
    with pytest.raises(ValidationError):
        validator("article").validate(report)


def test_input_needs_an_id_and_a_text_and_may_carry_more():
    validator("input").validate({"id": "1", "text": "Rain.", "published": "2024-03-05", "desk": "weather"})
    for row in ({"text": "Rain."}, {"id": "1"}, {"id": 1, "text": "Rain."}, {"id": "1", "text": None}, ["Rain."]):
        with pytest.raises(ValidationError):
            validator("input").validate(row)


def test_an_article_with_findings_left_out_is_valid():
    report = replace(
        damaged(),
        suppressed=tuple(Suppressed(f) for f in damaged().findings),
        released=Released("port.txt", "0" * 16, "ours"),
    )
    written_article = json.loads(written("jsonl", [report]))
    validator("article").validate(written_article)
    assert [s["by"] for s in written_article["suppressed"]] == ["inline"] * 3
    assert written_article["released"] == "ours"
