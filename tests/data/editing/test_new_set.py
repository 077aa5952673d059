"""A new set: sound from the start, never over anything that is there, all of it or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import tomli

from scale_explorer.data.articles.article import Article
from scale_explorer.data.articles.reading import article_from
from scale_explorer.data.editing import new_set
from scale_explorer.data.editing.drafts import Given
from scale_explorer.data.editing.example import taken_away
from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.editing.new_set import Made, header_for, make_set
from scale_explorer.data.editing.trial import checked
from scale_explorer.data.finding import Severity
from scale_explorer.data.loading.files import gather
from scale_explorer.models.errors import DataError, UsageError

SALE = (
    "Birch Mill sold\n\nBakers wait. Birch Mill said on Monday that Alder Bakery would pay about"
    " $14.8\u00a0million for it.\n"
)
RAIN = "It will rain.\n"


def given(*texts: str) -> list[Given]:
    return [
        Given(f"{number}.txt", f"text-{number}", article_from(text.encode(), "x"))
        for number, text in enumerate(texts, start=1)
    ]


def made(folder: Path, *texts: str) -> Made:
    articles = given(*texts)
    return make_set(folder, header_for(folder, articles, None, None), articles, "{}\n")


def everything(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def errors(folder: Path) -> list[str]:
    found = checked(Manuscript.of(gather(folder))).findings
    return [each.message for each in found if each.severity is Severity.ERROR]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "my-story"


def test_a_set_has_its_file_its_texts_and_the_schema(folder: Path) -> None:
    made(folder, SALE, RAIN)
    files = everything(folder)
    assert set(files) == {
        "my-story.toml", "schema.json", "sources/text-1.txt", "sources/text-2.txt",
    }  # fmt: skip
    assert files["sources/text-1.txt"].decode() == SALE
    document = files["my-story.toml"].decode()
    assert document.startswith("#:schema ./schema.json\n")
    tables = tomli.loads(document)
    assert tables["dataset"] == {"id": "my-story", "title": "My story", "lead": []}
    assert [source["id"] for source in tables["source"]] == ["text-1", "text-2"]
    assert errors(folder) == []


def test_the_hash_is_that_of_the_text(folder: Path) -> None:
    made(folder, SALE)
    loaded = checked(Manuscript.of(gather(folder)))
    assert loaded.findings == ()
    (folder / "sources/text-1.txt").write_text("Another text.")
    told = {each.code for each in checked(Manuscript.of(gather(folder))).findings}
    assert told == {"source_changed"}


@pytest.mark.parametrize("texts", [(SALE,), (RAIN, SALE), (SALE, RAIN)])
def test_the_example_holds_when_its_signs_are_taken_away(
    texts: tuple[str, ...], folder: Path
) -> None:
    made(folder, *texts)
    file = folder / "my-story.toml"
    head, sign, example = file.read_text().partition("\n# An example")
    file.write_text(head + sign + taken_away(example))
    tables = tomli.loads(file.read_text())
    assert [len(tables[name]) for name in ("company", "relationship", "figure")] == [2, 1, 1]
    if texts[0] == SALE:
        assert errors(folder) == []
        assert [each["name"] for each in tables["company"]] == ["Birch Mill", "Alder Bakery"]
        assert tables["figure"][0]["value"] == "about $14.8 million"
    else:
        assert {m.split(":")[0] for m in errors(folder)} != set()
        assert not [m for m in errors(folder) if "invalid" in m or "unknown" in m]


def test_the_example_of_an_empty_set_loads(folder: Path) -> None:
    made(folder)
    assert set(everything(folder)) == {"my-story.toml", "schema.json"}
    assert errors(folder) == []
    file = folder / "my-story.toml"
    head, sign, example = file.read_text().partition("\n# An example")
    file.write_text(head + sign + taken_away(example))
    report = checked(Manuscript.of(gather(folder)))
    assert {each.code for each in report.findings} <= {"nothing_checked", "quote_unchecked"}


def test_an_example_is_of_a_sentence_that_the_checks_pass(folder: Path) -> None:
    made(folder, f"Birch Mill paid Alder Bakery less than $5 million.\n\n{SALE}")
    assert '#value = "about $14.8 million"\n' in (folder / "my-story.toml").read_text()


def test_an_example_takes_no_id_of_a_source(folder: Path) -> None:
    article = Given("x", "birch-mill", article_from(SALE.encode(), "x"))
    make_set(folder, header_for(folder, [article], None, None), [article], "{}")
    text = (folder / "my-story.toml").read_text()
    assert '#id = "birch-mill-company"\n' in text


@pytest.mark.parametrize(
    ("texts", "set_id", "title", "wanted"),
    [
        ((SALE,), None, None, ("my-story", "Birch Mill sold")),
        ((SALE, RAIN), None, None, ("my-story", "My story")),
        ((), "a-b", " A  \x1b b ", ("a-b", "A ␛ b")),
    ],
)
def test_the_head_is_what_is_said_or_what_is_known(
    texts: tuple[str, ...], set_id: str | None, title: str | None, wanted: object, folder: Path
) -> None:
    header = header_for(folder, given(*texts), set_id, title)
    assert (header.id, header.title) == wanted


def test_the_head_of_a_folder_without_a_name(tmp_path: Path) -> None:
    assert header_for(tmp_path / "株式", [], None, None).id == "story"


@pytest.mark.parametrize(
    ("set_id", "title", "told"),
    [("My Story", None, "is no id"), ("../x", None, "is no id"), ("x" * 300, None, "is no id"),
     (None, "", "needs a title"), (None, " \n", "needs a title")],
)  # fmt: skip
def test_a_head_that_is_none_is_refused(
    set_id: str | None, title: str | None, told: str, folder: Path
) -> None:
    with pytest.raises(UsageError, match=told):
        header_for(folder, [], set_id, title)


def test_one_text_given_twice_is_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"2\.txt is the same text as 1\.txt"):
        made(folder, RAIN, RAIN)
    assert not folder.exists()


def test_an_empty_folder_is_filled_and_stays_the_same_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    before = folder.stat()
    made(folder, SALE)
    assert folder.stat().st_ino == before.st_ino
    assert errors(folder) == []
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


def test_files_have_the_rights_that_new_files_have(folder: Path) -> None:
    before = os.umask(0o027)
    try:
        made(folder, SALE)
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o750
    assert (folder / "my-story.toml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("there", ["my-story.toml", "notes.txt", ".hidden"])
def test_a_folder_with_anything_in_it_is_refused(there: str, folder: Path) -> None:
    folder.mkdir()
    (folder / there).write_text("mine")
    with pytest.raises(UsageError, match="add-source"):
        made(folder, SALE)
    assert everything(folder) == {there: b"mine"}


def test_what_is_no_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    folder.write_text("mine")
    with pytest.raises(UsageError, match="no folder"):
        made(folder, SALE)
    folder.unlink()
    folder.symlink_to(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="no folder"):
        made(folder, SALE)
    with pytest.raises(UsageError, match="make that folder first"):
        made(tmp_path / "none" / "story", SALE)


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError(28, "No space left on device")])
@pytest.mark.parametrize("exists", [False, True])
@pytest.mark.parametrize("number", range(4))
def test_what_is_half_made_is_taken_away(
    number: int, *, exists: bool, error: type[BaseException], folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    if exists:
        folder.mkdir()
    calls = iter(range(99))

    def write(path: Path, content: bytes) -> None:
        if next(calls) == number:
            raise error
        path.write_bytes(content)

    monkeypatch.setattr(new_set, "create_file", write)
    with pytest.raises((KeyboardInterrupt, DataError)):
        made(folder, SALE, RAIN)
    assert folder.exists() is exists
    assert list(folder.parent.rglob("*")) == ([folder] if exists else [])


@pytest.mark.parametrize("number", range(3))
def test_what_is_half_moved_is_taken_away(
    number: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    moves = iter(range(99))
    move = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if next(moves) == number:
            raise KeyboardInterrupt
        return move(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(KeyboardInterrupt):
        made(folder, SALE)
    assert list(folder.iterdir()) == []


def test_what_somebody_else_made_meanwhile_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    fill = new_set.fill

    def late(stage: Path, new: Made, schema: str) -> None:
        fill(stage, new, schema)
        (folder / "schema.json").write_text("mine")

    monkeypatch.setattr(new_set, "fill", late)
    with pytest.raises(DataError, match="made by somebody else"):
        made(folder, SALE)
    assert everything(folder) == {"schema.json": b"mine"}


def test_a_new_folder_that_is_taken_meanwhile_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill = new_set.fill

    def late(stage: Path, new: Made, schema: str) -> None:
        fill(stage, new, schema)
        folder.mkdir()
        (folder / "mine").write_text("mine")

    monkeypatch.setattr(new_set, "fill", late)
    with pytest.raises(DataError, match="nothing is left of it"):
        made(folder, SALE)
    assert everything(folder.parent) == {"my-story/mine": b"mine"}


def test_a_text_needs_no_special_signs(folder: Path) -> None:
    wild = Article('A "quoted" \\ text’s end\n', 'A "quoted" \\ text’s end')
    make_set(folder, header_for(folder, [], None, "x"), [Given("x", "x", wild)], "{}")
    tables = tomli.loads((folder / "my-story.toml").read_text())
    assert tables["source"][0]["title"] == wild.title
