"""The qualities that tell how far to trust a set: each holds where it should, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.query import parse
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.data.vocabulary import QUALITIES, TRUST
from scale_explorer.models.kinds import CLAIM_KINDS, Kind

NEWS, PAPER = '{ source = "news", exact = "a" }', '{ source = "paper", exact = "b" }'
INFERRED = '{ source = "news", exact = "c", directness = "inferred" }'
AGAINST = '{ source = "paper", exact = "d", direction = "refutes" }'

YEARS = count()


def figure(key: str, *quotes: str, more: str = "") -> str:
    value = "" if "formula" in more else 'value = "3 people"\n'
    year = 1900 + next(YEARS)  # of one year they would be disputed
    about = f'id = "{key}"\nsubject = "a"\nmeasure = "count"\nperiod = "{year}"\n{value}'
    return f"[[figure]]\n{about}evidence = [{', '.join(quotes)}]\n{more}\n"


def computed(key: str, formula: str, *quotes: str) -> str:
    return figure(key, *quotes, more=f'unit = "people"\nformula = "{formula}"')


def tie(key: str, history: str, *quotes: str, more: str = "") -> str:
    ends = f'id = "{key}"\ntype = "owns"\nsubject = "a"\nobject = "{key}-co"\n'
    company = f'[[company]]\nid = "{key}-co"\nname = "{key} company"\n'
    told = f"history = [{history}]\nevidence = [{', '.join(quotes)}]\n{more}\n"
    return f"{company}[[relationship]]\n{ends}{told}"


def statement(key: str, stance: str, more: str = "") -> str:
    what = f'id = "{key}"\nstance = "{stance}"\ntext = "{key}"\nevidence = [{NEWS}, {PAPER}]\n'
    return f"[[statement]]\n{what}{more}\n"


def deal(key: str, status: str) -> str:
    about = f'id = "{key}"\ntype = "merger"\ntitle = "{key}"\nevidence = [{NEWS}, {PAPER}]\n'
    return (
        f'[[deal]]\n{about}parties = [{{ entity = "a", role = "partner" }}]\n'
        f'history = [{{ status = "{status}" }}]\n'
    )


NOW_IN_PAPER = f'{{ status = "current", evidence = [{PAPER}] }}'
SET = "".join((
    '[dataset]\nid = "trust"\ntitle = "Trust"\n',
    '[[source]]\nid = "news"\ntitle = "News"\n[[source]]\nid = "paper"\ntitle = "Paper"\n',
    '[[company]]\nid = "a"\nname = "A"\n',
    figure("one", NEWS),
    figure("two", NEWS, PAPER),
    figure("none"),
    figure("refuted", NEWS, AGAINST),
    figure("only-refuted", AGAINST),
    figure("guess", INFERRED),
    figure("guess-refuted", INFERRED, AGAINST),
    figure("guess-stated", INFERRED, PAPER),
    figure("plan", NEWS, PAPER, more='status = "planned"'),
    figure("maybe", NEWS, PAPER, more='modality = "possible"'),
    computed("of-one", "{one} + {guess}"),
    computed("of-one-again", "{of-one} + {one}"),
    computed("of-two", "{one} + {two}"),
    computed("of-none", "{of-one} + {none}"),
    computed("of-one-and-own", "2 * {one}", PAPER),
    tie("by-history", NOW_IN_PAPER),
    tie("by-both", NOW_IN_PAPER, NEWS),
    tie("by-nothing", '{ status = "current" }'),
    tie("to-come", '{ status = "planned" }', NEWS, PAPER),
    tie("maybe-so", '{ status = "current" }', NEWS, PAPER, more='modality = "possible"'),
    deal("off", "cancelled"),
    deal("ahead", "planned"),
    statement("plans-it", "plans"),
    statement("may-be", "asserts", 'modality = "possible"'),
    '[[reason]]\nid = "why"\ntype = "led_to"\ncause = "off"\neffect = "ahead"\n',
    f"evidence = [{INFERRED}]\n",
))  # fmt: skip

HELD = {
    "disputed": {"refuted", "only-refuted", "guess-refuted"},
    "single-source": {
        "one", "refuted", "guess", "guess-refuted", "of-one", "of-one-again", "by-history", "why",
    },
    "unsupported": {"none", "only-refuted", "of-none", "by-nothing"},
    "derived": {"of-one", "of-one-again", "of-two", "of-none", "of-one-and-own"},
    "planned": {"plan", "to-come", "ahead", "plans-it"},
    "inferred": {"guess", "guess-refuted", "why"},
    "possible": {"maybe", "maybe-so", "may-be"},
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SQLiteStore]:
    folder = tmp_path_factory.mktemp("trust")
    (folder / "set.toml").write_text(SET)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        opened = open_store(str(folder / "set.toml"))
    yield opened
    opened.close()


def test_every_record_of_the_set_is_sound(store: SQLiteStore) -> None:
    assert not {found.code for found in store.findings()} & {"invalid_record", "formula_error"}


@pytest.mark.parametrize("quality", TRUST)
def test_a_quality_holds_for_the_right_claims(store: SQLiteStore, quality: str) -> None:
    wanted = parse(f"is:{quality}")
    kept = [row.id for kind in Kind for row in store.records(kind, wanted)]
    assert sorted(kept) == sorted(HELD[quality])
    without = {row.id for kind in Kind for row in store.records(kind, parse(f"!is:{quality}"))}
    assert without.isdisjoint(kept)
    assert dict(store.summary().qualities)[quality] == len(kept)


@pytest.mark.parametrize("quality", TRUST)
def test_it_narrows_a_page_too(store: SQLiteStore, quality: str) -> None:
    rows = store.claims("a", parse(f"is:{quality}"))
    shown = {row.claim for row in store.claims("a")} & HELD[quality]
    assert shown <= {row.claim for row in rows}


def test_the_totals_are_of_claims_and_of_known_qualities(store: SQLiteStore) -> None:
    assert [name for name, _ in store.summary().qualities] == list(TRUST)
    assert set(TRUST) <= set(QUALITIES)
    assert all(
        store.count(kind, parse("is:unsupported")) == 0 for kind in Kind if kind not in CLAIM_KINDS
    )
