from __future__ import annotations

import io

import pytest

from scale_explorer.models.errors import UsageError
from scale_explorer.tui.launch import require_terminal


class Stream(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def use_terminals(patch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        patch.setattr(f"sys.{name}", Stream(terminal=True))


def test_a_terminal_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    use_terminals(monkeypatch)
    require_terminal({"TERM": "xterm"})


@pytest.mark.parametrize(
    ("name", "told"),
    [("stdin", "standard input"), ("stdout", "standard output"), ("stderr", "standard error")],
)
@pytest.mark.parametrize("stream", [Stream(terminal=False), None])
def test_a_redirected_or_closed_stream_is_named(
    name: str, told: str, stream: Stream | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_terminals(monkeypatch)
    monkeypatch.setattr(f"sys.{name}", stream)
    with pytest.raises(UsageError, match=f"{told} is none"):
        require_terminal({"TERM": "xterm"})


@pytest.mark.parametrize(
    ("environment", "told"), [({}, "not set"), ({"TERM": "dumb"}, "TERM is dumb")]
)
def test_a_terminal_that_cannot_draw_is_refused(
    environment: dict[str, str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_terminals(monkeypatch)
    with pytest.raises(UsageError, match=told):
        require_terminal(environment)
