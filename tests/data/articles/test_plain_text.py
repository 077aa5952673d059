"""Text files as they come: encodings, line ends, and what no source text may have in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.articles.reading import article_from, read_article
from scale_explorer.data.articles.tidying import tidy
from scale_explorer.data.loading.paragraphs import paragraphs
from scale_explorer.models.errors import DataError
from scale_explorer.models.text import clean

from .conftest import Read

WORDS = "Elm Café sold “half”\n\nFor €5 million."


def test_paragraphs_are_parted_by_one_blank_line(read: Read) -> None:
    article = read("\n\nOne  goes\ton  \r\n\r\n \n\n\nTwo\r\nis wrapped.\n\n")
    assert article.text == "One goes on\n\nTwo\nis wrapped.\n"
    assert article.title == "One goes on"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_how_to_read(codec: str, read: Read) -> None:
    assert read(WORDS.encode(codec)).text == f"{WORDS}\n"


def test_big_end_first_is_read_too(read: Read) -> None:
    assert read(b"\xfe\xff" + WORDS.encode("utf-16-be")).text == f"{WORDS}\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (WORDS.encode("cp1252"), "iconv -f WINDOWS-1252 -t UTF-8"),
        (b"\xff\xfea", "it begins as UTF-16-LE, but byte 1 is none"),
        (b"a\0b", "not a text file"),
        (b"%PDF-1.7\n", "pdftotext article.txt"),
        (b"PK\x03\x04 docx", "save it as a text file"),
        (b"From: <Saved by Blink>\n", "save it as HTML only"),
        (b"", "holds no words"),
        (b"\n \n --- \n", "holds no words"),
    ],
)
def test_what_is_no_text_is_told_with_what_to_do(content: bytes, told: str, read: Read) -> None:
    with pytest.raises(DataError, match=re.escape(told)):
        read(content)


def test_lines_that_are_paragraphs_are_parted(read: Read) -> None:
    line = "A sentence of a paragraph that goes on and on. " * 6
    assert len(paragraphs(read(f"Title\n{line}\n{line}\n").text)) == 3


def test_wrapped_lines_are_left_as_they_are(read: Read) -> None:
    wrapped = "Words that are wrapped at some\nseventy signs, as mails are,\nstay so.\n"
    assert read(wrapped).text == wrapped


def test_what_cannot_be_seen_goes_and_what_is_unsafe_is_shown(read: Read) -> None:
    article = read("in\u00advest\u200bment\ufeff \x1b[31m \u202e")
    assert article.text == "investment ␛[31m �\n"


def test_no_break_spaces_stay_alone(read: Read) -> None:
    assert read("1\u00a0000 $5\u202fmillion").text == "1\u00a0000 $5\u202fmillion\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The sale ##\n\nMore.", "The sale"),
        ("word " * 100, f"{'word ' * 15}word…"),
        ("#hashtag", "#hashtag"),
        ("A <b>\nB", "A <b>"),
    ],
)
def test_the_first_line_is_the_title(text: str, title: str, read: Read) -> None:
    assert read(text, ".md").title == title


def test_a_text_that_is_too_long_is_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scale_explorer.data.articles.reading.FILE_BYTES", 10)
    read("123456789")
    with pytest.raises(DataError, match="split it"):
        read("1234567890")


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is a folder"):
        read_article(tmp_path)
    with pytest.raises(DataError, match="does not exist"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(DataError, match="no regular file"):
        read_article(Path("/dev/zero"))


@given(st.text())
def test_tidy_text_is_safe_and_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert clean(once, multiline=True) == once
    assert tidy(once) == once
    assert "\n\n\n" not in once
    assert once == "" or (once.endswith("\n") and not once.endswith("\n\n"))


@given(st.text(alphabet="ab \n\t", max_size=60))
def test_no_word_is_lost_joined_or_moved(text: str) -> None:
    assert tidy(text).split() == text.split()


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        article = article_from(content, "x", ".txt")
    except DataError:
        return
    assert article.title
    assert article.content.decode() == article.text
