"""A set as of a Git revision: read from a real repository, whatever that would like to run."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from scale_explorer.data.loading import git as asking
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import load
from scale_explorer.data.loading.revision import gather_revision
from scale_explorer.data.loading.versions import version_named
from scale_explorer.models.errors import DataError, UnknownNameError, UsageError

from .pieces import BIRCH, HEAD, SOURCE

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a set in a folder of it, committed."""
    folder = tmp_path / "repository"
    mill = folder / "sets" / "mill"
    (mill / "sources").mkdir(parents=True)
    source = SOURCE.replace("[[source]]\n", '[[source]]\ntext = "sources/news.txt"\n')
    (mill / "mill.toml").write_text(HEAD + source + BIRCH)
    (mill / "sources" / "news.txt").write_text("Birch was here.\n")
    (mill / "lock.json").write_text("{}")
    run(folder, "init", "--quiet")
    commit(folder)
    return folder


def run(folder: Path, *command: str) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    git = ("git", *WHO, "-c", "commit.gpgsign=false", *command)
    done = subprocess.run(
        git, cwd=folder, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def commit(folder: Path) -> str:
    run(folder, "add", "--all")
    run(folder, "commit", "--quiet", "--allow-empty", "-m", "a commit")
    return run(folder, "rev-parse", "HEAD")


def mill(repository: Path) -> Path:
    return repository / "sets" / "mill"


def test_a_folder_is_read_as_it_was_with_its_texts_and_lock(repository: Path) -> None:
    path = mill(repository)
    was = gather(path)
    (path / "mill.toml").write_text(HEAD)
    (path / "sources" / "news.txt").write_text("Other words.\n")
    (path / "lock.json").unlink()
    (path / "more.toml").write_text(BIRCH)
    found = gather_revision(path, "HEAD")
    assert found.documents == was.documents
    assert found.texts == was.texts
    assert found.lock == was.lock
    assert found.unread == found.unread_texts == ()
    assert [record.id for record in load(found).dataset.records] == ["news", "birch"]


def test_a_single_file_and_its_own_lock_are_read(repository: Path) -> None:
    (repository / "one.toml").write_text(HEAD + BIRCH)
    (repository / "one.lock.json").write_text("{}")
    commit(repository)
    found = gather_revision(repository / "one.toml", "HEAD")
    assert found.alone
    assert [file.name for file in found.documents] == ["one.toml"]
    assert found.lock is not None
    assert found.lock.content == b"{}"


def test_a_set_that_is_gone_by_now_is_read_all_the_same(repository: Path) -> None:
    run(repository, "rm", "-r", "--quiet", "sets")
    commit(repository)
    name = version_named(f"{mill(repository)}@HEAD~1", None)
    assert [file.name for file in name.gather().documents] == ["mill.toml"]
    with pytest.raises(DataError, match="has no such file or folder"):
        gather_revision(mill(repository), "HEAD")


@pytest.mark.parametrize("revision", ["nowhere", "--help", "-x", "HEAD:sets", "", "HEAD^{blob}"])
def test_what_is_no_revision_is_wrong_use(repository: Path, revision: str) -> None:
    with pytest.raises(UsageError, match="no revision"):
        gather_revision(mill(repository), revision)


def test_a_revision_of_several_lines_is_refused(repository: Path) -> None:
    with pytest.raises(UsageError, match="holds signs"):
        gather_revision(mill(repository), "HEAD\nHEAD")


def test_a_folder_outside_of_every_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="lies in no Git repository"):
        gather_revision(tmp_path, "HEAD")


