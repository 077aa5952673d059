"""What a reader is shown of each quote, and what check says, whoever holds which text.

One table: a row for each situation, a column for each quote.
"""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path

import pytest

from scale_explorer.data.grounding.locking import make_lock
from scale_explorer.data.loading.attached import attach
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import load
from scale_explorer.data.loading.lock import write_lock
from scale_explorer.data.opening import open_store
from scale_explorer.data.store.build import contents_of

AUTHORS = "Alder bakes bread. Cedar sells it. The mill is old. Birch waits. Birch waits.\n"
READERS = "Cedar sells it. Alder bakes bread. Cedar sells it. Birch waits. Birch waits.\n"
QUOTES = {
    "both": "Alder bakes bread",  # in one place of either text
    "more": "Cedar sells it",  # in two places of the reader's
    "gone": "The mill is old",  # not in the reader's
    "twice": "Birch waits",  # in two places of either
    "never": "The mill is new",  # in neither
}


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def make(folder: Path, *, text: str = "", names: str = "", start: str = "") -> None:
    """Write the set, its own text, and the hash of the text that it names."""
    own = 'text = "news.txt"\n' if text else ""
    named = f'sha256 = "{sha256(names)}"\n' if names else ""
    companies = "".join(
        f'[[company]]\nid = "{key}"\nname = "{key}"\n'
        f'evidence = [{{ source = "news", exact = "{words}"{start} }}]\n'
        for key, words in QUOTES.items()
    )
    source = f'[[source]]\nid = "news"\ntitle = "News"\n{own}{named}'
    head = '[dataset]\nid = "mill"\ntitle = "Mill"\n'
    (folder / "set.toml").write_text(head + source + companies)
    if text:
        (folder / "news.txt").write_text(text)


def lock(folder: Path) -> None:
    """Let the authors lock the set against their text."""
    make(folder, text=AUTHORS)
    loaded = load(gather(folder))
    write_lock(make_lock(loaded.dataset, loaded.copies, "2026-01-02"), folder / "lock.json")


def attached(folder: Path, text: str) -> None:
    copy = folder.parent / "copy.txt"
    copy.write_text(text)
    attach("mill", "news", copy)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "set").mkdir()
    return tmp_path / "set"


HERE, LOCKED, ELSE, NONE = "here", "locked", "locked_elsewhere", "unchecked"
SEVERAL, OTHER = "ambiguous, warning", ELSE
ERROR, WARN = "missing, error", "missing, warning"

# own text, attached text, locked by the authors, text whose hash the set names
SITUATIONS: dict[tuple[str, str, bool, str], tuple[str, str, str, str, str, str]] = {
    #                                    both     more     gone     twice    never
    (AUTHORS, "", False, ""):           (HERE,    HERE,    HERE,    SEVERAL, ERROR,   ""),
    (AUTHORS, "", True, ""):            (HERE,    HERE,    HERE,    SEVERAL, ERROR,   ""),
    (READERS, "", True, ""):            (HERE,    SEVERAL, ERROR,   SEVERAL, ERROR,   "the text"),
    (AUTHORS, READERS, True, ""):       (HERE,    HERE,    HERE,    SEVERAL, ERROR,   ""),
    ("", AUTHORS, True, ""):            (HERE,    HERE,    HERE,    SEVERAL, ERROR,   ""),
    ("", AUTHORS, False, AUTHORS):      (HERE,    HERE,    HERE,    SEVERAL, ERROR,   ""),
    ("", READERS, True, ""):            (HERE,    SEVERAL, OTHER,   SEVERAL, WARN,    "your copy"),
    ("", READERS, True, AUTHORS):       (HERE,    SEVERAL, OTHER,   SEVERAL, WARN,    "your copy"),
    ("", READERS, False, AUTHORS):      (HERE,    SEVERAL, WARN,    SEVERAL, WARN,    "your copy"),
    ("", READERS, False, ""):           (HERE,    SEVERAL, ERROR,   SEVERAL, ERROR,   ""),
    ("", READERS, True, READERS):       (HERE,    SEVERAL, ERROR,   SEVERAL, ERROR,   ""),
    ("", READERS, True, "a third"):  (HERE,    SEVERAL, WARN,    SEVERAL, WARN,    "your copy"),
    ("", "", True, ""):                 (LOCKED,  LOCKED,  LOCKED,  NONE,    NONE,    ""),
    ("", "", True, AUTHORS):            (LOCKED,  LOCKED,  LOCKED,  NONE,    NONE,    ""),
    ("", "", True, READERS):            (NONE,    NONE,    NONE,    NONE,    NONE,    "the lock"),
    ("", "", False, ""):                (NONE,    NONE,    NONE,    NONE,    NONE,    ""),
}  # fmt: skip


