from __future__ import annotations

import json

import pytest

from scale_explorer.tui.cli import main
from scale_explorer.tui.keys import BINDINGS


def test_every_binding_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "--format", "jsonl"]) == 0
    listed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(key["id"], tuple(key["keys"])) for key in listed] == [
        (binding.id, binding.keys) for binding in BINDINGS
    ]


def test_people_read_keys_as_they_are_printed_on_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys"]) == 0
    assert "\n↓ or j " in capsys.readouterr().out
