"""Exposure as a drawing: all in its place, nothing over anything, nothing lost without a count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes
from syrupy.assertion import SnapshotAssertion

from scale_explorer.data.exploring.sides import Side
from scale_explorer.data.opening import open_store
from scale_explorer.data.query import EVERYTHING, parse
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.tui.look import look
from scale_explorer.tui.pictures import exposure
from scale_explorer.tui.pictures.exposure import SHOWN, fold_key, sheet
from scale_explorer.tui.pictures.exposure_block import Block, Detail, Entry
from scale_explorer.tui.pictures.exposure_drawing import ExposureDrawing, Hub
from scale_explorer.tui.pictures.opening import drawn as opened
from scale_explorer.tui.pictures.placing import Piece
from scale_explorer.tui.scene import Sheet
from scale_explorer.tui.state import Navigation, PaneView, Place, View, ViewState
from scale_explorer.tui.widgets.ascii import to_ascii
from scale_explorer.tui.widgets.picture import Picture, Way, areas, led_to

WIDTHS = (56, 76, 116)
BUYERS = 30


def of(
    store: Store, record: str, words: str = "", *unfolded: str, lens: Lens = PLAIN_LENS
) -> Sheet:
    """Return the exposure of a record."""
    view = PaneView(unfolded=frozenset(unfolded))
    return sheet(store, Place(View.EXPOSURE, record), view, parse(words), lens)


def drawn(made: Sheet, width: int) -> Picture:
    """Return what is drawn within a width."""
    assert made.drawing is not None
    return made.drawing.draw(width, 20)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A company with more customers than are drawn at once; every third has a figure."""
    folder = tmp_path_factory.mktemp("crowd")
    lines = [
        '[dataset]\nid = "crowd"\ntitle = "A crowd"\n\n[[company]]\nid = "hub"\nname = "Hub"\n'
    ]
    for number in range(BUYERS):
        lines.append(f'[[company]]\nid = "c{number}"\nname = "Buyer {number}"\n')
        lines.append(
            f'[[relationship]]\ntype = "customer_of"\nsubject = "c{number}"\nobject = "hub"\n'
        )
        if number % 3 == 0:
            lines.append(
                f'[[figure]]\nid = "f{number}"\nsubject = "c{number}.customer_of.hub"\n'
                f'measure = "spend"\nvalue = "${number + 1} million"\nperiod = "2024"\n'
            )
    (folder / "crowd.toml").write_text("".join(lines), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        store = open_store(str(folder / "crowd.toml"))
    with closing(store):
        yield store


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("name", "record"),
    [("scale-ai", "scale-ai"), ("scale-ai", "meta"), ("tutorial", "saltlark"),
     ("tutorial", "kelpwright")],
)  # fmt: skip
def test_it_looks_like_this(
    bundled: dict[str, Store], name: str, record: str, width: int, snapshot: SnapshotAssertion
) -> None:
    picture = drawn(of(bundled[name], record), width)
    assert all(cell_len(line) <= width for line in picture.text.splitlines())
    assert picture.text == snapshot


@pytest.mark.parametrize("width", [20, *WIDTHS])
def test_every_key_has_its_row_however_wide_it_is(bundled: dict[str, Store], width: int) -> None:
    for name, record in (("scale-ai", "scale-ai"), ("tutorial", "saltlark")):
        made = of(bundled[name], record)
        assert set(areas(drawn(made, width))) == {row.key for row in made.rows}


def test_the_head_says_how_much_stands_on_the_largest(bundled: dict[str, Store]) -> None:
    made = of(bundled["scale-ai"], "scale-ai")
    assert made.subtitle == "1 owner · 6 customers · 1 competitor · 1 partner"
    facts = {fact.label: fact.value for fact in made.facts}
    assert facts["largest customer"].startswith("Google (called the largest), 15–19\xa0%")
    assert facts["2024"] == "figures for 1 of 6 customers"


def test_each_number_leads_to_its_own_record(bundled: dict[str, Store]) -> None:
    made = of(bundled["scale-ai"], "scale-ai")
    google = "google.customer_of.scale-ai"
    claims = {row.key: (row.claim, row.target) for row in made.rows}
    assert claims[google] == (google, "google")
    assert claims[f"{google}:google-spend-2024"] == ("google-spend-2024", None)
    assert claims[f"{google}:share"] == ("google-share-of-revenue-2024", None)
    assert claims["scale-ai:scale-ai-revenue-2024"] == ("scale-ai-revenue-2024", None)


