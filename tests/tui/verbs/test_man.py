"""`man`: the page is whole, and sets without a warning."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from scale_explorer.tui.arguments.options import TOP_OPTIONS
from scale_explorer.tui.arguments.verbs import VERBS
from scale_explorer.tui.cli import main
from scale_explorer.tui.verbs import man
from scale_explorer.tui.verbs.drawing import roff

WRITTEN = Path(__file__).parents[3] / "docs" / "scale-explorer.1"
LINTERS = (
    ["groff", "-man", "-ww", "-z", "-Tutf8"],
    ["groff", "-man", "-ww", "-z", "-Tascii"],
    ["mandoc", "-Tlint", "-Wwarning"],
)
SPOKEN = [each for verb in VERBS.values() for each in (verb, *verb.forms.values())]
OPTIONS = {
    name
    for each in (*TOP_OPTIONS, *(option for verb in SPOKEN for option in verb.options))
    for name in each.names
}


def test_the_verb_prints_the_page_that_is_installed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["man"]) == 0
    assert capsys.readouterr().out == WRITTEN.read_text(encoding="ascii")


@pytest.mark.parametrize("command", LINTERS, ids=" ".join)
def test_it_sets_without_a_warning(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"there is no {command[0]} here")
    done = subprocess.run(command, input=man.run(), capture_output=True, text=True, check=False)
    told = [line for line in (done.stdout + done.stderr).splitlines() if "missing date" not in line]
    assert told == []


@pytest.fixture(scope="module")
def page() -> str:
    """The page as people read it."""
    if shutil.which("groff") is None:
        pytest.skip("there is no groff here")
    command = ["groff", "-man", "-Tascii", "-P-cbou", "-rLL=300n"]
    done = subprocess.run(command, input=man.run(), capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("option", sorted(OPTIONS))
def test_every_option_is_explained(option: str, page: str) -> None:
    begins = (option, f"-h, {option}", f"-o, {option}")
    assert any(line.strip().startswith(begins) for line in page.splitlines())


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_has_its_part(name: str, page: str) -> None:
    verb = VERBS[name]
    shape = f"{name} {verb.shape}".strip().replace("…", "...")
    assert f"\n   {shape}\n       {verb.what[0].upper()}{verb.what[1:]}.\n" in page


def test_exit_statuses_and_variables_are_explained(page: str) -> None:
    assert "\n       130                 interrupted" in page
    assert "\n       SCALE_EXPLORER_DATA " in page
    assert "\n       ~/.cache/scale-explorer/" in page


@pytest.mark.parametrize(
    "text", [".so /etc/passwd", "'br", r"\fBbold\fP \n(.x", "^~`\"-'", "a\n.b\n'c", "… ✓ 汐"]
)
def test_no_sign_of_a_text_means_anything(text: str) -> None:
    if shutil.which("groff") is None:
        pytest.skip("there is no groff here")
    source = "\n".join((roff.title("x", "1"), ".nf", roff.escaped(text)))
    command = ["groff", "-man", "-ww", "-Tutf8", "-P-cbou"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    shown = [line.strip() for line in done.stdout.splitlines()[1:-1] if line.strip()]
    assert shown == text.replace("…", "...").split("\n")
