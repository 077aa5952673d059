"""Where one is taken when what was asked for first takes too long."""

from __future__ import annotations

from dataclasses import replace

from scale_explorer.data.store.protocol import Store

from .look import may_take_long
from .memory.fitting import story_instead
from .state import Back, Navigation, update


def quick_view(store: Store, navigation: Navigation) -> Navigation:
    """Return the last view that can be shown at once, or else the story; forward leads on again."""
    while may_take_long(store, navigation.now, None):
        if not navigation.past:
            return _at_story(navigation)
        navigation = update(navigation, Back())
    return navigation


def _at_story(navigation: Navigation) -> Navigation:
    now = navigation.now
    return replace(navigation, now=story_instead(now), future=(*navigation.future, now))
