"""Frozen dataclasses that cost little to define.

The standard decorator writes six functions for each class and has them compiled, and it loads
`inspect`. With the three hundred classes that a start loads, that was a third of its time, while
most of them are not used before the first screen. Here only `__init__` is compiled, for a class of
which many instances are made; the rest needs no code of its own. To `replace`, `fields`, `asdict`,
patterns, pickle and type checkers it is a dataclass like any other. One without slots, which may so
keep what it worked out (`cached_property`), is made the same way. What is more than frozen, slotted
and perhaps `kw_only` is left to the standard decorator.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    # To type checkers these are the standard ones, whose rules they know.
    from dataclasses import asdict, dataclass, field, replace
else:

    def dataclass(
        *, frozen: bool = False, slots: bool = False, kw_only: bool = False, **rest: bool
    ) -> Callable[[type[Any]], type[Any]]:
        """Return what makes a class a dataclass; it takes what the standard one takes."""
        standard = _standard(frozen=frozen, slots=slots, kw_only=kw_only, **rest)
        if not frozen or rest:
            return standard
        make = slotted if slots else completed
        return lambda cls: standard(cls) if _is_special(cls) else make(cls, kw_only=kw_only)

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

    def asdict(one: Any) -> dict[str, Any]:
        """Return a dataclass as a dict, with those that it holds."""
        import dataclasses  # noqa: PLC0415 - as above

        return dataclasses.asdict(one)


__all__ = ["asdict", "dataclass", "field", "replace"]

_DEFAULTS = "_defaults_"
"""What a class of ours keeps: its fields with their defaults, those of its bases first."""
_TOLD = ("__dataclass_fields__", "__dataclass_params__")
"""By what `dataclasses` knows a class."""
_NONE: Any = object()
"""The default of a field that has none."""
_UNCOMPILED = 16
"""Instances of a class that are made before its `__init__` is compiled."""


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


def slotted(cls: type[Any], *, kw_only: bool) -> type[Any]:
    """Make the class anew with slots, as slots cannot be given to one that is there."""
    own = _own_fields(cls)
    defaults = _inherited(cls)
    slots = tuple(name for name in own if name not in defaults)
    defaults |= own
    names = tuple(defaults)
    body = _methods(names) | _state_methods(names)
    body |= vars(cls)
    for unwanted in (*own, "__dict__", "__weakref__"):
        body.pop(unwanted, None)
    body |= {"__slots__": slots, "__qualname__": cls.__qualname__}
    body |= _known(cls, defaults, kw_only=kw_only, slots=True)
    metaclass: Any = type(cls)
    made = metaclass(cls.__name__, cls.__bases__, body)
    made.__init__ = _first_init(made, kw_only=kw_only)
    return cast("type[Any]", made)


def completed(cls: type[Any], *, kw_only: bool) -> type[Any]:
    """Give a class without slots what every dataclass has; its instances keep all in a dict."""
    own = _own_fields(cls)
    defaults = _inherited(cls) | own
    known = _known(_copy(cls), defaults, kw_only=kw_only, slots=False)
    for name, it in (_methods(tuple(defaults)) | known).items():
        if name not in vars(cls) or (name == "__hash__" and vars(cls)[name] is None):
            setattr(cls, name, it)
    for name, default in own.items():
        if isinstance(default, _Field):
            _forget(cls, name, default)
    made: Any = cls
    made.__init__ = _first_init(made, kw_only=kw_only)
    return cls


def _copy(cls: type[Any]) -> type[Any]:
    """Return a class such as this one is before it is completed, for the twin to be made of."""
    metaclass: Any = type(cls)
    own = {name: it for name, it in vars(cls).items() if name not in {"__dict__", "__weakref__"}}
    return cast("type[Any]", metaclass(cls.__name__, cls.__bases__, own))


def _forget(cls: type[Any], name: str, default: _Field) -> None:
    """Leave the plain default of a field as an attribute of the class, or nothing."""
    if default.default is _NONE:
        delattr(cls, name)
    else:
        setattr(cls, name, default.default)


def _known(
    cls: type[Any], defaults: dict[str, Any], *, kw_only: bool, slots: bool
) -> dict[str, Any]:
    """Return by what a class is known as a dataclass, to us, to patterns and to `dataclasses`."""
    names = (name for name in defaults if not (kw_only or _is_named(defaults[name])))
    twin = _Twin(cls, kw_only=kw_only, slots=slots)
    told = {name: _Told(twin, name) for name in _TOLD}
    return {"__match_args__": tuple(names), _DEFAULTS: defaults} | told


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

    def __init__(self, cls: type[Any], *, kw_only: bool, slots: bool) -> None:
        self._cls = cls
        self._options = {"frozen": True, "slots": slots, "kw_only": kw_only}
        self._made: type[Any] | None = None

    @property
    def made(self) -> type[Any]:
        """The standard dataclass."""
        if self._made is None:
            self._made = _standard(**self._options)(self._cls)
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

    return {
        "__eq__": equal, "__hash__": hashed, "__repr__": told, "__setattr__": _refuse,
        "__delattr__": _refuse,
    }  # fmt: skip


def _state_methods(names: tuple[str, ...]) -> dict[str, Any]:
    """Return what hands the values of slots to pickle and copy, and takes them from there."""

    def state(self: object) -> list[Any]:
        return [getattr(self, name) for name in names]

    def take_state(self: object, state: list[Any]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return {"__getstate__": state, "__setstate__": take_state}


def _values_of(names: tuple[str, ...]) -> Callable[[Any], Any]:
    """Return what reads all fields at once: to compare instances and to hash them."""
    return attrgetter(*names) if names else lambda _: ()


def _refuse(self: object, name: str, *_: object) -> None:
    # Loaded here for the same reason as above.
    from dataclasses import FrozenInstanceError  # noqa: PLC0415

    raise FrozenInstanceError(f"cannot change field {name!r} of {type(self).__name__}")


def _first_init(made: Any, *, kw_only: bool) -> Callable[..., None]:
    """Return an `__init__` that goes through the fields, and soon has a compiled one in its place.

    To compile one takes as long as to make a hundred instances so, and most classes have few. What
    is given wrong is for the compiled one, too, which tells it as Python does.
    """
    setters: list[tuple[str, Callable[[object, object], None] | None, Any]] = []
    placed: tuple[str, ...] = made.__match_args__
    left = _UNCOMPILED

    def first(self: object, *values: object, **named: object) -> None:
        nonlocal left
        left -= 1
        given = named | dict(zip(placed, values, strict=False))
        whole = len(given) == len(values) + len(named)
        if left < 0 or not whole or not _filled(self, setters or _all_setters(), given):
            made.__init__ = _init(made, kw_only=kw_only)
            made.__init__(self, *values, **named)

    def _all_setters() -> list[tuple[str, Callable[[object, object], None] | None, Any]]:
        told: Mapping[str, Any] = getattr(made, _DEFAULTS)
        setters.extend((name, _slot(made, name), default) for name, default in told.items())
        return setters

    return first


def _filled(
    self: Any,
    setters: list[tuple[str, Callable[[object, object], None] | None, Any]],
    given: dict[str, object],
) -> bool:
    """Fill the fields of a new instance; say whether what is given is all that is needed."""
    for name, put, default in setters:
        value = given.pop(name, _NONE)
        if value is _NONE:
            value = default
            if isinstance(default, _Field):
                value = default.default if default.make is None else default.make()
            if value is _NONE:
                return False
        if put is None:
            self.__dict__[name] = value
        else:
            put(self, value)
    if given:
        return False
    if hasattr(self, "__post_init__"):
        self.__post_init__()
    return True


def _slot(made: type[Any], name: str) -> Callable[[object, object], None] | None:
    """Return what puts a value into the slot of this name, where the class has one."""
    put: Callable[[object, object], None] | None = None
    for each in reversed(made.__mro__):
        if name in vars(each).get("__slots__", ()):
            put = vars(each)[name].__set__
    return put


def _init(made: type[Any], *, kw_only: bool) -> Callable[..., None]:
    """Compile `__init__`; each value goes straight into its slot, or into the instance's dict."""
    defaults: Mapping[str, Any] = getattr(made, _DEFAULTS)
    known: dict[str, Any] = {"_NONE": _NONE}
    placed: list[str] = ["self"]
    named: list[str] = []
    lines: list[str] = []
    for name, default in defaults.items():
        slot = _slot(made, name)
        known[f"_set_{name}"] = slot
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
        lines.append(
            f"_set_{name}(self, {value})" if slot else f"self.__dict__[{name!r}] = {value}"
        )
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    parameters = ", ".join([*placed, *(["*", *named] if named else [])])
    code = f"def __init__({parameters}):\n " + "\n ".join(lines or ["pass"])
    exec(code, known)  # noqa: S102 - names of fields only, as the standard library does
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init