def test_arrows_lead_from_the_company_to_its_sides_and_back(bundled: dict[str, Store]) -> None:
    picture = drawn(of(bundled["scale-ai"], "scale-ai"), 116)
    places = areas(picture)
    google = "google.customer_of.scale-ai"
    assert led_to(picture.moves, places, "scale-ai", Way.RIGHT) == google
    assert led_to(picture.moves, places, google, Way.LEFT) == "scale-ai"
    assert led_to(picture.moves, places, google, Way.DOWN) == "openai.customer_of.scale-ai"
    owner = led_to(picture.moves, places, "scale-ai:scale-ai-revenue-2024", Way.UP)
    assert owner is not None


def test_what_was_computed_here_shows_its_inputs_in_evidence(tmp_path: Path) -> None:
    toml = (
        '[dataset]\nid = "two"\ntitle = "Two"\n[[company]]\nid = "hub"\nname = "Hub"\n'
        '[[company]]\nid = "a"\nname = "A"\n'
        '[[relationship]]\ntype = "customer_of"\nsubject = "a"\nobject = "hub"\n'
        '[[figure]]\nid = "paid"\nsubject = "a.customer_of.hub"\nmeasure = "spend"\n'
        'value = "$10 million"\nperiod = "2024"\n'
        '[[figure]]\nid = "earned"\nsubject = "hub"\nmeasure = "revenue"\n'
        'value = "$40 million"\nperiod = "2024"\n'
    )
    path = tmp_path / "two.toml"
    path.write_text(toml, encoding="utf-8")
    with closing(open_store(str(path))) as store:
        focus = PaneView(cursor="a.customer_of.hub:share")
        state = ViewState(place=Place(View.EXPOSURE, "hub"), focus=focus)
        words = look(store, Navigation(state)).words.answer
    assert words.claim is not None
    assert words.claim.id == "paid"
    assert words.derivation is not None
    assert [row.id for row in words.derivation.inputs] == ["paid", "earned"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("status:ending", {"Google"}),
        ("status:red", {"OpenAI", "Microsoft", "xAI"}),
        ("type:owner", set[str]()),
        ("type:investors", {"Meta"}),
        ("biggest !data", {"Google", "Generative AI developers"}),
        ("is:inferred", {"Rival data-labeling companies"}),
    ],
)
def test_a_filter_keeps_what_matches(
    bundled: dict[str, Store], words: str, names: set[str]
) -> None:
    made = of(bundled["scale-ai"], "scale-ai", words)
    ties = {row.label for row in made.rows if row.target and row.claim != row.target}
    assert ties == names
    assert made.facts == of(bundled["scale-ai"], "scale-ai").facts


def test_a_filter_that_matches_nothing_or_cannot_be_read_says_so(
    bundled: dict[str, Store],
) -> None:
    none = of(bundled["scale-ai"], "scale-ai", "zebra")
    assert (none.drawing, none.rows, none.empty) == (None, (), "No counterparty matches.")
    unread = of(bundled["scale-ai"], "scale-ai", "year:2024")
    assert "type:" in unread.error
    assert unread.drawing is not None


def test_without_counterparties_and_of_what_is_no_entity_it_says_so(
    bundled: dict[str, Store],
) -> None:
    nobody = of(bundled["scale-ai"], "us-regulators")
    assert nobody.drawing is None
    assert nobody.empty.startswith("No supplier, customer, owner, holding, competitor or partner")
    figure = of(bundled["scale-ai"], "google-spend-2024")
    assert figure.empty.endswith("this is a figure.")


def test_what_is_switched_off_is_told_and_gone(bundled: dict[str, Store]) -> None:
    off = frozenset({"google.customer_of.scale-ai", "xai.customer_of.scale-ai"})
    made = of(bundled["scale-ai"], "scale-ai", lens=Lens(without=off))
    facts = {fact.label: fact.value for fact in made.facts}
    assert facts["at risk with Google and xAI off"].endswith("; no figure for xAI")
    assert facts["no figure"] == "for any of 4 customers left"
    assert "Google" not in drawn(made, 116).text


