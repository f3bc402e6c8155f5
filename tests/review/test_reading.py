"""JSON files of our own: an object of the right schema, or one line that says what is wrong."""

import pytest

from mtcheck.review.reading import read_json, rows, text


def test_an_object_of_the_schema_is_read(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('{"schema": "x/1", "rows": [{"name": "n"}]}', encoding="utf-8")
    [row] = rows(read_json(path, "x/1", 1000), "rows")
    assert (text(row, "name"), text(row, "absent"), rows(row, "absent")) == ("n", "", [])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[]", "its schema is not x/1"),
        ('{"schema": "x/2"}', "its schema is not x/1"),
        ("{", "Expecting property name"),
        ("[" * 100_000, "nested too deeply"),
        (" " * 100_001, "larger than"),
    ],
)
def test_anything_else_is_refused(tmp_path, content, said):
    path = tmp_path / "a.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        read_json(path, "x/1", 100_000)


def test_values_of_other_kinds_are_refused():
    with pytest.raises(ValueError, match="rows is not a list"):
        rows({"rows": [1]}, "rows")
    with pytest.raises(ValueError, match="name is not a string"):
        text({"name": 1}, "name")
