"""Keys of one's own over a preset: what a user asks for, as far as it can be done, and why not.

A key that the user gives acts wherever its action does. A default that held it loses it there: for
good when the user's choice covers all of the default's scope, else in that pane, which is told.
Of two wishes for one key the first stands. One key ends another's sequence: with `g` bound, `g g`
would never be reached, so the two are in each other's way like the same key twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from scale_explorer.data.finding import Severity
from scale_explorer.data.loading.nearest import did_you_mean
from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass

from .key_names import LETTER, caution, understood
from .keymap import PANE_SCOPES, Keymap
from .keys import SCOPES, KeyBinding, shown
from .sequences import begins

VITAL = ("app.quit", "app.help", "app.peel")
"""Actions that keep a key whatever the settings say, so that nobody is locked in."""

MOST_KEYS = 8
"""Keys of one action."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the wish for an action, `about`; a warning is followed nonetheless."""

    about: str
    message: str
    severity: Severity = Severity.ERROR


_Tell: TypeAlias = Callable[[Problem], None]


@dataclass(frozen=True, slots=True)
class _Wish:
    """A key that the user wants for an action."""

    binding: KeyBinding
    key: str

    def hinders(self, binding: KeyBinding, key: str) -> bool:
        """Say whether in some pane this key and another binding's cannot both be pressed."""
        return _overlap(self.binding.scope, binding.scope) and _collide(self.key, key)

    def takes(self, binding: KeyBinding, key: str) -> bool:
        """Say whether the other binding is left nowhere to be pressed with its key."""
        return self.hinders(binding, key) and _covers(self.binding.scope, binding.scope)


_Wishes: TypeAlias = tuple[_Wish, ...]


def remapped(
    preset: Keymap, changes: Mapping[str, tuple[str, ...]]
) -> tuple[Keymap, tuple[Problem, ...]]:
    """Return the preset with the keys that `changes` gives to actions, and what is wrong with it.

    Keys are as people write them, in the order of the file; none at all disables an action. An
    action none of whose keys can be used keeps the preset's.
    """
    problems: list[Problem] = []
    tell = problems.append
    known = tuple(_known(preset, changes, tell))
    disabled = frozenset(_disabled(known, tell))
    wishes = tuple(wish for binding, written in known for wish in _wishes(binding, written, tell))
    wishes = _sparing_vital(preset, _without_clashes(wishes, tell), tell)
    keymap = preset.with_keys(
        {binding.id: _keys(binding, wishes, disabled) for binding in preset.bindings}
    )
    problems.extend(_bereft(preset, keymap, wishes, disabled))
    problems.extend(_hidden(keymap, wishes))
    return keymap, tuple(problems)


_Known: TypeAlias = tuple[KeyBinding, tuple[str, ...]]


def _known(preset: Keymap, changes: Mapping[str, tuple[str, ...]], tell: _Tell) -> Iterator[_Known]:
    """Yield the actions that exist with what is wanted for them."""
    by_id = {binding.id: binding for binding in preset.bindings}
    for id_, written in changes.items():
        if id_ in by_id:
            yield by_id[id_], written
        else:
            meant = did_you_mean(id_, by_id) or "`scale-explorer keys` lists them"
            tell(Problem(id_, f"there is no such action; {meant}"))


def _disabled(known: Iterable[_Known], tell: _Tell) -> Iterator[str]:
    for binding, written in known:
        if written:
            continue
        if binding.id in VITAL:
            tell(Problem(binding.id, "this action must keep a key, so it keeps its usual ones"))
        else:
            yield binding.id


def _wishes(binding: KeyBinding, written: tuple[str, ...], tell: _Tell) -> Iterator[_Wish]:
    """Read the keys of one action, each once."""
    if len(written) > MOST_KEYS:
        tell(Problem(binding.id, f"an action has at most {MOST_KEYS} keys; the rest are left out"))
    seen: set[str] = set()
    for one in written[:MOST_KEYS]:
        try:
            key = _fitting(understood(one), binding)
        except UsageError as error:
            tell(Problem(binding.id, str(error)))
            continue
        if why := caution(key):
            tell(Problem(binding.id, f"{shown(key)}: {why}", Severity.WARNING))
        if key not in seen:
            seen.add(key)
            yield _Wish(binding, key)


