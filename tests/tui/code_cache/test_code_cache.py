"""Modules come from one file while their sources are as they were, and from Python otherwise."""

from __future__ import annotations

import importlib
import marshal
import os
import re
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from scale_explorer.tui.code_cache.patterns import Patterns
from scale_explorer.tui.code_cache.reading import LENGTH, MARK, CodeCache
from scale_explorer.tui.code_cache.writing import renew

NAMES = ("made_up", "made_up.part")
PART = '''"""A part."""
import re
WORD = re.compile(r"(?P<first>[a-z]+)-(\\d+)", re.IGNORECASE)
def fail():
    raise ValueError("here")
'''


@pytest.fixture(autouse=True)
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package on the search path, of which nothing is left loaded."""
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    compiler = importlib.import_module("re._compiler")
    monkeypatch.setattr(compiler, "compile", compiler.compile)
    folder = tmp_path / "sources"
    (folder / "made_up").mkdir(parents=True)
    (folder / "made_up" / "__init__.py").write_text('"""Made up."""\n', encoding="utf-8")
    (folder / "made_up" / "part.py").write_text(PART, encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(folder), *sys.path])
    forget()
    yield folder
    forget()


def forget() -> None:
    for name in NAMES:
        sys.modules.pop(name, None)
    re.purge()
    importlib.invalidate_caches()


@pytest.fixture
def file(tmp_path: Path, sources: Path) -> Path:
    """A file of code, as a process wrote it that loaded the package."""
    assert sources.is_dir()
    path = tmp_path / "app.code"
    cache = CodeCache(str(path))
    cache.install()
    importlib.import_module("made_up.part")
    assert {*NAMES} <= {*cache.lacking}
    renew(cache, cache.lacking)
    forget()
    sys.meta_path.remove(cache)
    return path


def loaded(cache: CodeCache, *, alone: bool = False) -> ModuleType:
    """Load the module with the file before Python's own finders, or without them."""
    if alone:
        sys.meta_path[:] = []
    cache.install()
    return importlib.import_module("made_up.part")


def test_modules_come_from_the_file_alone(file: Path, sources: Path) -> None:
    cache = CodeCache(str(file))
    part = loaded(cache, alone=True)
    package = sys.modules["made_up"]
    assert (part.__doc__, package.__doc__) == ("A part.", "Made up.")
    assert part.__file__ == str(sources / "made_up" / "part.py")
    assert package.__path__ == [str(sources / "made_up")]
    assert part.__spec__ is not None
    assert (part.__spec__.cached or "").endswith(".pyc")
    assert not cache.lacking
    assert not cache.patterns.missed


def test_faults_in_them_show_their_lines(file: Path) -> None:
    part = loaded(CodeCache(str(file)), alone=True)
    with pytest.raises(ValueError, match="here") as failure:
        part.fail()
    assert 'raise ValueError("here")' in "".join(traceback.format_exception(failure.value))


@pytest.mark.parametrize("alone", [False, True])
def test_a_changed_source_is_read_anew(file: Path, sources: Path, *, alone: bool) -> None:
    (sources / "made_up" / "part.py").write_text(PART + "NEW = 1\n", encoding="utf-8")
    cache = CodeCache(str(file))
    if alone:
        with pytest.raises(ModuleNotFoundError):
            loaded(cache, alone=True)
        return
    assert loaded(cache).NEW == 1
    assert [*cache.lacking] == ["made_up.part"]
    renew(cache, cache.lacking)
    forget()
    sys.meta_path.remove(cache)
    assert loaded(CodeCache(str(file)), alone=True).NEW == 1


def test_a_source_that_only_has_another_time_is_another(file: Path, sources: Path) -> None:
    part = sources / "made_up" / "part.py"
    known = part.stat()
    os.utime(part, ns=(known.st_atime_ns, known.st_mtime_ns + 1))
    with pytest.raises(ModuleNotFoundError):
        loaded(CodeCache(str(file)), alone=True)


def test_a_source_that_is_gone_is_gone(file: Path, sources: Path) -> None:
    (sources / "made_up" / "part.py").unlink()
    with pytest.raises(ModuleNotFoundError):
        loaded(CodeCache(str(file)))


def test_another_search_path_makes_it_void(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(file.parent), *sys.path])
    assert not CodeCache(str(file)).entries