def test_the_rest_is_folded_with_a_count_and_opens_step_by_step(
    crowd: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exposure, "_STEP", 15)
    first, second = (fold_key(Side.CUSTOMERS, step) for step in (0, 1))
    folded = of(crowd, "hub")
    assert sum(row.target == "hub" or bool(row.target) for row in folded.rows) == SHOWN + 1
    assert "▸ 20 more · 20 with no figure in 2024" in drawn(folded, 116).text
    assert folded.rows[-1].claim is None
    opened = of(crowd, "hub", "", first)
    assert "▸ 5 more" in drawn(opened, 116).text
    assert f"▾ fold all but {SHOWN}" in drawn(opened, 116).text
    whole = of(crowd, "hub", "", first, second)
    assert all(f"Buyer {number}" in drawn(whole, 116).text for number in range(BUYERS))
    assert "more" not in drawn(whole, 116).text


def test_solid_and_dashed_lines_stay_apart_in_ascii() -> None:
    entries = tuple(
        Entry(Piece(name, name), state, loose=loose)
        for name, state, loose in (("a", "", False), ("b", "former", True))
    )
    none = Block("Nobody")
    picture = ExposureDrawing(
        Hub(Piece("Hub", "hub")), none, none, Block("Customers 2", "", entries), none
    ).draw(80, 20)
    lines = [to_ascii(line) for line in picture.text.splitlines()]
    assert any("- a" in line for line in lines)
    assert any(": b" in line and "x former" in line for line in lines)


# Whatever stands in it.


letters = st.sampled_from(
    ["a", "Bc", " ", "-", "&", "漢字", "שם", "عر", "e\u0301", "👩\u200d👩\u200d👧"]
)
names = st.lists(letters, min_size=1, max_size=20).map("".join).filter(str.strip)
amounts = st.sampled_from(["≈ $150 M", "$1", "between $1,000,000 and $2 bn", "49 %"])
whens = st.sampled_from(["", "2024", "before the deal"])
besides = st.sampled_from(["", "15–19 % ƒ", "3 % of its spend ƒ", "planned"])
states = st.sampled_from(["", "ending", "under review", "planned, conditional, inferred"])


@st.composite
def entry_of(draw: Callable[..., str], key: str) -> Entry:
    """Make an entry with any name, status and amounts."""
    count = draw(st.integers(0, 2))
    details = tuple(
        Detail(
            Piece(draw(amounts), f"{key}:{number}"),
            draw(whens),
            Piece(draw(besides), f"{key}:{number}:share"),
        )
        for number in range(int(count))
    )
    note = "" if details else draw(st.sampled_from(["", "no figure"]))
    return Entry(Piece(draw(names), key), draw(states), details, note)


@st.composite
def drawing(draw: Callable[..., object]) -> ExposureDrawing:
    """Make a drawing with a few entries on each side."""

    def block(side: str) -> Block:
        count = draw(st.integers(0, 4))
        assert isinstance(count, int)
        entries = [draw(entry_of(f"{side}{number}")) for number in range(count)]
        group = Piece(f"▸ {count} more · 2 come to $1 bn in 2024", f"rest:{side}")
        found = tuple(entry for entry in entries if isinstance(entry, Entry))
        return Block(f"{side} {count}", "spend", found, (group,) if count > 2 else ())

    name = draw(names)
    assert isinstance(name, str)
    hub = Hub(Piece(name, "hub"), (Piece("revenue $870 M 2024", "hub:revenue"),))
    owners, suppliers, customers, holdings, aside = map(block, "oscha")
    return ExposureDrawing(hub, owners, suppliers, customers, holdings, (aside,))


def keys_of(drawn: ExposureDrawing) -> Iterator[tuple[str, str]]:
    """Yield each key with the text that it stands for."""
    hub = (drawn.hub.name, *drawn.hub.figures)
    blocks = (drawn.owners, drawn.suppliers, drawn.customers, drawn.holdings, *drawn.aside)
    entries = [entry for block in blocks for entry in block.entries]
    groups = [group for block in blocks for group in block.groups]
    pieces = [entry.name for entry in entries]
    details = [detail for entry in entries for detail in entry.details]
    for piece in (*hub, *pieces, *groups, *(detail.amount for detail in details)):
        if piece.key is not None:
            yield piece.key, piece.text


