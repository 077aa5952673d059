"""The trees of a chain of reasons become one graph, of which too much is folded away."""

from __future__ import annotations

from scale_explorer.data.analysis.wording import CAUSING, FOLLOWING
from scale_explorer.data.exploring.reason_folds import MOST, Fold, shown
from scale_explorer.data.exploring.reasons import ALONG, Reasons, reasons, with_ways
from scale_explorer.data.store.rows.claims import MOST_LINKS, MOST_STEPS

from .chains import rows

CHAIN = """
    < 1 because a
    < 2 because b
    < 1 despite b~
    > 1 so c
    > 2 yet d
    > 1 so d
"""


def chain(told: str) -> Reasons:
    return reasons("r", "R", rows(told))


def links(found: Reasons) -> list[tuple[str, str, str]]:
    return [(link.cause, link.words, link.effect) for link in found.links]


def test_words_read_from_the_cause_to_the_effect() -> None:
    assert all(ALONG[CAUSING[type_]] == FOLLOWING[type_] for type_ in CAUSING)


def test_a_record_that_is_reached_twice_is_one_box() -> None:
    found = chain(CHAIN)
    assert found.starts == ("r",)
    assert found.records == ("r", "a", "b", "c", "d")
    assert found.titles == ("R", "A", "B", "C", "D")
    assert links(found) == [
        ("a", "so", "r"), ("b", "so", "a"), ("b", "yet", "r"),
        ("r", "so", "c"), ("c", "yet", "d"), ("r", "so", "d"),
    ]  # fmt: skip
    assert (found.stated, found.inferred) == (5, 1)


def test_an_entitys_chain_begins_at_its_claims() -> None:
    found = chain("< 0 - x\n< 1 because a\n> 0 - y\n> 1 so b\n> 0 - z\n> 1 so b")
    assert found.starts == ("x", "y", "z")
    assert "r" not in found.records
    assert links(found) == [("a", "so", "x"), ("y", "so", "b"), ("z", "so", "b")]


def test_a_relationship_has_links_of_its_own_beside_those_of_its_claims() -> None:
    found = chain("< 1 because a\n< 0 - x\n< 1 because b\n> 0 - x\n> 1 so c")
    assert found.starts == ("r", "x")
    assert links(found) == [("a", "so", "r"), ("b", "so", "x"), ("x", "so", "c")]


def test_a_circle_is_read_once() -> None:
    found = chain("< 1 because a\n< 2 because r\n> 1 so a\n> 2 so r")
    assert links(found) == [("a", "so", "r"), ("r", "so", "a")]
    assert found.records == ("r", "a")


def test_what_is_more_than_the_store_tells_is_said() -> None:
    assert not chain(CHAIN).cut
    assert "8" in chain("\n".join(f"> {n} so e{n}" for n in range(1, MOST_STEPS + 1))).cut
    assert "200" in chain("\n".join(f"> 1 so e{n}" for n in range(MOST_LINKS))).cut


def test_what_leads_to_a_kept_link_is_kept() -> None:
    found = rows(CHAIN)
    assert with_ways(found, [found[1], found[4]]) == (found[0], found[1], found[3], found[4])
    assert with_ways(found, [found[2]]) == (found[2],)
    assert with_ways(found, []) == ()


def test_no_claim_of_the_other_section_leads_to_a_link() -> None:
    found = rows("< 0 - x\n< 1 because a\n> 1 so c")
    assert with_ways(found, [found[2]]) == (found[2],)


MANY = "\n".join([*(f"< 1 because a{n}" for n in range(90)), *(f"> 1 so b{n}" for n in range(90))])


def test_a_small_chain_is_shown_whole() -> None:
    found = chain(CHAIN)
    assert shown(found) == shown(found, most=len(found.records))
    assert (shown(found).reasons, shown(found).folds, shown(found).hidden) == (found, (), 0)


def test_of_many_the_first_are_shown_and_the_rest_counted() -> None:
    found = shown(chain(MANY))
    assert len(found.reasons.records) == MOST
    assert found.hidden == 181 - MOST
    causes, effects = found.folds
    assert (causes.causes, effects.causes) == (True, False)
    assert causes.count + effects.count == found.hidden
    assert abs(causes.count - effects.count) < 12, "both ways have something to show"


def test_an_opened_group_shows_all_of_its_own() -> None:
    key = shown(chain(MANY)).folds[0].key
    found = shown(chain(MANY), frozenset({key}))
    opened, closed = found.folds
    assert opened.is_open
    assert not closed.is_open
    assert found.hidden == closed.count
    assert {f"a{n}" for n in range(90)} <= set(found.reasons.records)
    assert opened.count == shown(chain(MANY)).folds[0].count


def test_a_group_in_an_opened_group_opens_too() -> None:
    told = "\n".join(f"< {depth} because a{depth}" for depth in range(1, 6))
    first = shown(chain(told), most=2)
    assert first.folds == (Fold("fold:causes:a1", "a1", causes=True, count=1),)
    both = shown(chain(told), frozenset({"fold:causes:a1", "fold:causes:a2"}), most=2)
    assert [fold.key for fold in both.folds if not fold.is_open] == ["fold:causes:a3"]
    assert both.hidden == 2


def test_starts_are_folded_too() -> None:
    told = "\n".join(f"< 0 - x{n}\n< 1 because a{n}" for n in range(60))
    found = shown(chain(told))
    starts = found.folds[0]
    assert (starts.key, starts.record) == ("fold:starts", "")
    assert starts.count == 60 - len(found.reasons.starts)
    assert len(found.reasons.records) == MOST
    assert not shown(chain(told), frozenset({"fold:starts"})).reasons.starts[60:]
    assert len(shown(chain(told), frozenset({"fold:starts"})).reasons.starts) == 60


def test_every_folded_record_is_counted_at_an_edge() -> None:
    found = shown(chain(MANY + "\n> 2 so c\n> 3 so d"), most=20)
    assert found.hidden == 183 - 20
    assert {link.cause for link in found.reasons.links} <= set(found.reasons.records)
    assert sum(fold.count for fold in found.folds) >= found.hidden - 2
