"""Our frozen dataclasses are held against those of the standard library."""

from __future__ import annotations

import abc
import copy
import dataclasses
import functools
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from scale_explorer.models.frozen import dataclass, field, replace

Value = Any


def set_x(one: Value) -> None:
    one.x = 3


def delete_x(one: Value) -> None:
    del one.x


@dataclass(frozen=True, slots=True)
class Point:
    """Two numbers and what each instance has of its own."""

    UNIT: ClassVar[str] = "m"
    x: int
    y: int = 2
    names: list[str] = field(default_factory=list[str])

    @property
    def sum(self) -> int:
        return self.x + self.y


@dataclasses.dataclass(frozen=True, slots=True)
class StandardPoint:
    """The same by the standard decorator."""

    x: int
    y: int = 2
    names: list[str] = dataclasses.field(default_factory=list[str])


@dataclass(frozen=True, slots=True)
class Place(Point):
    """A point with a name."""

    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Takes names only; a check runs when it is made."""

    low: int = 0
    high: int

    def __post_init__(self) -> None:
        if self.low > self.high:
            object.__setattr__(self, "low", self.high)


@dataclass(frozen=True, slots=True)
class Wide:
    """One field of it is given by its name only."""

    name: str
    least: int = field(default=3, kw_only=True)
    right: bool = False


@dataclass(frozen=True, slots=True)
class Nothing:
    """Has no field."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Leaves a field out of comparison, which is for the standard decorator."""

    key: str
    label: str = dataclasses.field(default="", compare=False)


@pytest.mark.parametrize("kind", [Point, StandardPoint])
def test_it_behaves_as_the_standard_one(kind: Value) -> None:
    one, same, other = kind(1), kind(1, 2, []), kind(1, y=3)
    assert one == same
    assert one != other
    assert one != (1, 2, [])
    assert one.names is not same.names
    assert dataclasses.replace(one, x=5) == kind(5)
    assert dataclasses.asdict(other) == {"x": 1, "y": 3, "names": []}
    assert [each.name for each in dataclasses.fields(kind)] == ["x", "y", "names"]
    assert dataclasses.is_dataclass(other)
    assert pickle.loads(pickle.dumps(other)) == other == copy.deepcopy(other)  # noqa: S301 - our own
    assert repr(other) == f"{type(other).__qualname__}(x=1, y=3, names=[])"
    assert vars(type(other))["__match_args__"] == ("x", "y", "names")
    assert not hasattr(one, "__dict__")


@pytest.mark.parametrize("change", [set_x, delete_x])
@pytest.mark.parametrize("kind", [Point, StandardPoint])
def test_it_cannot_be_changed(kind: Value, change: Callable[[Any], None]) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        change(kind(1))


@pytest.mark.parametrize("wrong", [{}, {"z": 1}, {"x": 1, "z": 2}])
def test_wrong_arguments_are_refused_by_name(wrong: dict[str, int]) -> None:
    with pytest.raises(TypeError, match=r"Point\.__init__"):
        Point(**wrong)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_equal_values_have_one_hash() -> None:
    assert hash(Named(high=3)) == hash(Named(low=0, high=3))
    assert {Nothing(), Nothing()} == {Nothing()}


def test_a_pattern_takes_its_fields() -> None:
    match Place(1, label="here"):
        case Place(x, y, _, label):
            assert (x, y, label) == (1, 2, "here")
        case _:
            pytest.fail("no match")


def test_a_base_gives_its_fields_first() -> None:
    there = Place(1, 2, [], "here")
    assert (there.x, there.label, there.sum, Place.UNIT) == (1, "here", 3, "m")
    assert there != Point(1)
    assert dataclasses.replace(there, label="there") == Place(1, label="there")