def test_without_git_that_is_told(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(DataError, match="Git is not installed"):
        gather_revision(mill(repository), "HEAD")


def test_a_git_that_lies_in_the_folder_is_not_run(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = mill(repository) / "git"
    trap.write_text(f"#!/bin/sh\ntouch {repository}/trapped\n")
    trap.chmod(0o755)
    monkeypatch.chdir(mill(repository))
    monkeypatch.setenv("PATH", ".")
    with pytest.raises(DataError, match="Git is not installed"):
        gather_revision(mill(repository), "HEAD")
    assert not (repository / "trapped").exists()


def test_links_and_repositories_within_are_not_followed(repository: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.toml"
    secret.write_text(HEAD)
    (mill(repository) / "link.toml").symlink_to(secret)
    inner = mill(repository) / "inner.toml"
    inner.mkdir()
    run(inner, "init", "--quiet")
    commit(inner)
    commit(repository)
    found = gather_revision(mill(repository), "HEAD")
    assert [file.name for file in found.documents] == ["mill.toml"]
    assert [each.name for each in found.unread] == ["inner.toml", "link.toml"]
    assert all("not followed" in each.reason for each in found.unread)


def test_a_set_that_is_a_link_is_no_set(repository: Path, tmp_path: Path) -> None:
    (repository / "alone.toml").symlink_to(mill(repository) / "mill.toml")
    commit(repository)
    (repository / "alone.toml").unlink()
    with pytest.raises(DataError, match="not followed"):
        gather_revision(repository / "alone.toml", "HEAD")
    del tmp_path


def test_hidden_files_and_sources_hold_no_records(repository: Path) -> None:
    for name in (".hidden.toml", ".git-not/x.toml", "sources/y.toml"):
        path = mill(repository) / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(BIRCH)
    commit(repository)
    found = gather_revision(mill(repository), "HEAD")
    assert [file.name for file in found.documents] == ["mill.toml"]


def test_too_large_a_file_is_left_out_and_told(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (mill(repository) / "more.toml").write_text(f"# {'x' * 5_000}\n")
    commit(repository)
    monkeypatch.setattr("scale_explorer.data.loading.revision.FILE_BYTES", 4_000)
    found = gather_revision(mill(repository), "HEAD")
    assert [each.name for each in found.unread] == ["more.toml"]
    assert "larger than" in found.unread[0].reason


def test_too_much_together_is_refused_before_it_is_read(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scale_explorer.data.loading.revision.TOTAL_BYTES", 20)
    with pytest.raises(DataError, match="split it"):
        gather_revision(mill(repository), "HEAD")


def test_too_many_files_are_refused(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (mill(repository) / "more.toml").write_text(BIRCH)
    commit(repository)
    monkeypatch.setattr("scale_explorer.data.loading.revision.FILES", 1)
    with pytest.raises(DataError, match="at most 1"):
        gather_revision(mill(repository), "HEAD")


def test_a_list_without_end_is_cut_off(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "LISTED_BYTES", 10)
    with pytest.raises(DataError, match="too much for a data set"):
        gather_revision(mill(repository), "HEAD")


def test_what_takes_too_long_is_stopped(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = repository / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nsleep 60 & sleep 60\n")  # also what it started is ended
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(asking, "SECONDS", 0.2)
    with pytest.raises(DataError, match="longer than"):
        gather_revision(mill(repository), "HEAD")


def test_nothing_that_the_repository_configures_is_run(repository: Path) -> None:
    """Every way that is known to make Git run a program writes a file; none may be there."""
    trapped = repository / "trapped"
    trap = repository / "trap.sh"
    trap.write_text(f'#!/bin/sh\necho "$0 $*" >> {trapped}\n')
    trap.chmod(0o755)
    attributes = "*.toml filter=trap diff=trap ident\n*.txt filter=trap diff=trap\n"
    (mill(repository) / ".gitattributes").write_text(attributes)
    commit(repository)
    hooks = repository / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc"):
        (hooks / hook).symlink_to(trap)
    for name, value in {
        "core.fsmonitor": str(trap),
        "core.hooksPath": str(hooks),
        "core.pager": str(trap),
        "core.sshCommand": str(trap),
        "core.alternateRefsCommand": str(trap),
        "core.askPass": str(trap),
        "core.editor": str(trap),
        "filter.trap.smudge": str(trap),
        "filter.trap.clean": str(trap),
        "filter.trap.process": str(trap),
        "diff.trap.textconv": str(trap),
        "diff.external": str(trap),
        "alias.cat-file": f"!{trap}",
        "alias.ls-tree": f"!{trap}",
        "extensions.partialClone": "evil",
        "remote.evil.url": f"ext::{trap}",
        "remote.evil.promisor": "true",
        "remote.evil.uploadpack": str(trap),
        "protocol.ext.allow": "always",
        "protocol.allow": "always",
    }.items():
        run(repository, "config", "core.repositoryFormatVersion", "1")
        run(repository, "config", name, value)
    trapped.unlink(missing_ok=True)
    found = gather_revision(mill(repository), "HEAD")
    assert [file.name for file in found.documents] == ["mill.toml"]
    assert found.documents[0].content.startswith(b"[dataset]")
    assert not trapped.exists(), trapped.read_text()


def test_an_object_that_is_missing_is_not_fetched(repository: Path) -> None:
    trapped = repository / "trapped"
    blob = run(repository, "rev-parse", "HEAD:sets/mill/mill.toml")
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "evil",
        "remote.evil.url": f"ext::touch {trapped}",
        "remote.evil.promisor": "true",
        "protocol.ext.allow": "always",
    }.items():
        run(repository, "config", name, value)
    with pytest.raises(DataError):
        gather_revision(mill(repository), "HEAD")
    assert not trapped.exists()


def test_what_the_environment_says_to_git_does_not_count(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path / "nowhere"))
    assert gather_revision(mill(repository), "HEAD").documents


@pytest.mark.parametrize(
    ("text", "data_set", "revision"),
    [
        ("sets/mill", "sets/mill", None),
        ("sets/mill@HEAD", "sets/mill", "HEAD"),
        ("sets/mill@HEAD@{1}", "sets/mill", "HEAD@{1}"),
        ("sets/mill/@v1", "sets/mill/", "v1"),
        ("@HEAD~2", "usual", "HEAD~2"),
        ("odd@name", "odd@name", None),
        ("odd@name@HEAD", "odd@name", "HEAD"),
        ("tutorial@HEAD", "tutorial", "HEAD"),
        ("gone@HEAD@{1}", "gone", "HEAD@{1}"),
        ("sets/mill@", "sets/mill", ""),
    ],
)
def test_a_version_is_a_set_and_perhaps_a_revision(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    data_set: str,
    revision: str | None,
) -> None:
    (repository / "odd@name").mkdir()
    monkeypatch.chdir(repository)
    found = version_named(text, "usual")
    assert (found.data_set, found.revision) == (data_set, revision)


def test_a_name_that_is_none_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="tutorial"):
        version_named("tutorail", None).gather()
