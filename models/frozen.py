"""Frozen, slotted dataclasses that cost little to define.

The standard decorator writes six functions for each class and has them compiled, and it loads
`inspect`. With the three hundred classes that a start loads, that was a third of its time, while
most of them are not used before the first screen. Here only `__init__` is compiled, for the first
instance of a class; the rest needs no code of its own. To `replace`, `fields`, `asdict`, patterns,
pickle and type checkers it is a dataclass like any other. What is more than frozen, slotted and
perhaps `kw_only` is left to the standard decorator.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    # To type checkers these are the standard ones, whose rules they know.
    from dataclasses import dataclass, field, replace
else:

    def dataclass(
        *, frozen: bool = False, slots: bool = False, kw_only: bool = False, **rest: bool
    ) -> Callable[[type[Any]], type[Any]]:
        """Return what makes a class a dataclass; it takes what the standard one takes."""
        standard = _standard(frozen=frozen, slots=slots, kw_only=kw_only, **rest)
        if not (frozen and slots) or rest:
            return standard
        return lambda cls: standard(cls) if _is_special(cls) else _made(cls, kw_only=kw_only)

    def field(**told: Any) -> Any:
        """Return what is told of a field: `default`, `default_factory`, `kw_only`."""
        return _Field(**told)

    def replace(one: Any, /, **changes: Any) -> Any:
        """Return a dataclass with some fields changed; one of the standard kind will do too."""
        kind = type(one)
        if (fields := vars(kind).get(_DEFAULTS)) is None:
            # Loaded here for the reason that `_standard` tells.
            import dataclasses  # noqa: PLC0415

            return dataclasses.replace(one, **changes)
        return kind(**({name: getattr(one, name) for name in fields} | changes))


__all__ = ["dataclass", "field", "replace"]

_DEFAULTS = "_defaults_"
"""What a class of ours keeps: its fields with their defaults, those of its bases first."""
_TOLD = ("__dataclass_fields__", "__dataclass_params__")
"""By what `dataclasses` knows a class."""
_NONE: Any = object()
"""The default of a field that has none."""


class _Field:
    """What is told of a field beyond a default: that is made anew, or given by its name only."""

    def __init__(
        self,
        *,
        default: Any = _NONE,
        default_factory: Callable[[], Any] | None = None,
        kw_only: bool = False,
    ) -> None:
        self.default = default
        self.make = default_factory
        self.kw_only = kw_only

    def as_standard(self) -> Any:
        """Return the same of the standard kind."""
        import dataclasses  # noqa: PLC0415 - as in `_standard`

        if self.make is not None:
            return dataclasses.field(default_factory=self.make, kw_only=self.kw_only)
        return dataclasses.field(default=self.default, kw_only=self.kw_only)


def _standard(**options: Any) -> Callable[[type[Any]], type[Any]]:
    def made(cls: type[Any]) -> type[Any]:
        # Loaded here because it brings `inspect`, and a start has no use for either.
        import dataclasses  # noqa: PLC0415

        for name, value in list(vars(cls).items()):
            if isinstance(value, _Field):
                setattr(cls, name, value.as_standard())
        decorate: Any = dataclasses.dataclass(**options)
        return cast("type[Any]", decorate(cls))

    return made


def _is_special(cls: type[Any]) -> bool:
    """Say whether the standard `field` tells more of one than ours can."""
    return any(type(value).__module__ == "dataclasses" for value in vars(cls).values())


def _made(cls: type[Any], *, kw_only: bool) -> type[Any]:
    """Make the class anew with slots, as slots cannot be given to one that is there."""
    own = _own_fields(cls)
    defaults = _inherited(cls)
    slots = tuple(name for name in own if name not in defaults)
    defaults |= own
    names = tuple(defaults)
    taken = tuple(name for name in names if not (kw_only or _is_named(defaults[name])))
    body = _methods(names) | {name: it for name, it in vars(cls).items() if name not in own}
    for unwanted in ("__dict__", "__weakref__"):
        body.pop(unwanted, None)
    twin = _Twin(cls, kw_only=kw_only)
    body |= {"__slots__": slots, "__match_args__": taken, _DEFAULTS: defaults}
    body |= {name: _Told(twin, name) for name in _TOLD}
    metaclass: Any = type(cls)
    made = metaclass(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    made.__init__ = _first_init(made, kw_only=kw_only)
    return cast("type[Any]", made)


def _inherited(cls: type[Any]) -> dict[str, Any]:
    """Return the fields of the bases; a base of the standard kind would have to tell too much."""
    defaults: dict[str, Any] = {}
    for base in reversed(cls.__mro__[1:]):
        if _DEFAULTS not in vars(base) and _TOLD[0] in vars(base):
            raise TypeError(f"{cls.__name__} and its base {base.__name__} are made in two ways")
        defaults |= vars(base).get(_DEFAULTS, {})
    return defaults


def _is_named(default: object) -> bool:
    """Say whether a field is given by its name only."""
    return isinstance(default, _Field) and default.kw_only


def _own_fields(cls: type[Any]) -> dict[str, Any]:
    """Return the fields that a class names itself, with their defaults."""
    return {
        name: vars(cls).get(name, _NONE)
        for name, kind in cls.__annotations__.items()
        if not str(kind).startswith("ClassVar")
    }


class _Twin:
    """What the standard decorator makes of a class: made when `dataclasses` is asked about it."""

    def __init__(self, cls: type[Any], *, kw_only: bool) -> None:
        self._cls = cls
        self._kw_only = kw_only
        self._made: type[Any] | None = None

    @property
    def made(self) -> type[Any]:
        """The standard dataclass."""
        if self._made is None:
            self._made = _standard(frozen=True, slots=True, kw_only=self._kw_only)(self._cls)
        return self._made


class _Told:
    """An attribute by which `dataclasses` knows a class, taken from the twin when asked for."""

    def __init__(self, twin: _Twin, name: str) -> None:
        self._twin = twin
        self._name = name

    def __get__(self, instance: object, owner: type[Any]) -> Any:
        """Return it, for an instance and for the class alike, and be there no more after that."""
        told = vars(self._twin.made)[self._name]
        holder = next(each for each in owner.__mro__ if vars(each).get(self._name) is self)
        setattr(holder, self._name, told)
        return told


def _methods(names: tuple[str, ...]) -> dict[str, Any]:
    """Return what every dataclass has, for one with fields of these names."""
    values = _values_of(names)

    def equal(self: object, other: object) -> bool:
        same: bool = values(self) == values(other) if type(other) is type(self) else NotImplemented
        return same

    def hashed(self: object) -> int:
        return hash(values(self))

    def told(self: object) -> str:
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({parts})"

    def state(self: object) -> list[Any]:
        return [getattr(self, name) for name in names]

    def take_state(self: object, state: list[Any]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return {
        "__eq__": equal, "__hash__": hashed, "__repr__": told, "__getstate__": state,
        "__setstate__": take_state, "__setattr__": _refuse, "__delattr__": _refuse,
    }  # fmt: skip


def _values_of(names: tuple[str, ...]) -> Callable[[Any], Any]:
    """Return what reads all fields at once: to compare instances and to hash them."""
    return attrgetter(*names) if names else lambda _: ()


def _refuse(self: object, name: str, *_: object) -> None:
    # Loaded here for the same reason as above.
    from dataclasses import FrozenInstanceError  # noqa: PLC0415

    raise FrozenInstanceError(f"cannot change field {name!r} of {type(self).__name__}")


def _first_init(made: Any, *, kw_only: bool) -> Callable[..., None]:
    """Return an `__init__` that puts a compiled one in its place when it is first called."""

    def first(self: object, *values: object, **named: object) -> None:
        made.__init__ = _init(made, kw_only=kw_only)
        made.__init__(self, *values, **named)

    return first


def _init(made: type[Any], *, kw_only: bool) -> Callable[..., None]:
    """Compile `__init__`; each value goes straight into its slot."""
    defaults: Mapping[str, Any] = getattr(made, _DEFAULTS)
    known: dict[str, Any] = {"_NONE": _NONE}
    placed: list[str] = ["self"]
    named: list[str] = []
    lines: list[str] = []
    for name, default in defaults.items():
        known[f"_set_{name}"] = getattr(made, name).__set__
        value, usual = name, default
        if isinstance(default, _Field):
            usual = default.default
            if default.make is not None:
                known[f"_make_{name}"] = default.make
                value = f"_make_{name}() if {name} is _NONE else {name}"
        known[f"_default_{name}"] = usual
        needed = usual is _NONE and value == name
        parameter = name if needed else f"{name}=_default_{name}"
        (named if kw_only or _is_named(default) else placed).append(parameter)
        lines.append(f"_set_{name}(self, {value})")
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    parameters = ", ".join([*placed, *(["*", *named] if named else [])])
    code = f"def __init__({parameters}):\n " + "\n ".join(lines or ["pass"])
    exec(code, known)  # noqa: S102 - names of fields only, as the standard library does
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init
