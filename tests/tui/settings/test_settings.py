from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.tui.keymap import DEFAULT, PLAIN
from scale_explorer.tui.settings.reading import (
    LARGEST,
    read_settings,
    settings_file,
    summary,
)  # fmt: skip
from scale_explorer.tui.settings.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def complaints(file: Path, text: str) -> list[str]:
    """Return what is told of a file, without the folder."""
    file.write_text(text, encoding="utf-8")
    return [str(one).removeprefix(f"{file.parent}/") for one in read_settings(file)[1]]


def test_without_a_file_everything_is_as_usual(file: Path) -> None:
    assert read_settings(file) == (Settings(None, None, None, DEFAULT), ())


def test_the_file_lies_in_the_folder_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/somewhere")
    assert settings_file() == Path("/somewhere/scale-explorer/config.toml")


def test_every_setting_is_read(file: Path) -> None:
    file.write_text(
        'theme = "light"\nascii = false\nmouse = true\npreset = "plain"\n'
        '[keys]\n"app.why" = ["w", "ctrl+w"]\n"app.suspend" = "disabled"\n"app.last" = []\n'
        'panes.down = "j"\n'
    )
    settings, told = read_settings(file)
    assert told == ()
    assert (settings.theme, settings.ascii, settings.mouse) == ("light", False, True)
    assert settings.keymap == PLAIN.with_keys({
        "app.why": ("w", "ctrl+w"), "app.suspend": (), "app.last": (), "panes.down": ("j",),
    })  # fmt: skip


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('theme = "lihgt"', "'lihgt'; did you mean light?"),
        ('theme = "mauve"', "theme: takes dark, light, contrast or ansi, not 'mauve'"),
        ("theme = 3", "not a number"),
        ("theme = 1979-05-27", "not a date or time"),
        ("ascii = 'yes'", "ascii: takes true or false, not 'yes'"),
        ("mouse = 1e9999999", "mouse: takes true or false, not a number"),
        ("mouse = [true]", "not a list"),
        ("preset = 'emacs'", "preset: takes vim or plain, not 'emacs'"),
        ("preset = true", "not true"),
        ("keys = 3", "keys: is a table of actions and keys, not a number"),
        ("thme = 'dark'", "thme: there is no such setting; did you mean theme?"),
        ("[kyes]", "kyes: there is no such setting; did you mean keys?"),
        ("keys.app.wy = 'w'", "app.wy: there is no such action; did you mean app.why"),
        ("keys.app.why = 3", 'app.why: takes a key such as "w", a list of keys, or "disabled"'),
        ("keys.app.why = ['w', 3]", "app.why: takes a key"),
        ("keys.app.why = 'ctrl+i'", "app.why: ctrl+i cannot be used: terminals send Tab for it"),
        ("keys.app.why = {a = 'b'}", "app.why: takes a key"),
        ("'\x7f' = 1", "nothing in this file is followed"),
        ("theme = dark", "Invalid value"),
        ("=", "Invalid statement"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_rest_holds(
    file: Path, line: str, told: str
) -> None:
    (complaint,) = complaints(file, f"\n{line}\n")
    assert complaint.startswith("config.toml:2: error: ")
    assert told in complaint
    assert read_settings(file)[0] == Settings()


def test_one_wrong_setting_does_not_hide_the_others(file: Path) -> None:
    told = complaints(file, 'ascii = 3\ntheme = "contrast"\n[keys]\n"a" = 1\n"app.why" = "Z"\n')
    assert [line.partition(" error")[0] for line in told] == ["config.toml:1:", "config.toml:4:"]
    settings, _ = read_settings(file)
    assert settings == Settings("contrast", keymap=DEFAULT.with_keys({"app.why": ("Z",)}))


def test_complaints_stand_in_the_order_of_their_lines(file: Path) -> None:
    told = complaints(file, 'keys."app.wy" = "v"\nkeys."app.copy" = "ctrl+h"\nascii = 2\nx = 1\n')
    assert [line.split(":")[1] for line in told] == ["1", "2", "3", "4"]


def test_an_action_set_twice_is_told_where_it_stands_first(file: Path) -> None:
    (told,) = complaints(file, '[keys]\n"app.why" = "Z"\napp.why = "w"\n')
    assert told == "config.toml:2: error: app.why: stands here twice; the first one holds"


def test_a_warning_is_one(file: Path) -> None:
    (told,) = complaints(file, '[keys]\n"app.why" = ["w", "ctrl+b"]\n')
    assert told.startswith("config.toml:2: warning: app.why: Ctrl+b: tmux keeps it")


def test_no_key_of_the_file_reaches_the_terminal_as_it_is(file: Path) -> None:
    (told,) = complaints(file, '"\\u001b[2J\\u202e" = 1\n')
    assert told.isprintable()
    assert "␛[2J" in told


def test_many_complaints_end_with_how_many_more(file: Path) -> None:
    told = complaints(file, "[keys]\n" + "\n".join(f'"x{n}" = "q"' for n in range(5_000)))
    assert len(told) == 101
    assert told[-1] == "config.toml: error: and 401 more like these"


HUGE = b"#" * (LARGEST + 1)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"theme\x00", "not a text file"),
        (b"\xff\xfet\x00", "UTF-16, not UTF-8"),
        (b"theme = '\xff'", "not UTF-8"),
        (b"\n\n[keys", "3: error: Expected ']'"),
        (HUGE, "larger than 256 kB"),
        (b"x = " + b"[" * 100_000, "stand in one another"),
        (b"x = " + b"{a=" * 50_000, "stand in one another"),
        (b".".join([b"a"] * 50_000) + b" = 1", "more than 8 parts"),
        (b"ascii = 0x" + b"f" * 100_000, "not a number"),
    ],
    ids=["zero", "wide", "latin", "unclosed", "huge", "lists", "tables", "dots", "digits"],
)
def test_a_damaged_file_is_told_and_survived(file: Path, content: bytes, told: str) -> None:
    file.write_bytes(content)
    settings, (complaint,) = read_settings(file)
    assert settings == Settings()
    assert told in str(complaint)


