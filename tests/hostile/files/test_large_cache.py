"""A compiled file that is too large to be read whole at every start, and was damaged.

The limit is set to nothing here, so that a small file counts as a large one.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scale_explorer.data.opening import open_store, seek, was_damage
from scale_explorer.data.store import connections, seal
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.errors import DamagedError
from scale_explorer.models.kinds import Kind

from ...faults.subject import altered
from ...terminal import Terminal

PAGE = 4096
SMALL_COUNTS_AS_LARGE = """
    from scale_explorer.data.store import connections
    connections.CHECKED_BYTES = 0
"""


def zeros(_: int) -> bytes:
    return bytes(PAGE)


def noise(number: int) -> bytes:
    return random.Random(number).randbytes(PAGE)  # noqa: S311 - any bytes will do


def half_a_text(_: int) -> bytes:
    return (b'{"id": "' * PAGE)[:PAGE]


def another_page(number: int) -> bytes:
    """Begin as a page of a table does."""
    return b"\x0d\x00\x00\x00\x08\x01\x00" + noise(number)[7:]


HARMS = [zeros, noise, half_a_text, another_page]


@pytest.fixture(scope="module", autouse=True)
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CACHE", "DATA", "STATE", "CONFIG"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name))
        patch.setattr(connections, "CHECKED_BYTES", 0)
        yield


@pytest.fixture(scope="module")
def compiled() -> tuple[Path, bytes]:
    """Return where the bundled story is compiled to, and all that is then in it."""
    with closing(open_store(None)):
        path = seek(None).path
    return path, path.read_bytes()


def unseen(content: bytes) -> list[int]:
    """Return the pages that are not in the sample."""
    seen: set[int] = set()
    for start, length in seal._sampled(len(content)):
        seen |= set(range(start // PAGE, -(-(start + length) // PAGE)))
    return [page for page in range(len(content) // PAGE) if page not in seen]


def harm(path: Path, content: bytes, pages: list[int], how: Callable[[int], bytes]) -> None:
    harmed = bytearray(content)
    for page in pages:
        harmed[page * PAGE : (page + 1) * PAGE] = how(page)
    path.write_bytes(harmed)


def all_that_is_asked(store: SQLiteStore) -> None:
    for kind in Kind:
        for row in store.records(kind, limit=500):
            store.portrait(row.id)
            store.document(row.id)
            store.why(row.id)
    store.search("scale")
    store.summary()


@given(place=st.floats(0, 1), more=st.floats(0, 1), how=st.sampled_from(HARMS))
@settings(max_examples=40)
def test_a_hole_of_a_64th_is_seen_at_the_start(
    place: float, more: float, how: Callable[[int], bytes], compiled: tuple[Path, bytes]
) -> None:
    path, content = compiled
    pages = len(content) // PAGE
    length = pages // seal.SAMPLES + 1 + int(more * pages / 4)
    first = int(place * (pages - length))
    harm(path, content, list(range(first, first + length)), how)
    assert seek(None).ready() is None
    path.write_bytes(content)
    store = seek(None).ready()
    assert store is not None
    store.close()


@pytest.mark.parametrize("how", HARMS)
@pytest.mark.parametrize("part", range(4))
def test_what_is_not_seen_at_the_start_is_never_a_fault_of_the_program(
    part: int, how: Callable[[int], bytes], compiled: tuple[Path, bytes]
) -> None:
    path, content = compiled
    pages = unseen(content)
    assert len(pages) > 100
    for page in pages[part::40]:
        harm(path, content, [page], how)
        with suppress(DamagedError), open_store(None) as store:
            all_that_is_asked(store)
    harm(path, content, pages, how)
    with suppress(DamagedError), open_store(None) as store:
        all_that_is_asked(store)
    with open_store(None) as store:
        all_that_is_asked(store)
    assert seal.is_sealed(path)


def test_an_error_that_has_nothing_to_do_with_it_stays_as_it_is(
    compiled: tuple[Path, bytes],
) -> None:
    path, content = compiled
    path.write_bytes(content)
    with pytest.raises(KeyError), open_store(None):
        raise KeyError("x")
    assert path.exists()
    assert not was_damage(KeyError("x"), ())


def test_a_verb_says_so_and_works_the_next_time(
    compiled: tuple[Path, bytes], own: Mapping[str, str]
) -> None:
    told = _damaged_for(own, compiled)
    program = list(altered(SMALL_COUNTS_AS_LARGE).command)
    program[-1] = program[-1].replace(
        "['scale-explorer']", "['', 'list', 'figures', '--format', 'jsonl']"
    )
    with Terminal(program, environment=own) as terminal:
        assert terminal.wait_for_exit() == 3
        assert b"is damaged or gone" in terminal.output
        assert b"Traceback" not in terminal.output
    assert not told.exists()
    with Terminal(program, environment=own) as terminal:
        assert terminal.wait_for_exit() == 0


def test_the_app_begins_anew(compiled: tuple[Path, bytes], own: Mapping[str, str]) -> None:
    told = _damaged_for(own, compiled)
    with Terminal(
        list(altered(SMALL_COUNTS_AS_LARGE).command), size=(120, 40), environment=own
    ) as terminal:
        terminal.wait_for("3 Evidence", "Meta buys a 49 % stake", timeout=60)
        assert seal.is_sealed(told)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert b"compiled anew" in terminal.output
        assert terminal.modes_left_on() == set()
        assert terminal.modes_now() == terminal.modes_before


@pytest.fixture
def own(environment: Mapping[str, str], tmp_path: Path) -> Mapping[str, str]:
    return {**environment, "XDG_CACHE_HOME": str(tmp_path / "CACHE")}


def _page(content: bytes, number: int) -> bytes:
    return content[number * PAGE : (number + 1) * PAGE]


def _damaged_for(environment: Mapping[str, str], compiled: tuple[Path, bytes]) -> Path:
    """Put the compiled story, damaged, where a program with these folders looks for it."""
    path, content = compiled
    there = Path(environment["XDG_CACHE_HOME"]) / "scale-explorer" / path.name
    there.parent.mkdir(parents=True)
    pages = [page for page in unseen(content) if b"google-spend-2024" in _page(content, page)]
    harm(there, content, pages, half_a_text)
    return there
