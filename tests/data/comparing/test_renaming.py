"""That a record under another id is one change, whatever follows it."""

from __future__ import annotations

from collections.abc import Callable

from scale_explorer.data.comparing.change import Comparison, What
from scale_explorer.data.comparing.compare import compare
from scale_explorer.data.comparing.version import Version

Differing = Callable[..., Comparison]
RENAMED = (('"alder"', '"baker"'), ("alder.customer_of", "baker.customer_of"))


def test_an_entity_that_all_references_follow_is_one_change(differing: Differing) -> None:
    (change,) = differing(*RENAMED).changes
    assert change.what is What.RENAMED
    assert (change.was, change.id) == ("alder", "baker")
    assert change.details[0].words == ("id: alder → baker; 5 records that name it follow")


def test_what_changed_besides_is_told_of_the_renamed(differing: Differing) -> None:
    found = differing(*RENAMED, ('name = "Alder Bakery"', 'name = "Baker & Daughters"'))
    (change,) = found.of(What.RENAMED)
    assert [detail.field for detail in change.details][:2] == ["id", "name"]
    fields = {detail.field for each in found.of(What.CHANGED) for detail in each.details}
    assert fields <= {"finding"}


def test_a_claim_that_follows_tells_only_what_else_changed(differing: Differing) -> None:
    found = differing(*RENAMED, ('role = "the biggest customer"', 'role = "a customer"'))
    assert [(each.what, each.id) for each in found.changes] == [
        (What.RENAMED, "baker"),
        (What.CHANGED, "baker.customer_of.birch"),
    ]
    assert [each.field for each in found.changes[1].details] == ["role"]


def test_renaming_a_source_loses_no_verdict(differing: Differing) -> None:
    (change,) = differing(('id = "news"', 'id = "paper"')).changes
    assert (change.what, change.was) == (What.RENAMED, "news")


def test_renaming_a_computed_figure_keeps_what_it_comes_to(differing: Differing) -> None:
    (change,) = differing(("alder-share", "share-of-alder")).changes
    assert [each.field for each in change.details] == ["id"]


def test_an_entity_with_another_name_and_id_and_no_claim_is_another(differing: Differing) -> None:
    found = differing(
        ('id = "dana-fox"\nname = "Dana Fox"', 'id = "ida-wren"\nname = "Ida Wren"'),
    )
    assert [change.id for change in found.of(What.ADDED)] == ["ida-wren"]
    assert [change.id for change in found.of(What.REMOVED)] == ["dana-fox"]
    assert not found.of(What.RENAMED)


def test_a_swap_of_two_ids_is_told_as_what_it_reads_like(
    before: Version, edited: Callable[..., Version]
) -> None:
    now = edited(('"alder"', '"x"'), ('"elm"', '"alder"'), ('"x"', '"elm"'))
    assert {"alder", "elm"} <= {change.id for change in compare(before, now).changes}