def test_what_is_no_file_is_told_and_survived(file: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    file.write_text("")
    for path in (tmp_path / "folder", tmp_path / "pipe", tmp_path / "loop", file / "below"):
        settings, (complaint,) = read_settings(path)
        assert settings == Settings()
        assert str(complaint).startswith(f"{path}: error: ")


@given(st.binary(max_size=300))
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    assert_survived(tmp_path_factory.getbasetemp() / "bytes.toml", content)


WORDS = st.sampled_from([
    "theme", "ascii", "mouse", "preset", "keys", "[keys]", '"app.why"', "app.why", "'panes.down'",
    "app", "=", ".", "[", "]", "{", "}", ",", "\n", "\n", '"w"', '"q"', '"g g"', "'disabled'", '"',
    "'''", "true", "1", "1e9", "#", '"light"', '"vim"', "\\u0000", "\x1b", "é",
])  # fmt: skip


@given(st.lists(WORDS, max_size=40))
def test_no_toml_raises(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    content = " ".join(words).encode()
    assert_survived(tmp_path_factory.getbasetemp() / "words.toml", content)


VALUES = st.recursive(
    st.sampled_from(["true", "-1", "'w'", "'light'", "'disabled'", "'ctrl+i'", "'q'", "0x9", "''"]),
    lambda inner: st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    max_leaves=4,
)
NAMES = st.sampled_from([
    "theme", "ascii", "mouse", "preset", "keys", "keys.app.why", 'keys."app.quit"',
    "keys.panes.down", "keys.app", "'keys'.'app.wy'", "keys.app.set-mark",
])  # fmt: skip


@given(st.dictionaries(NAMES, VALUES, max_size=5))
def test_no_setting_raises(tmp_path_factory: pytest.TempPathFactory, lines: dict[str, str]) -> None:
    text = "".join(f"{name} = {value}\n" for name, value in lines.items())
    assert_survived(tmp_path_factory.getbasetemp() / "settings.toml", text.encode())


def assert_survived(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    settings, told = read_settings(file)
    lines = content.count(b"\n") + 1
    for complaint in told:
        assert complaint.place.path == str(file)
        assert complaint.place.line is None or 1 <= complaint.place.line <= lines
        assert complaint.message.isprintable()
    assert settings.keymap.keys_of("app.quit")


KEYS = "scale-explorer keys"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""),
        ("ascii = 3", "config.toml:1: ascii: takes true or false, not a number"),
        (
            "ascii = 3\nmouse = 3",
            "Some settings cannot be followed; scale-explorer keys tells which",
        ),
        ("keys.app.why = ['w', 'ctrl+a']", ""),
    ],
)
def test_a_summary_fits_a_line(file: Path, text: str, said: str) -> None:
    file.write_text(text)
    assert summary(read_settings(file)[1]) == said
