from __future__ import annotations

import pytest

from scale_explorer.models.errors import DataError, ScaleExplorerError, UnknownNameError, UsageError
from scale_explorer.tui import exits
from scale_explorer.tui.crash import crash_log


def raising(error: BaseException) -> int:
    def action() -> int:
        raise error

    return exits.guarded(action)


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (
            UnknownNameError("record", "mta", ("meta",)),
            1,
            "There is no record 'mta'. Did you mean meta?",
        ),
        (UsageError("wrong"), 2, "wrong"),
        (DataError("set.toml:3: broken"), 3, "set.toml:3: broken"),
        (ScaleExplorerError("other"), 3, "other"),
        (
            OSError(28, "No space left on device", "out.json"),
            3,
            "out.json: No space left on device",
        ),
        (KeyboardInterrupt(), 130, "interrupted"),
    ],
)
def test_every_error_has_its_status_and_one_message(
    error: BaseException, status: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert raising(error) == status
    assert capsys.readouterr() == ("", f"scale-explorer: {told}\n")


def test_a_status_is_passed_on() -> None:
    assert exits.guarded(lambda: exits.FOUND) == 1


def test_a_fault_of_the_program_is_told_in_a_line_and_kept_in_full(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert raising(ZeroDivisionError("by \x1b[31mnothing")) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "(ZeroDivisionError)" in err
    kept = crash_log().read_text(encoding="utf-8")
    assert "ZeroDivisionError: by ␛[31mnothing" in kept
    assert str(crash_log()) in err


def test_what_a_terminal_would_obey_is_not_narrated(capsys: pytest.CaptureFixture[str]) -> None:
    raising(UsageError("a\x1b[31mb\nc"))
    assert capsys.readouterr().err == "scale-explorer: a␛[31mb\nc\n"


def test_a_closed_standard_error_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    assert raising(UsageError("unheard")) == 2
