"""A group that two sets share has the members of both."""

from __future__ import annotations

from scale_explorer.data.matching.united import united
from scale_explorer.models.group import Extent, Group


def test_a_group_has_the_members_of_both_sets() -> None:
    one = Group.model_construct(id="x/mills", name="mills", members=("x/birch", "x/elm"))
    other = Group.model_construct(
        id="x/mills", name="some mills", members=("x/birch", "y/oak"), part_of="y/trade",
        extent=Extent.MOST,
    )  # fmt: skip
    group = united([one, other])
    assert isinstance(group, Group)
    assert group.members == ("x/birch", "x/elm", "y/oak")
    assert (group.part_of, group.extent) == ("y/trade", Extent.MOST)
    assert group.name == "mills"
    assert group.aliases == ("some mills",)
