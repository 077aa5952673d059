"""Any bytes give a data set or clear findings within two seconds: read, checked and compiled."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.sets import resolve
from scale_explorer.data.store.build import contents_of
from scale_explorer.data.store.compile import compile_set
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.errors import DataError
from scale_explorer.models.text import clean

BUDGET = 2.0
"""Seconds of processor time."""

pytestmark = pytest.mark.alone
_SLOWLY = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow], database=None
)
_HEAD = b'[dataset]\nid = "x"\ntitle = "X"\n'
_CSV_HEADS = (
    b"type,name,id\n",
    b"type,subject,object,quote,source\n",
    b"subject,measure,value,period,quote\n",
    b"",
)
_CSV_NAMES = ("entities.csv", "relationships.csv", "figures.csv")

_WORDS = st.sampled_from([
    "[[company]]", "[[deal]]", "[[figure]]", "[[relationship]]", "[[reason]]", "[[source]]",
    "[[known]]", "[[expect]]", "[company.identifiers]", "[dataset]", "id", "name", "title", "lead",
    "subject", "object", "value", "unit", "formula", "period", "history", "evidence", "text", "=",
    ",", "[", "]", "{", "}", '"a"', '"b"', '"a.owns.b"', '"about $150 million"', '"{a} * {b}"',
    '"owns"', '"2025~"', '"../../etc/passwd"', '"x.txt"', "1e999", "nan", "-0", "true",
    "2025-01-01", "'''", '"""', '"\\u0000"', '"\\u202e"', "# x", "\n", "\n",
    "\n", " ", ".", "0x" + "f" * 60,
])  # fmt: skip
_TOML_SHAPED = st.lists(_WORDS, max_size=60).map(" ".join).map(str.encode)
_CSV_SHAPED = st.lists(
    st.sampled_from(
        [",", "\n", '"', '""', "a", "company", "owns", "$5", ";", "\t", "\r\n", "é", "="]
    ),
    max_size=60,
).map("".join)


def outcome(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files, and read, check and compile them; what is wrong must be told, and in time."""
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    begun = time.process_time()
    try:
        contents = contents_of(gather(folder))
        compile_set(contents, folder / "made.sqlite")
    except DataError as error:
        told = str(error)
    else:
        store = SQLiteStore(folder / "made.sqlite")
        assert store.is_sound()
        for finding in store.findings():
            assert finding.message == clean(finding.message)
        store.close()
        told = "all of it"
    assert told == clean(told, multiline=True) != ""
    assert time.process_time() - begun < BUDGET


def within(files: Mapping[str, bytes]) -> None:
    """Do that in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        outcome(files, Path(folder))


@pytest.fixture(autouse=True, scope="module")
def _loaded() -> None:
    """Load all that is loaded once, which is not what is measured."""
    within({"x.toml": _HEAD})


@_SLOWLY
@given(st.binary(max_size=4_000), st.booleans())
def test_any_bytes(content: bytes, headed: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    within({"x.toml": _HEAD * headed + content})


@_SLOWLY
@given(_TOML_SHAPED)
def test_anything_like_toml(content: bytes) -> None:
    within({"x.toml": _HEAD + content})


@_SLOWLY
@given(
    st.sampled_from(_CSV_NAMES),
    st.sampled_from(_CSV_HEADS),
    st.binary(max_size=2_000) | _CSV_SHAPED.map(str.encode),
)
def test_anything_like_csv(name: str, head: bytes, content: bytes) -> None:
    within({"x.toml": _HEAD, name: head + content})


@_SLOWLY
@given(st.binary(max_size=2_000) | st.sampled_from([b"{" * 99_999, b'{"version": 2}', b"null"]))
def test_any_bytes_as_the_lock(content: bytes) -> None:
    within({"x.toml": _HEAD, "lock.json": content})


_TUTORIAL = resolve("tutorial")
_NAMES = sorted(str(path.relative_to(_TUTORIAL)) for path in _TUTORIAL.rglob("*") if path.is_file())
_CHANGES = st.tuples(
    st.sampled_from(_NAMES),
    st.floats(0, 1),
    st.integers(0, 400),
    st.binary(max_size=40) | _TOML_SHAPED,
)


@_SLOWLY
@given(st.lists(_CHANGES, min_size=1, max_size=4))
def test_any_change_of_the_tutorial(changes: list[tuple[str, float, int, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(_TUTORIAL, Path(folder) / "set"))
        files = {name: (copy / name).read_bytes() for name in _NAMES}
        for name, where, length, put in changes:
            content = files[name]
            start = int(where * len(content))
            files[name] = content[:start] + put + content[start + length :]
        outcome(files, copy)
