"""What a wheel holds, and that it works away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

OWN_TEXTS = "scale_explorer/data/sets/tutorial/sources"
"""The only texts that may travel: they were written for the tutorial."""

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel_names(built: Path) -> list[str]:
    (wheel,) = built.glob("*.whl")
    return zipfile.ZipFile(wheel).namelist()


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    (wheel,) = built.glob("*.whl")
    folder = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def test_only_one_name_lands_in_site_packages(wheel_names: list[str]) -> None:
    tops = {name.split("/")[0] for name in wheel_names}
    besides = (".dist-info", ".data")
    assert {top for top in tops if not top.endswith(besides)} == {"scale_explorer"}


@pytest.mark.parametrize(
    "name",
    [
        "scale_explorer/__main__.py",
        "scale_explorer/data/sets/scale_ai/dataset.toml",
        "scale_explorer/data/sets/scale_ai/lock.json",
        "scale_explorer/data/store/schema.sql",
        "scale_explorer/data/sets/tutorial/sources/lantern.txt",
        "scale_explorer/tui/completion/scale-explorer.fish",
        "scale_explorer/tui/screens/explore.tcss",
        "scale_explorer/models/py.typed",
    ],
)
def test_what_is_no_code_travels_too(wheel_names: list[str], name: str) -> None:
    assert name in wheel_names


def test_no_source_text_and_no_tests_travel(wheel_names: list[str]) -> None:
    texts = {name for name in wheel_names if name.endswith(".txt") and "/sets/" in name}
    assert {name.rpartition("/")[0] for name in texts} == {OWN_TEXTS}
    assert not [name for name in wheel_names if "tests/" in name]


def test_the_source_distribution_builds_the_same_wheel(built: Path, wheel_names: list[str]) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    code = {name for name in wheel_names if name.startswith("scale_explorer/")}
    mapped = {f"scale_explorer/{name.removeprefix('.dev/scale_explorer/')}" for name in names}
    assert code <= mapped


@pytest.mark.parametrize("arguments", [["--version"], ["list", "companies"]])
def test_it_runs_from_another_folder(installed: Path, tmp_path: Path, arguments: list[str]) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "scale_explorer", *arguments],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "0.1.0" in done.stdout or "Scale AI" in done.stdout


def test_that_run_used_the_installed_files(installed: Path, tmp_path: Path) -> None:
    code = "import scale_explorer.tui.cli as cli; print(cli.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.startswith(str(installed))