def _fitting(key: str, binding: KeyBinding) -> str:
    """Return a key; raises UsageError unless it ends in a letter where the action takes one."""
    *before, last = key.split(" ")
    if binding.takes_letter and (last != LETTER or not before):
        raise UsageError(f"this action takes a letter after its keys, such as 'f9 {LETTER}'")
    if LETTER in before or (last == LETTER and not binding.takes_letter):
        raise UsageError(f"{LETTER} only stands at the end, for an action that takes a letter")
    return key


def _without_clashes(wishes: _Wishes, tell: _Tell) -> _Wishes:
    """Keep the first of wishes that cannot both be met, and name both."""
    kept: list[_Wish] = []
    for wish in wishes:
        first = next((one for one in kept if one.hinders(wish.binding, wish.key)), None)
        if first is None:
            kept.append(wish)
        else:
            key, id_ = shown(wish.key), first.binding.id
            tell(Problem(wish.binding.id, f"{key} clashes with {shown(first.key)} for {id_}"))
    return tuple(kept)


def _sparing_vital(preset: Keymap, wishes: _Wishes, tell: _Tell) -> _Wishes:
    """Drop wishes that would take the last key of an action without which one is locked in."""
    for binding in map(preset.binding, VITAL):
        if any(wish.binding.id == binding.id for wish in wishes):
            continue
        if all(any(wish.hinders(binding, key) for wish in wishes) for key in binding.keys):
            spared = binding.keys[0]
            for wish in wishes:
                if wish.hinders(binding, spared):
                    why = f"{shown(wish.key)} stays with {binding.id}; give that another key first"
                    tell(Problem(wish.binding.id, why))
            wishes = tuple(wish for wish in wishes if not wish.hinders(binding, spared))
    return wishes


def _keys(binding: KeyBinding, wishes: _Wishes, disabled: frozenset[str]) -> tuple[str, ...]:
    """Return the keys of an action: its wishes, or what the wishes of others leave of its own."""
    own = tuple(wish.key for wish in wishes if wish.binding.id == binding.id)
    if own or binding.id in disabled:
        return own
    return tuple(
        key for key in binding.keys if not any(wish.takes(binding, key) for wish in wishes)
    )


def _bereft(
    preset: Keymap, keymap: Keymap, wishes: _Wishes, disabled: frozenset[str]
) -> Iterator[Problem]:
    """Tell of actions that lost their last key to a wish."""
    for before, after in zip(preset.bindings, keymap.bindings, strict=True):
        if after.keys or not before.keys or before.id in disabled:
            continue
        taker = next(wish for wish in wishes if wish.takes(before, before.keys[0]))
        message = f"{shown(taker.key)} takes the last key of {before.id}, which now has none"
        yield Problem(taker.binding.id, message, Severity.WARNING)


def _hidden(keymap: Keymap, wishes: _Wishes) -> Iterator[Problem]:
    """Tell of keys that a wish for one pane hides there and that act elsewhere."""
    for wish in wishes:
        hidden = tuple(
            binding.id
            for binding in keymap.bindings
            for key in binding.keys
            if binding.id != wish.binding.id and wish.hinders(binding, key)
        )
        if hidden:
            where = SCOPES[wish.binding.scope]
            message = f"{where} {shown(wish.key)} now hides {', '.join(dict.fromkeys(hidden))}"
            yield Problem(wish.binding.id, message, Severity.WARNING)


def _overlap(scope: str, other: str) -> bool:
    """Say whether two scopes hold in the same pane anywhere; two different panes do not.

    While words are selected their keys stand before all others.
    """
    if "select" in {scope, other}:
        return scope == other
    return scope == other or not {scope, other} <= set(PANE_SCOPES)


def _covers(scope: str, other: str) -> bool:
    """Say whether a scope holds wherever another does."""
    if "select" in {scope, other}:
        return scope == other
    return scope in {other, "app"} or (scope == "panes" and other != "app")


def _collide(keys: str, others: str) -> bool:
    """Say whether one of two sequences begins with the other, or is the same."""
    one, other = tuple(keys.split(" ")), tuple(others.split(" "))
    return begins(one, other) or begins(other, one)
