"""No string of the data is ever markup, and no link runs a program: the code shows it."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Input

from .markup import violations
from .payloads import MARKUP

TUI = Path(__file__).parents[2] / "tui"


def test_no_widget_gets_a_text_that_it_would_read() -> None:
    sources = [(str(path.relative_to(TUI)), path.read_text()) for path in TUI.rglob("*.py")]
    assert len(sources) > 100
    assert violations(sources) == []


@pytest.mark.parametrize(
    "planted",
    [
        "Static(name)",
        'Static(f"{name}")',
        'Static("[b]x")',
        "Static(content=name)",
        "self.update(name)",
        "self.query_one(Static).update(str(name))",
        "self.border_title = name",
        'self.border_subtitle = "[x]"',
        "self.tooltip = name + name",
        "self.title = name",
        "self.notify(name)",
        "self.notify(name, markup=True)",
        "Content.from_markup(name)",
        "Content.from_text(name)",
        "Text.from_markup(name)",
        "Static(escape(name))",
        "console.print(name)",
        "self.app.open_url(name)",
        "self.app.copy_to_clipboard(name)",
        "import webbrowser",
        "from rich.markup import escape",
        "from rich import print",
        "from textual.widgets import DataTable",
        "from textual.widgets.option_list import Option",
        'write("\\x1b]8;;http://x.test\\x1b\\\\")',
        "Static(content := name)",
        "name = Content(name)\n    name = str(name)\n    Static(name)",
        "def render(self) -> str: ...",
    ],
)
def test_a_planted_slip_is_found(planted: str) -> None:
    assert violations([("planted", f"def f(self, name: str) -> None:\n    {planted}\n")])


@pytest.mark.parametrize(
    "sound",
    [
        "Static(Content(name))",
        'Static(id="x")',
        'Static("Enter: take it")',
        "made = Content(name) if name else Content()\n    Static(made)",
        "self.border_title = Content.assemble(name, (name, 'bold'))",
        "self.update(drawn(name))",
        "self.notify(name, markup=False)",
        "re.escape(name)",
        "def inner(line: Content) -> None:\n        self.update(line)",
    ],
)
def test_what_is_sound_is_let_through(sound: str) -> None:
    drawn = "def drawn(name: str) -> Content: ...\n"
    assert violations([("sound", f"{drawn}def f(self, name: str) -> None:\n    {sound}\n")]) == []


@pytest.mark.parametrize("text", MARKUP.values(), ids=list(MARKUP))
async def test_what_an_input_proposes_is_no_markup_to_textual(text: str) -> None:
    """Placeholders must be `str`; this tells when Textual begins to read them."""

    class Proposing(App[None]):
        AUTO_FOCUS = None  # a cursor would part the text

        def compose(self) -> ComposeResult:
            yield Input(placeholder=text)

    app = Proposing()
    async with app.run_test(size=(80, 5)):
        assert text in unescape(app.export_screenshot()).replace("\u00a0", " ")
