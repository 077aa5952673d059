"""Opening several sets as one: which, in what order, how many, and what is kept of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scale_explorer.data.matching.revoked import put_together, take_apart
from scale_explorer.data.opening import open_store, seek
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.errors import DataError, UnknownNameError, UsageError
from scale_explorer.models.kinds import Kind

SETS = Path(__file__).parent / "several"
NORTH, SOUTH = str(SETS / "north"), str(SETS / "south")
PAIR = ("north/birch", "south/mill-works")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache and a data folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "cache" / "scale-explorer"


def opened(*names: str) -> closing[SQLiteStore]:
    return closing(open_store(names))


def written(folder: Path, key: str, title: str, extra: str = "") -> str:
    file = folder / f"{title.lower()}.toml"
    file.write_text(f'[dataset]\nid = "{key}"\ntitle = "{title}"\n{extra}')
    return str(file)


ACME = '[[company]]\nid = "acme"\nname = "{}"\n'


def test_no_name_and_one_name_open_one_set() -> None:
    with closing(open_store(())) as none, closing(open_store(None)) as bundled:
        assert none.summary() == bundled.summary()
    with opened(NORTH) as one, closing(open_store(NORTH)) as same:
        assert one.summary() == same.summary()
        assert one.record("birch") is not None
        assert one.matches() == ()


@pytest.mark.parametrize("again", [NORTH, f"{SETS}/south/../north", os.path.relpath(NORTH)])
def test_a_set_named_twice_opens_once(again: str) -> None:
    with opened(NORTH, again) as store:
        assert store.summary().title == "The north"
        assert store.record("birch") is not None


def test_the_first_set_leads() -> None:
    with opened(SOUTH, NORTH) as store:
        assert store.summary().title == "The south + The north"
        company = store.record("birch")
        assert company is not None
        assert (company.id, company.title) == ("south/mill-works", "Mill Works")
        assert [row.section for row in store.story()] == ["The south", "The north", "The north"]


def test_sets_of_one_id_are_told_apart(tmp_path: Path) -> None:
    one = written(tmp_path, "mill", "One", ACME.format("Alder"))
    other = written(tmp_path, "mill", "Other", ACME.format("Elm"))
    with opened(one, other) as store:
        assert [row.id for row in store.records(Kind.COMPANY)] == ["mill/acme", "mill-2/acme"]
    with opened(other, one) as store:
        assert [row.id for row in store.records(Kind.COMPANY)] == ["mill-2/acme", "mill/acme"]


def test_of_sets_of_one_id_a_pair_stays_apart_in_any_order(tmp_path: Path) -> None:
    names = [written(tmp_path, "mill", title, ACME.format("Alder")) for title in ("One", "Other")]
    take_apart([("mill/acme", "mill-2/acme")])
    for order in (names, names[::-1]):
        with opened(*order) as store:
            assert [match.apart for match in store.matches()] == [True]


def test_the_cache_knows_which_set_of_one_id_is_numbered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {"x": ACME.format("Alder"), "y": ACME.format("Elm")}
    for home, first, second in (("here", "x", "y"), ("there", "y", "x")):
        folder = tmp_path / home
        folder.mkdir()
        for target, key in ((first, "1"), (second, "2")):
            written(folder, "mill", key, texts[target])
            path = folder / f"{key}.toml"
            path.write_text(path.read_text().replace(f'title = "{key}"', 'title = "Mill"'))
            (folder / f"{target}.toml").symlink_to(path)
        monkeypatch.chdir(folder)
        with opened("x.toml", "y.toml") as store:
            alder, elm = (row.id for row in store.records(Kind.COMPANY))
        numbered = {"here": elm, "there": alder}
        assert numbered[home] == "mill-2/acme"


def test_what_an_id_may_mean_comes_before_what_is_like_it(tmp_path: Path) -> None:
    alike = "".join(f'[[company]]\nid = "c{n}"\nname = "Acme {n}"\n' for n in range(5))
    one = written(tmp_path, "one", "One", ACME.format("Alder") + alike)
    other = written(tmp_path, "other", "Other", ACME.format("Elm"))
    with opened(one, other) as store:
        assert store.nearest("acme")[:2] == ("one/acme", "other/acme")


def test_sets_of_one_title_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    names = [written(folder, key, "Mill", ACME.format("Alder"))
             for folder, key in ((tmp_path, "one"), (tmp_path / "a", "two"))]  # fmt: skip
    with opened(*names) as store:
        (match,) = store.matches()
        assert (match.first_set, match.second_set) == ("Mill (one)", "Mill (two)")


def test_long_titles_and_many_sets_are_clipped(tmp_path: Path) -> None:
    names = [written(tmp_path, f"set-{n}", f"{n} {'long ' * 20}", ACME.format("Alder"))
             for n in range(4)]  # fmt: skip
    with opened(*names[:2]) as store:
        assert len(store.summary().title) <= 83
    with opened(*names) as store:
        assert store.summary().title.endswith("… and 3 more")
        portrait = store.portrait("acme")
        assert portrait is not None
        (also,) = (fact.value for fact in portrait.facts if fact.label == "also in")
        assert also.endswith("; 1 more")
        assert also.count("same name") == 2


BAD = """
[[figure]]
id = "twice"
subject = "nobody"
measure = "price"
unit = "USD"
formula = "{nothing} * 2"
"""


def test_each_set_tells_what_is_wrong_with_it(tmp_path: Path) -> None:
    one, other = written(tmp_path, "one", "One", BAD), written(tmp_path, "other", "Other", BAD)
    with opened(one, other) as store:
        told = {(each.record, each.place and each.place.path) for each in store.findings()}
        assert told == {("one/twice", one), ("other/twice", other)}
        flagged = {row.id: "flagged" in row.flags for row in store.records(Kind.FIGURE)}
        assert flagged == {"one/twice": True, "other/twice": True}
        assert store.summary().errors == len(store.findings())
        derivation = store.derivation("other/twice")
        assert derivation is not None
        assert "nothing" in derivation.error


def test_a_set_that_is_not_readable_does_not_hide_the_others(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("[[[")
    with opened(str(broken), NORTH) as store:
        assert store.summary().title == "The north"
        assert store.record("north/birch") is not None
        (finding,) = store.findings()
        assert (finding.code, str(finding.place)) == ("unreadable_set", str(broken))
        assert "broken.toml" in finding.message
        assert store.summary().errors == 1
    with pytest.raises(DataError, match=r"broken\.toml"):
        open_store([str(broken), str(shutil.copy(broken, tmp_path / "too.toml"))])


@pytest.mark.parametrize(
    ("name", "error"), [("scale-ia", UnknownNameError), ("/no/such/set", DataError)]
)
def test_a_name_that_leads_nowhere_is_an_error(name: str, error: type[Exception]) -> None:
    with pytest.raises(error, match=name):
        open_store([NORTH, name])


def test_there_are_at_most_twenty(tmp_path: Path) -> None:
    names = [written(tmp_path, f"set-{n}", f"S{n}") for n in range(21)]
    with opened(*names[:20], names[0]) as store:
        assert store.summary().title == "S0 and 19 more"
    with pytest.raises(UsageError, match="21 data sets are named; at most 20"):
        open_store(names)


def test_all_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scale_explorer.data.store.build.RECORDS_TOGETHER", 15)
    with pytest.raises(DataError, match="more than 15 records"):
        open_store([NORTH, SOUTH])
    monkeypatch.setattr("scale_explorer.data.loading.several.BYTES_TOGETHER", 2_000)
    with pytest.raises(DataError, match="larger than"):
        open_store([NORTH, SOUTH])


def test_sets_are_called_by_their_names_or_counted() -> None:
    names = [NORTH, SOUTH]
    assert seek(names).label == "north and south"
    assert seek([*names, "tutorial"]).label == "3 data sets"


def companies() -> Iterator[str]:
    with opened(NORTH, SOUTH) as store:
        yield from (row.id for row in store.records(Kind.COMPANY))


def test_a_match_is_taken_apart_and_put_together_again() -> None:
    assert "south/mill-works" not in companies()
    take_apart([PAIR])
    assert "south/mill-works" in companies()
    with opened(NORTH, SOUTH) as store:
        assert [match.apart for match in store.matches()] == [True, False]
        portrait = store.portrait("north/birch")
        assert portrait is not None
        assert "also in" not in {fact.label for fact in portrait.facts}
        assert {row.claim for row in store.claims("north/birch")}.isdisjoint({"south/revenue"})
    put_together([PAIR])
    assert "south/mill-works" not in companies()


def test_what_was_taken_apart_tells_nothing_of_a_match(tmp_path: Path) -> None:
    known = f'{ACME}identifiers = {{{{ wikidata = "Q11" }}}}\n'
    one = written(tmp_path, "one", "One", ACME.format("Alder"))
    names = [written(tmp_path, key, key, known.format("Alder")) for key in ("two", "three")]
    take_apart([("two/acme", "three/acme")])
    with opened(one, *names) as store:
        portrait = store.portrait("one/acme")
        assert portrait is not None
        assert ("also in", "two, same name") in {(f.label, f.value) for f in portrait.facts}


def test_what_keeps_a_third_apart_is_told(tmp_path: Path) -> None:
    names = [written(tmp_path, key, key, ACME.format("Alder")) for key in ("one", "two", "three")]
    take_apart([("one/acme", "two/acme")])
    with opened(*names) as store:
        assert [(match.reason, match.apart) for match in store.matches()] == [
            ("same name", True),
            ("same name", False),
            ("same name, but one/acme and two/acme are kept apart", True),
        ]


def test_the_cache_knows_sets_order_and_what_is_apart(cache: Path) -> None:
    def kept() -> int:
        return len(list(cache.glob("*.sqlite")))

    for names, count in (((NORTH,), 1), ((NORTH, SOUTH), 2), ((SOUTH, NORTH), 3)):
        for _ in range(2):
            open_store([*names]).close()
            assert kept() == count
    take_apart([PAIR])
    open_store([NORTH, SOUTH]).close()
    assert kept() == 4
    open_store([NORTH]).close()
    assert kept() == 4


def test_a_damaged_file_of_what_is_apart_is_told(tmp_path: Path) -> None:
    file = tmp_path / "data" / "scale-explorer" / "matches.json"
    file.parent.mkdir(parents=True)
    file.write_text("{")
    said: list[str] = []
    open_store([NORTH, SOUTH], tell=said.append).close()
    assert "set aside" in said[0]


HEAVY = ("pydantic", "edtf", "babel", "tomli", "tomlkit", "rapidfuzz", "textual")
WARM = f"""
import sys
from scale_explorer.data.opening import open_store
store = open_store(sys.argv[1:])
store.summary(); store.story(); store.portrait("birch"); store.matches()
print(*sorted({{name.split(".")[0] for name in sys.modules}} & set({HEAVY!r})))
"""


def test_a_warm_start_loads_nothing_heavy() -> None:
    take_apart([PAIR])
    open_store([NORTH, SOUTH]).close()
    run = [sys.executable, "-c", WARM, NORTH, SOUTH]
    done = subprocess.run(run, capture_output=True, text=True, check=True, env=dict(os.environ))
    assert done.stdout.split() == []
