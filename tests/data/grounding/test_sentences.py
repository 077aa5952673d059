"""Where sentences end, in several languages, and that finding it out takes linear time."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.grounding import sentences as module
from scale_explorer.data.grounding.sentences import sentences
from scale_explorer.data.loading.sets import resolve

ARTICLE = Path(__file__).parents[4] / "shared" / "sources" / "google-exit.txt"
TUTORIAL = resolve("tutorial") / "sources"


def cut(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ("The U.S. mill pays.", "Elm Inc. said so.", "Mr. J. P. Smith paid on Jan. 5.")),
        ("en", ("See No. 5 on St. Mary St. in e.g. Rome.", "He said no.", "She did not.")),
        ("en", ("It moved from the U.S.", "It went on.", "At 6 a.m. it came.", "Ask Dr. Who.")),
        ("en", ("Meta’s $14.8 Billion fell to 3.5 percent.", "49% of it went to example.com.")),
        ("en", ("“We burn fares,” she says.", "“Is it so?” he asked.", "She said: “No.”", "Yes.")),
        ("en", ("He waited… and waited.", "Then... it ended.", "What?!", "Done!")),
        ("en", ("This is one.[2]", "(This is two.)", "That is three.")),
        ("en", ("1. The first item.", "2. The second item.")),
        ("en", ("Take plan B.", "Then play J. S. Bach.")),
        ("de", ("Am 3. Oktober kam z. B. Dr. Roth.", "Sie zahlte ca. 3,5 Mio. Euro.", "Schluss.")),
        ("de", ("Er sagte: „Ich komme.“", "Dann ging er.")),
        ("fr", ("M. Roux dit : « Je viens. »", "Puis il partit avec Mme. Roux !", "Vraiment ?")),
        ("es", ("¿Qué pasa?", "El Sr. Ruiz llegó a las 5 p.m.", "¡Vamos!")),
        ("zh", ("他说：“我来了。”", "然后走了！", "真的吗？")),
        ("ja", ("水城は「来ました。」と言った。", "そして帰った。")),
        ("ar", ("هل هذا صحيح؟", "نعم هو صحيح.", "وداعا.")),
        ("hi", ("यह एक है।", "यह दो है।")),
        ("ru", ("Он жил в 1950 г. в Москве.", "Это 3 млн. руб. в год.")),
        ("ka", ("წინადადება.", "მეორე.")),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(language: str, parts: tuple[str, ...]) -> None:
    between = "" if language in {"zh", "ja"} else " "
    assert cut(between.join(parts), language) == list(parts)


def test_a_number_with_a_point_is_an_ordinal_where_the_language_has_them() -> None:
    text = "Es war der 12. Mai kam."
    assert cut(text, "de-CH") == [text]
    assert cut(text, "en") == ["Es war der 12.", "Mai kam."]


def test_headings_and_items_need_no_stop() -> None:
    assert cut("A heading\n\nA line of text\nthat was wrapped. Then\nmore of it.\n") == [
        "A heading", "A line of text\nthat was wrapped.", "Then\nmore of it.",
    ]  # fmt: skip
    assert cut("Bring:\n- one boat\n- two oars\n* a sail") == [
        "Bring:", "- one boat", "- two oars", "* a sail",
    ]  # fmt: skip
    assert cut("The crew\nAnna Roth leads the yard and is its chief engineer since 1988") == [
        "The crew", "Anna Roth leads the yard and is its chief engineer since 1988",
    ]  # fmt: skip


def test_places_count_code_points_and_leave_blanks_out() -> None:
    text = "  😀 Ja.  \n Nein. \n\n Doch "
    assert sentences(text) == ((2, 7), (11, 16), (20, 24))


@pytest.mark.parametrize("text", ["", " \n\n ", "\t"])
def test_without_text_there_is_no_sentence(text: str) -> None:
    assert sentences(text) == ()


@pytest.mark.parametrize(
    ("name", "count", "first", "last"),
    [
        ("weekly.txt", 13, "Marlhythe boatyard to change hands for $31 million", "If robots"),
        ("notice.txt", 15, "Shionagi Robotics buys most of a boatyard", "The dry dock"),
        ("lantern.txt", 24, "Why a robot maker bought our boatyard", "She hopes"),
    ],
)
def test_the_texts_of_the_tutorial(name: str, count: int, first: str, last: str) -> None:
    found = cut((TUTORIAL / name).read_text(encoding="utf-8"))
    assert (len(found), found[0]) == (count, first)
    assert found[-1].startswith(last)


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article lies only where the set is written")
def test_the_article_of_the_bundled_set() -> None:
    found = cut(ARTICLE.read_text(encoding="utf-8"))
    assert len(found) == 41
    assert sum(each == "image" for each in found) == 3
    assert [each for each in found if each[-1] not in ".”" and len(each.split()) > 14] == []
    assert any(each.endswith("the U.S. government.") for each in found)


PIECES = st.sampled_from(
    ["a", "B", " ", ". ", ".", "\n", "\n\n", "!", "? ", "“", "”", "(", ")", "。", "」", "é", "😀",
     "3", "1. ", "Mr.", "U.S.", "…", " »", "؟", "- ", "\u00a0", "\u2028", "[1]"]
)  # fmt: skip


@given(st.lists(PIECES).map("".join), st.sampled_from(["en", "de", "zh", "x-none"]))
def test_sentences_stand_in_order_and_miss_nothing_but_blanks(text: str, language: str) -> None:
    done = 0
    for start, end in sentences(text, language):
        assert done <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert not text[done:start].strip()
        done = end
    assert not text[done:].strip()


@pytest.mark.alone
@pytest.mark.parametrize(
    "piece",
    [".", ". ", "A. ", "“", "“. ", " »", ". »", "[1]", "!?", "a\n", "a\n\n", "- a\n", "。」"],
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        began = process_time()
        sentences(text)
        return process_time() - began

    seconds(1_000)
    # Ten times the text; a quadratic rule would take a hundred times as long.
    assert seconds(100_000) < 40 * max(seconds(10_000), 0.002)


def test_of_very_many_sentences_the_last_holds_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SENTENCES", 2)
    assert cut("One. Two. Three. Four.") == ["One.", "Two.", "Three. Four."]