def test_a_check_runs_when_one_is_made() -> None:
    assert Named(low=9, high=3).low == 3
    with pytest.raises(TypeError):
        Named(1, 2)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def test_a_field_may_be_given_by_its_name_only() -> None:
    wide = Wide("a", True, least=1)  # noqa: FBT003 - that is what is tested
    assert (wide.right, wide.least, Wide("a").least) == (True, 1, 3)
    assert Wide.__match_args__ == ("name", "right")
    assert dataclasses.replace(wide, name="b") == Wide("b", right=True, least=1)
    with pytest.raises(TypeError):
        Wide("a", True, 1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]  # noqa: FBT003


def test_what_it_cannot_do_is_left_to_the_standard_one() -> None:
    assert Compared("a", "x") == Compared("a", "y")


def test_a_standard_base_is_refused() -> None:
    with pytest.raises(TypeError, match="made in two ways"):

        @dataclass(frozen=True, slots=True)
        class Mixed(StandardPoint):  # pyright: ignore[reportUnusedClass]
            label: str = ""


def test_defining_and_making_one_loads_no_dataclasses() -> None:
    code = (
        "from __future__ import annotations\nimport sys\n"
        "from scale_explorer.models.frozen import dataclass\n"
        "@dataclass(frozen=True, slots=True)\nclass A:\n    x: int = 1\n"
        "assert A() == A(1) and hash(A()) and str(A())\n"
        "assert not {'dataclasses', 'inspect'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("one", [Point(1), StandardPoint(1), Compared("a")])
def test_ours_replaces_in_either_kind(one: Value) -> None:
    name = dataclasses.fields(one)[0].name
    assert replace(one, **{name: 9}) == dataclasses.replace(one, **{name: 9})
    with pytest.raises(TypeError):
        replace(one, nothing=1)


@dataclass(frozen=True)
class Loose:
    """Without slots, so that it keeps what it worked out."""

    x: int
    names: list[str] = field(default_factory=list[str])
    y: int = 2

    @functools.cached_property
    def sum(self) -> int:
        return self.x + self.y


@dataclasses.dataclass(frozen=True)
class StandardLoose:
    """The same by the standard decorator."""

    x: int
    names: list[str] = dataclasses.field(default_factory=list[str])
    y: int = 2


@dataclass(frozen=True)
class Abstract(abc.ABC):
    """A base that is not whole."""

    x: int

    @abc.abstractmethod
    def told(self) -> str: ...


@dataclass(frozen=True)
class Whole(Abstract):
    """One that is."""

    label: str = "a"

    def told(self) -> str:
        return f"{self.label}{self.x}"


def test_one_without_slots_is_the_same_and_keeps_what_it_worked_out() -> None:
    ours, theirs = Loose(1, ["a"]), StandardLoose(1, ["a"])
    assert repr(ours) == repr(theirs).replace("Standard", "")
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert [each.name for each in dataclasses.fields(Loose)] == ["x", "names", "y"]
    assert vars(ours) == vars(theirs)
    assert Loose.__match_args__ == StandardLoose.__match_args__
    assert (ours, Loose.y, hasattr(Loose, "names")) == (Loose(1, ["a"]), 2, False)
    assert (ours.sum, vars(ours)["sum"]) == (3, 3)
    assert Loose(1).names is not Loose(1).names


def test_one_without_slots_is_frozen_and_travels() -> None:
    ours = Loose(1, y=5)
    for change in (set_x, delete_x):
        with pytest.raises(dataclasses.FrozenInstanceError, match="'x'"):
            change(ours)
    assert pickle.loads(pickle.dumps(ours)) == copy.deepcopy(ours) == ours  # noqa: S301 - our own
    assert replace(ours, x=2) == dataclasses.replace(ours, x=2) == Loose(2, y=5)
    with pytest.raises(TypeError):
        hash(ours)  # it holds a list


def test_one_without_slots_may_stand_on_an_abstract_one() -> None:
    assert Whole(1, "b").told() == "b1"
    assert hash(Whole(1)) == hash(Whole(1))
    abstract: Value = Abstract
    with pytest.raises(TypeError, match="abstract"):
        abstract(1)
