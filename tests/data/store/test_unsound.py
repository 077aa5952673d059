"""Sets that are wrong in every reference still open, and every page of them can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.query import parse
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import Kind

UNSOUND = """
[dataset]
id = "unsound"
title = "Nothing is where it should be"
lead = ["nobody", "talk"]

[[source]]
id = "paper"
title = "Paper"

[[company]]
id = "acme"
name = "Acme \\u202e [/bold]"

[[relationship]]
type = "customer_of"
subject = "acme"
object = "nobody"
deal = "no-deal"
history = [{ status = "former", date = "2020", evidence = [{ source = "no-paper", exact = "x" }] }]

[[deal]]
id = "sale"
type = "acquisition"
title = "A sale"
parties = [{ entity = "nobody", role = "buyer" }]

[[figure]]
id = "loop-a"
subject = "acme"
measure = "share"
unit = "%"
formula = "{loop-b} / {nothing}"

[[figure]]
id = "loop-b"
subject = "nobody"
measure = "share"
unit = "%"
scope = "nobody"
relative_to = "nothing"
period = { after = "no-deal" }
formula = "{loop-a} / ("

[[statement]]
id = "talk"
stance = "asserts"
text = "Talk"
speaker = "nobody"
about = [{ id = "nobody" }]

[[reason]]
type = "led_to"
cause = "nothing"
effect = "talk"

[[reason]]
id = "because-of-itself"
type = "despite"
cause = "because-of-itself"
effect = "because-of-itself"

[[group]]
id = "crowd"
name = "A crowd"
members = ["nobody", "crowd"]
part_of = "crowd"
"""


def test_every_page_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "set.toml").write_text(UNSOUND)
    store = open_store(str(tmp_path / "set.toml"))
    ids = [row.id for kind in Kind for row in store.records(kind)]
    assert len(ids) == 10
    for each in ids:
        assert store.portrait(each) is not None
        assert store.document(each)
        store.claims(each)
        store.why(each)
        store.evidence(each)
    assert [row.claim for row in store.story()] == ["talk"]
    tie = store.record("acme.customer_of.nobody")
    assert tie is not None
    assert tie.quotes == len(store.evidence(tie.id)) == 0
    assert store.summary().errors > 5
    derivation = store.derivation("loop-a")
    assert derivation is not None
    assert derivation.error
    store.close()


def test_names_come_out_safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "set.toml").write_text(UNSOUND)
    store = open_store(str(tmp_path / "set.toml"))
    (acme,) = store.records(Kind.COMPANY)
    assert "\u202e" not in acme.title
    assert acme.title.endswith("[/bold]")
    store.close()


@pytest.mark.parametrize("odd", ["\udcff", "\0", "9" * 5_000, "'--", "a" * 100_000])
def test_odd_arguments_find_nothing(mill: SQLiteStore, odd: str) -> None:
    assert mill.record(odd) is None
    assert mill.document(odd) is None
    assert mill.evidence(odd) == ()
    assert mill.search(odd) == ()
    assert mill.claims("birch", after=odd) == ()
    assert mill.records(Kind.COMPANY, parse(odd[:99])) == ()