def test_what_is_put_into_the_search_path_makes_it_void(file: Path, sources: Path) -> None:
    (sources / "made_up.py").write_text("", encoding="utf-8")
    assert not CodeCache(str(file)).entries


def test_another_python_makes_it_void(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version", "of tomorrow")
    assert not CodeCache(str(file)).entries


@pytest.mark.parametrize("share", [0.0, 0.001, 0.01, 0.5, 0.999])
def test_half_a_file_is_none(file: Path, share: float) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])
    assert not CodeCache(str(file)).entries
    assert loaded(CodeCache(str(file))).WORD


@pytest.mark.parametrize("at", [0, len(MARK), len(MARK) + LENGTH, len(MARK) + 2 * LENGTH])
def test_a_damaged_head_is_none(file: Path, at: int) -> None:
    content = bytearray(file.read_bytes())
    content[at : at + LENGTH] = b"\xff" * LENGTH
    file.write_bytes(content)
    assert not CodeCache(str(file)).entries


def test_a_folder_in_its_place_is_none(tmp_path: Path) -> None:
    assert not CodeCache(str(tmp_path)).entries


def test_code_that_is_lost_while_it_is_open_comes_from_the_source(file: Path) -> None:
    cache = CodeCache(str(file))
    os.truncate(file, file.stat().st_size - 1)
    assert loaded(cache).WORD.fullmatch("ab-1")


def test_a_place_that_cannot_be_written_is_no_fault(file: Path) -> None:
    cache = CodeCache(str(file / "below" / "app.code"))
    part = loaded(cache)
    renew(cache, cache.lacking)
    assert part.WORD


def test_a_file_cut_short_meanwhile_is_no_fault(file: Path) -> None:
    cache = CodeCache(str(file))
    os.truncate(file, file.stat().st_size - 1)
    renew(cache, {})
    assert not CodeCache(str(file)).entries


EXPRESSIONS = [
    ("", 0), (r"a|b|ab*?", 0), (r"(?i:ä)\b", 0), (r"^\s*(?P<x>\w+)(?P=x)$", re.MULTILINE),
    (rb"[\x00-\x1f]+", 0), (r"[^\W\d_]{2,5}?(?=x)(?<!y)", re.ASCII | re.IGNORECASE),
    (r"[\u0400-\u04ff\U0001f600-\U0001f64f]", 0), (r"(?>a+)b", 0), (r"(a)?(?(1)b|c)", re.DOTALL),
]  # fmt: skip
TEXTS = ["", "ab abb b", "Ää xx\nxx", "\x01\x02", "привет 😀", "aab", "ab", "c"]


def found(pattern: re.Pattern[str] | re.Pattern[bytes]) -> list[object]:
    texts = TEXTS if isinstance(pattern.pattern, str) else [each.encode() for each in TEXTS]
    return [[each.span() for each in pattern.finditer(text)] for text in texts]  # type: ignore[arg-type]


@pytest.mark.parametrize(("expression", "flags"), EXPRESSIONS)
def test_a_kept_expression_is_the_same(expression: str | bytes, flags: int) -> None:
    first = Patterns()
    first.missed.append((expression, int(flags)))
    again = Patterns()
    again.known = marshal.loads(marshal.dumps(first.learned()))  # noqa: S302 - our own
    plain = re.compile(expression, flags)
    again.install()
    re.purge()
    kept = re.compile(expression, flags)
    assert not again.missed
    assert (kept.pattern, kept.flags, kept.groups) == (plain.pattern, plain.flags, plain.groups)
    assert dict(kept.groupindex) == dict(plain.groupindex)
    assert found(kept) == found(plain)


def test_a_known_expression_needs_no_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    first = Patterns()
    first.missed.append(("a+b", 0))
    again = Patterns()
    again.known = first.learned()
    monkeypatch.setattr(again, "_compile", None)
    again.install()
    re.purge()
    assert re.compile("a+b").fullmatch("aab")


def test_what_is_compiled_outside_of_loading_is_never_kept(file: Path) -> None:
    cache = CodeCache(str(file))
    cache.install()
    re.compile("typed by somebody")
    assert not cache.patterns.missed


def test_the_wrong_expression_fails_as_ever() -> None:
    patterns = Patterns()
    patterns.install()
    re.purge()
    with pytest.raises(re.error):
        re.compile("(")
    assert not patterns.missed