@settings(max_examples=60)
@given(drawing(), st.integers(12, 140))
def test_nothing_overlaps_and_no_label_is_lost(made: ExposureDrawing, width: int) -> None:
    picture = made.draw(width, 20)
    assert all(sum(cell_len(span.text) for span in line) <= width for line in picture.lines)
    told: dict[str, str] = {}
    frame = str.maketrans("", "", "│├┤")
    for line in picture.lines:
        for span in line:
            if span.key is not None:
                told[span.key] = told.get(span.key, "") + span.text
    for key, text in keys_of(made):
        shown = told.get(key, "").replace(" ", "")
        assert "…" in shown or text.replace(" ", "") in shown.translate(frame), (key, text, shown)


def test_a_side_is_empty_because_all_of_it_is_switched_off(bundled: dict[str, Store]) -> None:
    lens = Lens(without=frozenset({"saltlark.customer_of.kelpwright"}))
    made = sheet(
        bundled["tutorial"], Place(View.EXPOSURE, "kelpwright"), PaneView(), EVERYTHING, lens
    )
    assert made.drawing is not None
    text = made.drawing.draw(100, 20).text
    assert "none left" in text
    assert "none recorded" in text


def test_the_company_is_on_the_first_screen_whoever_owns_it() -> None:
    owners = tuple(Entry(Piece(f"Owner {number}", f"o{number}")) for number in range(12))
    none = Block("Nobody")
    made = ExposureDrawing(
        Hub(Piece("Hub", "hub")), Block("Owners 12", "", owners), none, none, none
    )
    for width in (30, 76, 116):
        for height in (6, 10, 40):
            picture = made.draw(width, height)
            assert areas(picture)["hub"].bottom <= height
    assert areas(made.draw(116, 40))["o0"].top < areas(made.draw(116, 40))["hub"].top


def test_on_a_narrow_screen_those_come_first_of_whom_most_is_known(
    bundled: dict[str, Store],
) -> None:
    lines = drawn(of(bundled["scale-ai"], "scale-ai"), 56).text.splitlines()
    heads = [line.split()[0] for line in lines if line.startswith(("Owners", "Customers", "│"))]
    assert heads == ["│", "│", "Customers", "Owners"]


def test_lines_that_are_made_when_looked_at_are_where_their_keys_are_said_to_be(
    bundled: dict[str, Store],
) -> None:
    for width in (20, *WIDTHS):
        picture = drawn(of(bundled["tutorial"], "kelpwright"), width)
        assert areas(picture) == areas(Picture(tuple(picture.lines)))
        assert picture.lines[-1] == tuple(picture.lines)[-1]
        assert picture.lines[:2] == tuple(picture.lines)[:2]


def test_a_status_stands_beside_a_name_that_has_no_figure(bundled: dict[str, Store]) -> None:
    off = Lens(without=frozenset({"google.customer_of.scale-ai"}))
    lines = drawn(of(bundled["scale-ai"], "scale-ai", lens=off), 76).text.splitlines()
    assert any("OpenAI" in line and "reduced" in line for line in lines)


_ARMS = {
    "╭": "rd", "╮": "ld", "╰": "ru", "╯": "lu", "├": "rud", "┤": "lud", "┬": "lrd", "┴": "lru",
    "┼": "lrud",
}  # fmt: skip
_STEPS = {"l": (0, -1), "r": (0, 1), "u": (-1, 0), "d": (1, 0)}
_LINES = {"l": "─┄", "r": "─┄", "u": "│", "d": "│"}


def loose_ends(text: str) -> list[tuple[int, int]]:
    """Return the row and cell of each corner and branch with an arm that nothing joins."""
    rows = [[*line] for line in text.splitlines()]
    found: list[tuple[int, int]] = []
    for row, line in enumerate(rows):
        for cell, sign in enumerate(line):
            for arm in _ARMS.get(sign, ""):
                there, beside = row + _STEPS[arm][0], cell + _STEPS[arm][1]
                inside = 0 <= there < len(rows) and 0 <= beside < len(rows[there])
                other = rows[there][beside] if inside else " "
                back = {"l": "r", "r": "l", "u": "d", "d": "u"}[arm]
                if other not in _LINES[arm] and back not in _ARMS.get(other, ""):
                    found.append((row, cell))
    return found


