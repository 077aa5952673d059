"""Sessions and preferences of every kind, for tests of what must come back as it was."""

from __future__ import annotations

from hypothesis import strategies as st

from scale_explorer.models.kinds import Kind
from scale_explorer.models.text import clean
from scale_explorer.tui.memory.preferences import Preferences
from scale_explorer.tui.memory.session import Session
from scale_explorer.tui.state import (
    STORY,
    Layout,
    Layouts,
    Navigation,
    Pane,
    PaneView,
    Place,
    View,
    ViewState,
    Zoom,
)

keys = st.text(min_size=1, max_size=40).map(clean)
kinds = st.sampled_from([kind.value for kind in Kind])
places = st.one_of(
    st.just(STORY),
    st.builds(Place, st.just(View.LIST), kinds),
    st.builds(Place, st.sampled_from([View.RECORD, View.WHY]), keys.filter(str.split)),
)
panes = st.builds(
    PaneView,
    cursor=st.none() | keys,
    filter=st.text(max_size=200).map(clean),
    whole=st.booleans(),
)
views = st.builds(
    ViewState,
    place=places,
    pane=st.sampled_from(Pane),
    browse=panes,
    focus=panes,
    evidence=panes,
    source=panes,
    open_kinds=st.frozensets(kinds),
    source_shown=st.booleans(),
    layouts=st.just(Layouts()),
)
ways = st.lists(views, max_size=4).map(tuple)
letters = st.characters(categories=["L", "Nd"])
marks = st.dictionaries(letters, views, max_size=4).map(lambda kept: tuple(sorted(kept.items())))
navigations = st.builds(Navigation, now=views, past=ways, future=ways, marks=marks)
sessions = st.builds(
    Session, navigation=navigations, recent=st.lists(keys, max_size=5, unique=True).map(tuple)
)
cells = st.integers(-500, 500)
layouts = st.builds(
    Layout,
    zoom=st.sampled_from(Zoom),
    browse=cells,
    claims=cells,
    evidence=cells,
    hidden=st.frozensets(st.sampled_from(Pane)),
)
preferences = st.builds(
    Preferences,
    theme=st.none() | keys,
    layouts=st.builds(Layouts, narrow=layouts, medium=layouts, wide=layouts),
    typed=st.lists(keys, max_size=5, unique=True).map(tuple),
)
