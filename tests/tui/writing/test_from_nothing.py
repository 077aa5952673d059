"""From an article to a checked data set, by keys alone; and what survives a killed program."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from scale_explorer.data.editing.saving import manuscript_at
from scale_explorer.data.editing.trial import checked
from scale_explorer.models.kinds import CLAIM_KINDS
from tests.terminal import Terminal

ARTICLE = """\
Fjord Foods buys Kelp Kitchen

Fjord Foods said on Monday that it would buy Kelp Kitchen for about $40 million. Kelp Kitchen makes
noodles from seaweed in Bergen. Its revenue was $18 million in 2024, according to two people
familiar with the talks.

Kelp Kitchen employs 95 people. Ann Larsen founded Kelp Kitchen in 2016. She owns 60% of Kelp
Kitchen.

Tidal Ventures owns nearly a third of Kelp Kitchen. North Sea Grocers is the largest customer of
Kelp Kitchen. North Sea Grocers spent about $7 million on noodles last year.

“We are reviewing the contract,” a spokesperson for North Sea Grocers said. Fjord Foods competes
with North Sea Grocers. The sale led North Sea Grocers to look for another supplier.
"""

PROGRAM = [sys.executable, "-m", "scale_explorer"]
TAKE_ALL = "\x19"  # ctrl+y


def begun(folder: Path, environment: Mapping[str, str]) -> Terminal:
    (folder / "article.txt").write_text(ARTICLE)
    command = [*PROGRAM, "init", str(folder / "kelp"), str(folder / "article.txt")]
    return Terminal(command, size=(120, 40), environment=environment)


def claim(terminal: Terminal, letter: str, *keys: str, told: str) -> None:
    """Make a claim of the next sentence that none cites, and wait until it is there."""
    terminal.press("c", "a")
    terminal.wait_for("What do these words say?")
    terminal.press(letter)
    terminal.wait_for("Enter: save")
    for key in keys:
        terminal.press(key)
    terminal.press("enter")
    terminal.wait_for(f"Added {told}")


def skip(terminal: Terminal) -> None:
    terminal.press("c")


def test_an_article_becomes_a_checked_set_by_keys_alone(
    tmp_path: Path, environment: Mapping[str, str]
) -> None:
    with begun(tmp_path, environment) as terminal:
        terminal.wait_for("0 of 13 sentences cited")
        skip(terminal)  # the headline
        claim(terminal, "d", TAKE_ALL, told="deal fjord-foods-buys-kelp-kitchen")
        skip(terminal)  # noodles from seaweed
        claim(terminal, "f", TAKE_ALL, told="figure kelp-kitchen-revenue")
        claim(terminal, "f", TAKE_ALL, told="figure kelp-kitchen-headcount")
        person = ("Ann Larsen", "down", "tab", "founded", "tab", "kelp-kitchen", "tab")
        claim(terminal, "r", *person, told="relationship ann-larsen.founded")
        claim(terminal, "f", "ann", "tab", TAKE_ALL, told="figure ann-larsen-stake")
        owner = ("Tidal Ventures", "tab", "owns", "tab", "kelp-kitchen", "tab")
        claim(terminal, "r", *owner, told="relationship tidal-ventures.owns")
        customer = ("North Sea Grocers", "tab", "customer_of", "tab", "kelp-kitchen", "tab")
        claim(terminal, "r", *customer, told="relationship north-sea-grocers.customer_of")
        claim(terminal, "f", TAKE_ALL, told="figure north-sea-grocers")
        said = ("asserts", "tab", "They look at the contract again.")
        claim(terminal, "s", *said, told="statement")
        rivals = ("competes_with", "tab", TAKE_ALL)
        claim(terminal, "r", *rivals, told="relationship fjord-foods.competes_with")
        terminal.press("u")
        terminal.wait_for("Undone: Added relationship")
        terminal.press("\x12")  # ctrl+r
        terminal.wait_for("Done again: Added relationship")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    written = manuscript_at(tmp_path / "kelp")
    claims = [entry for entry in written.by_id.values() if entry.kind in CLAIM_KINDS]
    assert len(claims) >= 8
    report = checked(written)
    assert report.errors == 0
    assert report.quotes == report.quotes_checked
    told = subprocess.run(
        [*PROGRAM, "check", str(tmp_path / "kelp"), "--format", "json"],
        capture_output=True, text=True, check=False, env=dict(environment),
    )  # fmt: skip
    assert told.returncode == 0, told.stdout
    assert json.loads(told.stdout)


def test_what_was_typed_survives_a_killed_program(
    tmp_path: Path, environment: Mapping[str, str]
) -> None:
    with begun(tmp_path, environment) as terminal:
        terminal.wait_for("0 of 13 sentences cited")
        terminal.press("c", "a")
        terminal.wait_for("What do these words say?")
        terminal.press("s")
        terminal.wait_for("Enter: save")
        terminal.press("tab", "A word that was not saved")
        terminal.wait_for("A word that was not saved")
        wait_for_file(Path(environment["XDG_STATE_HOME"]), "A word that was not saved")
        os.kill(terminal.pid, signal.SIGKILL)
        assert terminal.wait_for_exit() != 0
    command = [*PROGRAM, "--data", str(tmp_path / "kelp")]
    with Terminal(command, size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("Browse", "A form that was not saved is kept; I goes on with it.")
        terminal.press("I")
        terminal.wait_for("Go on with the statement that is not saved")
        terminal.press("k")
        terminal.wait_for("A word that was not saved")


def wait_for_file(folder: Path, text: str) -> None:
    """Wait until a file below a folder has some text."""
    for _ in range(500):
        if any(text in path.read_text() for path in folder.rglob("drafts/*/*.json")):
            return
        subprocess.run(["sleep", "0.02"], check=True)
    raise AssertionError("nothing was kept")
