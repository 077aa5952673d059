"""A keymap: the key table with the keys that are in force, and the presets to choose from.

`vim` is the table as it stands: arrows and letters move. `plain` is for those who never used vim:
no letter moves the cursor; arrows, Home, End and function keys do what they do elsewhere (F1 helps,
F3 finds the next, F5 draws again, F6 goes to the next pane, F8 to the next thing left to do).
Letters stay where they are the first letter of what they do.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from scale_explorer.models.frozen import dataclass, replace

from .keys import BINDINGS, KeyBinding, shown

PANE_SCOPES = ("browse", "focus", "evidence", "source")


@dataclass(frozen=True, slots=True)
class Keymap:
    """Every action with its keys, which may be none, in the order in which help lists them.

    With `in_ascii` keys are shown by words where they have a sign beyond ASCII.
    """

    bindings: tuple[KeyBinding, ...]
    in_ascii: bool = False

    def of(self, scope: str) -> tuple[KeyBinding, ...]:
        """Return the bindings of a scope, and for a pane those of every pane too."""
        scopes = {scope, "panes"} if scope in PANE_SCOPES else {scope}
        return tuple(binding for binding in self.bindings if binding.scope in scopes)

    def at(self, pane: str) -> tuple[KeyBinding, ...]:
        """Return what holds in a pane, most special first; of a key's bindings the first counts."""
        return tuple(
            binding
            for scope in (pane, "panes", "app")
            for binding in self.bindings
            if binding.scope == scope
        )

    def binding(self, id_: str) -> KeyBinding:
        """Return the binding with an id; raises KeyError when there is none."""
        found = next((binding for binding in self.bindings if binding.id == id_), None)
        if found is None:
            raise KeyError(id_)
        return found

    def keys_of(self, id_: str) -> tuple[str, ...]:
        """Return the keys of an action by Textual's names; raises KeyError as `binding` does."""
        return self.binding(id_).keys

    def shown(self, keys: str) -> str:
        """Show a key or a sequence the way people write it."""
        return shown(keys, in_ascii=self.in_ascii)

    def shown_keys(self, id_: str) -> tuple[str, ...]:
        """Return the keys of an action as people write them; raises KeyError as `binding` does."""
        return tuple(map(self.shown, self.keys_of(id_)))

    def with_keys(self, keys: Mapping[str, tuple[str, ...]]) -> Keymap:
        """Return a keymap where the actions named by their ids have these keys."""
        changed = (replace(one, keys=keys.get(one.id, one.keys)) for one in self.bindings)
        return replace(self, bindings=tuple(changed))


DEFAULT = Keymap(BINDINGS)

PLAIN = DEFAULT.with_keys({
    "panes.down": ("down",),
    "panes.up": ("up",),
    "panes.half-down": ("ctrl+down", "ctrl+d"),
    "panes.half-up": ("ctrl+up", "ctrl+u"),
    "panes.top": ("home",),
    "panes.bottom": ("end",),
    "browse.into": ("right",),
    "browse.out": ("left",),
    "browse.next-kind": ("f3",),
    "browse.previous-kind": ("f2",),
    "focus.next-heading": ("f3",),
    "focus.previous-heading": ("f2",),
    "focus.follow": ("enter",),
    "focus.right": ("right",),
    "focus.out": ("left",),
    "evidence.source": ("enter", "right"),
    "evidence.out": ("left",),
    "source.claim": ("enter", "right"),
    "source.out": ("left",),
    "source.next-match": ("f3",),
    "source.previous-match": ("f2",),
    "source.next-uncited": ("f8",),
    "source.previous-uncited": ("f7",),
    "select.extend": ("right",),
    "select.draw-in": ("left",),
    "select.next": ("down",),
    "select.previous": ("up",),
    "app.back": ("backspace", "left_square_bracket"),
    "app.forward": ("right_square_bracket",),
    "app.scroll-next-down": ("shift+down",),
    "app.scroll-next-up": ("shift+up",),
    "app.next-pane": ("tab", "f6"),
    "app.help": ("f1", "question_mark"),
    "app.redraw": ("f5", "ctrl+l"),
})  # fmt: skip

PRESETS: Mapping[str, Keymap] = MappingProxyType({"vim": DEFAULT, "plain": PLAIN})
"""By the names that the settings take; the first is in force unless they say otherwise."""


def as_textual(keymap: Keymap) -> dict[str, str]:
    """Return what `App.set_keymap` takes to turn the key table into `keymap`.

    Only actions with other keys than in the table are in it.
    """
    return {
        binding.id: ",".join(single_keys(binding))
        for binding, usual in zip(keymap.bindings, BINDINGS, strict=True)
        if binding.keys != usual.keys
    }


def single_keys(binding: KeyBinding) -> tuple[str, ...]:
    """Return the keys that Textual binds; sequences are the screen's to read.

    A binding without any is bound to its own id, a key that nobody has: Textual can give other
    keys only to what it bound before, and takes an empty list of keys for no change at all.
    """
    return tuple(key for key in binding.keys if " " not in key) or (binding.id,)