def in_cells(line: str) -> str:
    """Return a line with a sign a cell, whatever is as wide as two cells or none."""
    signs = ((line[start:end], width) for start, end, width in split_graphemes(line)[0])
    return "".join(sign if width == len(sign) == 1 else "x" * width for sign, width in signs)


@settings(max_examples=60)
@given(drawing(), st.integers(72, 140), st.integers(4, 30))
def test_no_line_ends_where_nothing_is(made: ExposureDrawing, width: int, height: int) -> None:
    text = made.draw(width, height).text
    assert loose_ends("\n".join(map(in_cells, text.splitlines()))) == []
    assert not any(turn in text for turn in ("├─╯", "╰─┤"))  # past the last of a side


def test_a_line_does_not_run_past_the_last_who_are_left(bundled: dict[str, Store]) -> None:
    off = frozenset(f"{name}.customer_of.scale-ai" for name in ("google", "openai", "xai"))
    text = drawn(of(bundled["scale-ai"], "scale-ai", lens=Lens(without=off)), 116).text
    (name,) = (line for line in text.splitlines() if "│ Scale AI" in line)
    assert "├─┴─ Self-driving car firms" in name


@pytest.mark.parametrize("width", [56, 116])
def test_each_counterparty_has_room_for_the_signs_of_a_day(
    bundled: dict[str, Store], width: int
) -> None:
    place = Place(View.EXPOSURE, "scale-ai")
    made = opened(bundled["scale-ai"], place, PaneView(), EVERYTHING, Lens("2024-12-31"))
    assert made.drawing is not None
    text = made.drawing.draw(width, 30).text
    assert "revenue $870 M 2024 ∆ │" in text.replace("\u00a0", " ")
    for told in ("Google ∆◐ ", "Self-driving car firms ◌", "Generative AI developers ◌"):
        assert told in text


def test_suppliers_stand_beside_their_lines(bundled: dict[str, Store]) -> None:
    lines = drawn(of(bundled["tutorial"], "saltlark"), 130).text.splitlines()
    ends = [line.index("conditional") + len("conditional") for line in lines
            if line.endswith("pending, conditional")]  # fmt: skip
    assert ends
    branch = next(line for line in lines if "─┬─┤" in line).index("─┬─┤")
    assert branch - max(ends) <= 2  # a blank, and no more than that


def test_a_ratio_stands_below_its_price_with_the_year_of_the_whole(
    bundled: dict[str, Store],
) -> None:
    for width in (56, 130):
        lines = drawn(of(bundled["tutorial"], "saltlark"), width).text.splitlines()
        (ratio,) = (line for line in lines if "×" in line)
        assert "= 1.07–1.36 × 2024 revenue ƒ" in ratio.replace("\u00a0", " ")
        assert ratio.lstrip().startswith("=")


def test_what_is_spent_on_one_thing_only_is_no_spending_of_the_company(
    bundled: dict[str, Store],
) -> None:
    text = drawn(of(bundled["tutorial"], "saltlark"), 116).text
    assert "revenue ≈\u00a0€30" in text
    assert "spend" not in text


def test_up_to_three_who_are_off_are_named_and_more_are_counted(bundled: dict[str, Store]) -> None:
    def risk(*names: str) -> tuple[str, str]:
        off = frozenset(f"{name}.customer_of.scale-ai" for name in names)
        made = of(bundled["scale-ai"], "scale-ai", lens=Lens(without=off))
        return next((fact.label, fact.value) for fact in made.facts if "at risk" in fact.label)

    label, value = risk("google", "microsoft", "xai")
    assert label == "at risk with Google, Microsoft and xAI off"
    assert value.endswith("; no figure for Microsoft and xAI")
    label, value = risk("google", "microsoft", "xai", "openai", "us-government")
    assert label == "at risk with 5 customers off"
    assert value.endswith("; no figure for 4 of them")
