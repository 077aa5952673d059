"""Sources added to a set: its other bytes stay, and so does what its quotes are from."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scale_explorer.data.articles.reading import article_from
from scale_explorer.data.editing import adding_sources
from scale_explorer.data.editing.adding_sources import Added, add_sources
from scale_explorer.data.editing.drafts import Given
from scale_explorer.data.editing.edits.sources import AddSources, unsaid
from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.editing.saving import apply_again
from scale_explorer.data.loading import sets
from scale_explorer.data.loading.files import File, gather
from scale_explorer.data.loading.load import load
from scale_explorer.models.errors import DataError, UsageError
from scale_explorer.models.evidence import Source
from scale_explorer.models.record import Record


def article(text: str = "It will rain.", stem: str = "weather") -> Given:
    return Given(f"{stem}.txt", stem, article_from(text.encode(), stem))


def records(path: Path) -> list[Record]:
    """Return all records but the sources."""
    return [each for each in load(gather(path)).dataset.records if not isinstance(each, Source)]


def everything(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def added(manuscript: Manuscript, *articles: Given) -> Added:
    return add_sources(manuscript.path, articles or (article(),))


def test_a_source_goes_behind_the_others_and_its_text_beside_the_set(
    manuscript: Manuscript,
) -> None:
    before = everything(manuscript.path)
    done = added(manuscript)
    after = everything(manuscript.path)
    assert after.pop("sources/weather.txt") == b"It will rain.\n"
    assert set(after) == set(before)
    old, new = before["story.toml"], after["story.toml"]
    start = new.index(b'\n[[source]]\nid = "weather"\ntitle = "It will rain."\nsha256 = ')
    assert new[:start] == old[:start]
    assert new.endswith(old[start:])
    source = load(gather(manuscript.path)).dataset.by_id["weather"]
    assert isinstance(source, Source)
    assert (source.text, source.sha256) == (
        "sources/weather.txt",
        done.drafts[0].given.article.sha256,
    )


def test_quotes_that_left_their_only_source_unsaid_name_it(manuscript: Manuscript) -> None:
    before = records(manuscript.path)
    wrong = load(gather(manuscript.path)).findings
    done = added(manuscript)
    assert done.said == sum(1 for _ in unsaid(manuscript)) > 3
    assert records(manuscript.path) == before
    assert load(gather(manuscript.path)).findings == wrong
    assert b'{ source = "daily", exact = "' in everything(manuscript.path)["claims.toml"]


def test_a_third_source_changes_no_quote(manuscript: Manuscript) -> None:
    added(manuscript)
    before = everything(manuscript.path)["claims.toml"]
    assert added(manuscript, article("Sun.", "sun")).said == 0
    assert everything(manuscript.path)["claims.toml"] == before


def test_the_first_source_is_what_quotes_leave_unsaid(tmp_path: Path) -> None:
    file = tmp_path / "set.toml"
    file.write_text(
        '[dataset]\nid = "a"\ntitle = "A"\n\n[[company]]\nid = "b"\nname = "B"\nevidence = ["rain"]'
    )
    assert add_sources(tmp_path, [article()]).said == 0
    assert records(tmp_path)[0].model_dump()["evidence"][0]["source"] == "weather"


def test_a_set_that_is_one_file_has_its_texts_beside_it(manuscript: Manuscript) -> None:
    alone = manuscript.path / "story.toml"
    add_sources(alone, [article()])
    assert (manuscript.path / "sources/weather.txt").exists()
    assert "weather" in load(gather(alone)).dataset.by_id


def test_undoing_gives_every_byte_back(manuscript: Manuscript) -> None:
    before = everything(manuscript.path)
    done = added(manuscript)
    apply_again(done.revision.reverse, manuscript.path)
    after = everything(manuscript.path)
    del after["sources/weather.txt"]
    assert after == before


def test_a_text_that_the_set_has_is_refused(manuscript: Manuscript) -> None:
    added(manuscript)
    text = (manuscript.path / "daily.txt").read_text()
    before = everything(manuscript.path)
    for there, source in (("It will rain.\n\n", "weather"), (text, "daily")):
        with pytest.raises(UsageError, match=f"in the set already, as source {source}"):
            added(manuscript, article("New.", "new"), article(there, "other"))
    (manuscript.path / "sources/weather.txt").unlink()  # its hash is in the file all the same
    with pytest.raises(UsageError, match="as source weather"):
        added(manuscript, article(stem="other"))
    del before["sources/weather.txt"]
    assert everything(manuscript.path) == before


def test_ids_and_files_that_are_there_are_not_taken(manuscript: Manuscript) -> None:
    texts = manuscript.path / "sources"
    texts.mkdir()
    (texts / "alder-2.txt").write_text("mine")
    done = added(manuscript, article("One.", "alder"), article("Two.", "alder"))
    assert [draft.id for draft in done.drafts] == ["alder-3", "alder-4"]
    assert (texts / "alder-2.txt").read_text() == "mine"


def test_bundled_sets_are_refused(
    manuscript: Manuscript, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Taken for one, so that the real ones are in no danger from a fault.
    monkeypatch.setattr(sets, "_FOLDER", manuscript.path)
    link = tmp_path / "link"
    link.symlink_to(manuscript.path)
    for path in (manuscript.path, link, manuscript.path / "story.toml"):
        with pytest.raises(UsageError, match="comes with the program"):
            add_sources(path, [article()])


def test_a_folder_of_texts_that_leads_out_is_refused(
    manuscript: Manuscript, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (manuscript.path / "sources").symlink_to(outside)
    before = everything(manuscript.path)
    with pytest.raises(DataError, match="leads out"):
        added(manuscript)
    assert list(outside.iterdir()) == []
    assert everything(manuscript.path) == before


@pytest.mark.parametrize("error", [KeyboardInterrupt, DataError("the disk is full")])
def test_what_fails_midway_leaves_nothing(
    error: type[BaseException], manuscript: Manuscript, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    before = everything(manuscript.path)
    monkeypatch.setattr(adding_sources, "carry_out", fail)
    with pytest.raises((KeyboardInterrupt, DataError)):
        added(manuscript)
    assert everything(manuscript.path) == before
    assert not (manuscript.path / "sources").exists()


def test_a_set_that_cannot_be_read_is_left_alone(manuscript: Manuscript) -> None:
    (manuscript.path / "broken.toml").write_text("[")
    with pytest.raises(DataError, match="Mend it"):
        added(manuscript)
    assert not (manuscript.path / "sources").exists()


def test_sources_as_one_list_get_a_member(tmp_path: Path) -> None:
    file = tmp_path / "set.toml"
    file.write_bytes(
        b'source = [{ id = "one", title = "One" }]\r\n[dataset]\r\nid = "a"\r\ntitle = "A"\r\n'
    )
    add_sources(tmp_path, [article()])
    assert b"\r\n[dataset]\r\n" in file.read_bytes()
    assert set(load(gather(tmp_path)).dataset.by_id) == {"one", "weather"}


def test_an_id_that_is_taken_meanwhile_is_told(manuscript: Manuscript) -> None:
    with pytest.raises(DataError, match="is taken"):
        AddSources([{"id": "alder", "title": "x"}]).on(manuscript)


QUOTE = st.one_of(
    st.just('"a b"'),
    st.just("'''a\n\"b'''"),
    st.just('{ exact = "a" }'),
    st.just('{ exact = "a", source = "one" }'),
    st.just('{ exact = "a", mentions = { "a" = "x" }, start = 1, end = 2 }'),
)
EVIDENCE = st.lists(QUOTE, max_size=3).map(lambda found: f"[{', '.join(found)}]")
CLAIM = st.builds(
    "[[deal]]\nid = 'd{}'\ntype = 'merger'\ntitle = 't'\n"
    "parties = [{{ entity = 'x', role = 'target' }}]\nevidence = {} # {{\n"
    "history = [{{ status = 'announced', evidence = {} }}, {{ status = 'completed' }}]\n".format,
    st.integers(0, 3), EVIDENCE, EVIDENCE,
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CLAIM, max_size=4), st.integers(0, 2))
def test_no_record_changes_whatever_quotes_are_like(
    tmp_path: Path, claims: list[str], sources: int
) -> None:
    told = "".join(f"[[source]]\nid = '{each}'\ntitle = 't'\n" for each in ("one", "two")[:sources])
    head = '[dataset]\nid = "a"\ntitle = "A"\n'
    (tmp_path / "set.toml").write_text("\n".join([head, *claims, told]))
    before = Manuscript.of(gather(tmp_path))
    new = [{"id": "three", "title": "t"}, {"id": "four", "title": "t"}]
    tables = new if sources else new[:1]
    after = before.with_contents(AddSources(tables).on(before).after)
    kept = [each for each in load(after.files).dataset.records if not isinstance(each, Source)]
    if sources:
        assert kept == records(tmp_path)
    assert bool(kept) == bool(claims) or sources != 1
    assert len(list(load(after.files).dataset.of(Source))) == sources + len(tables)


def test_a_quote_in_a_table_of_another_kind_is_told(manuscript: Manuscript) -> None:
    story, claims = manuscript.files.documents
    assert claims.name == "claims.toml" or story.name == "claims.toml"
    tables = {
        name.replace("claims.toml", "figures.csv"): table
        for name, table in manuscript.documents.items()
    }
    files = manuscript.files
    assert isinstance(files.documents[0], File)
    with pytest.raises(DataError, match=r"in figures\.csv names no source; write daily"):
        AddSources([{"id": "new", "title": "x"}]).on(Manuscript(files, tables))