def set_up(folder: Path, situation: tuple[str, str, bool, str]) -> None:
    own, copy, locked, names = situation
    if locked:
        lock(folder)
        (folder / "news.txt").unlink()
    make(folder, text=own, names=names)
    if copy:
        attached(folder, copy)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_verdicts_and_findings_agree(folder: Path, situation: tuple[str, str, bool, str]) -> None:
    set_up(folder, situation)
    *expected, edition = SITUATIONS[situation]
    findings = contents_of(gather(folder)).findings
    told = {
        each.record: f", {each.severity}" for each in findings if each.code.startswith("quote_")
    }
    with closing(open_store(str(folder))) as store:
        shown = {key: store.evidence(key)[0] for key in QUOTES}
        verification = store.summary().verification
    got = {key: shown[key].verdict + told.get(key, "") for key in QUOTES}
    assert got == dict(zip(QUOTES, expected, strict=True))
    changed = [each.message for each in findings if each.code == "source_changed"]
    assert [message.partition(" of news ")[0] for message in changed] == (
        [edition] if edition else []
    )
    verdicts = [row.verdict for row in shown.values()]
    assert verification.here == verdicts.count(HERE)
    assert verification.locked == verdicts.count(LOCKED) + verdicts.count(ELSE)
    # A place is shown in the very text it is of: none of the authors' in another edition.
    text = own_or_attached(situation)
    for key, row in shown.items():
        if text and row.start is not None:
            assert text[row.start : row.end] == QUOTES[key]
        assert (row.start is None) == (row.verdict in {NONE, ELSE, "missing"})


def own_or_attached(situation: tuple[str, str, bool, str]) -> str:
    return situation[0] or situation[1]


# Where "Birch waits" is told apart by the position of its second place in the authors' text.
SECOND = AUTHORS.rindex("Birch waits")
FIRST_OF_READERS = READERS.index("Birch waits")


@pytest.mark.parametrize(
    ("situation", "verdict"),
    [
        ((AUTHORS, "", False, ""), HERE),
        ((AUTHORS, "", True, ""), HERE),
        (("", AUTHORS, True, ""), HERE),
        (("", AUTHORS, False, AUTHORS), HERE),
        (("", AUTHORS, False, ""), "ambiguous"),  # nobody says that it is the authors' text
        (("", AUTHORS, False, READERS), "ambiguous"),
    ],
)
def test_positions_count_in_the_authors_edition_alone(
    folder: Path, situation: tuple[str, str, bool, str], verdict: str
) -> None:
    set_up(folder, situation)
    make(folder, text=situation[0], names=situation[3], start=f", start = {SECOND}")
    with closing(open_store(str(folder))) as store:
        row = store.evidence("twice")[0]
    assert row.verdict == verdict
    assert (row.start == SECOND) == (verdict == HERE)


def test_a_position_never_picks_a_wrong_place_of_another_edition(folder: Path) -> None:
    """The reader's text has the words where the authors' have something else."""
    set_up(folder, ("", READERS, True, AUTHORS))
    make(folder, names=AUTHORS, start=f", start = {FIRST_OF_READERS}")
    with closing(open_store(str(folder))) as store:
        assert store.evidence("twice")[0].verdict == "ambiguous"
