"""Pages from their bytes: what is a page, in which encoding, and what one made to harm does."""

from __future__ import annotations

import subprocess
import sys

import pytest

from scale_explorer.data.articles import apart
from scale_explorer.models.errors import DataError

from .conftest import Read

PAGE = "<!DOCTYPE html><html><head><meta charset='{}'><title>Café</title><p>“Café” €5"


@pytest.mark.parametrize(
    "start",
    ["<!doctype html>", "<HTML>", "\n <html lang=en>", "<!-- saved --><html>",
     "<?xml version='1.0'?>\n<!DOCTYPE html>"],
)  # fmt: skip
def test_a_page_is_known_by_how_it_begins(start: str, read: Read) -> None:
    assert read(f"{start}<p>One<p>Two").text == "One\n\nTwo\n"


def test_a_page_is_known_by_its_name(read: Read) -> None:
    assert read("<p>One<p>Two", ".HTM").text == "One\n\nTwo\n"
    assert read("<p>One<p>Two", ".txt").text == "<p>One<p>Two\n"


@pytest.mark.parametrize(
    ("codec", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "iso-8859-1"),
        ("cp1252", "windows-1252"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "us-ascii"),
        ("utf-8-sig", "windows-1252"),
        ("utf-16", "utf-8"),
    ],
)
def test_a_page_is_read_in_its_encoding(codec: str, said: str, read: Read) -> None:
    article = read(PAGE.format(said).encode(codec), ".html")
    assert (article.title, article.text) == ("Café", "“Café” €5\n")


@pytest.mark.parametrize("said", ["rot13", "idna", "zip", "utf-7", "none", ""])
def test_an_encoding_that_is_none_is_told(said: str, read: Read) -> None:
    with pytest.raises(DataError, match="is not UTF-8"):
        read(PAGE.format(said).encode("cp1252"), ".html")


def test_a_page_that_names_no_encoding_is_told(read: Read) -> None:
    with pytest.raises(DataError, match="iconv"):
        read("<html><p>Café".encode("cp1252"))


def test_a_byte_that_an_encoding_lacks_is_shown(read: Read) -> None:
    assert read(b"<html><meta charset=koi8-r><p>\xf0\xcf").text == "По\n"
    assert "�" in read(b"<html><meta charset=cp1252><p>a\x81b").text


@pytest.mark.parametrize("page", ["", "<html>", "<!doctype html><script>x</script>", "<frameset>"])
def test_a_page_without_words_is_told(page: str, read: Read) -> None:
    with pytest.raises(DataError, match="holds no words"):
        read(page, ".html")


def test_a_page_as_deep_as_none_is_ends_in_time(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "SECONDS", 1)
    with pytest.raises(DataError, match="takes too long to read; open it in a browser"):
        read(b"<div>" * 4_000_000, ".html")


@pytest.mark.parametrize(
    "page", ["<b><i><p>" * 3_000, "<table><tr><td>" * 2_000, "<ul><li>" * 3_000, "&amp;" * 50_000]
)
def test_a_page_that_is_only_odd_is_read(page: str, read: Read) -> None:
    assert "word" in read(f"{page}word", ".html").text


@pytest.mark.parametrize(("status", "said"), [(-11, b"{}"), (0, b"{"), (0, b"[]"), (1, b"")])
def test_a_reader_that_fails_is_told(
    status: int, said: bytes, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*_: object, **__: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess([], status, said, b"")

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(DataError, match="takes too long"):
        read("<html>")


def test_the_reader_has_limits_of_its_own() -> None:
    told = "from scale_explorer.data.articles import page; import resource as r; page.main()"
    code = f"{told}; print(r.getrlimit(r.RLIMIT_AS)[0] > 0, r.getrlimit(r.RLIMIT_CPU)[0])"
    done = subprocess.run(
        [sys.executable, "-c", code], input=b"<p>x", capture_output=True, check=True
    )
    assert done.stdout.endswith(b"True 10\n")
