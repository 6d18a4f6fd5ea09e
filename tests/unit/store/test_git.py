"""A repository of a stranger is read, and runs nothing."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.store import git
from egov_tracker.store.git import is_commit, is_revision, read_revision
from tests.running import need, run_egov

if TYPE_CHECKING:
    from pathlib import Path

NAME = "HEAD:data/reports/2016Q2.yaml"
TEXT = "period: 2016Q2\n"


def run(folder: Path, *args: str) -> str:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "protocol.file.allow=always")
    ran = subprocess.run(  # noqa: S603 - found by `need`
        [need("git"), *who, *args], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return ran.stdout


def write(root: Path, content: bytes = TEXT.encode()) -> Path:
    path = root / "data" / "reports" / "2016Q2.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return root


def repository(root: Path, content: bytes = TEXT.encode()) -> Path:
    write(root, content)
    run(root, "init", "-q")
    run(root, "add", ".")
    run(root, "commit", "-qm", "first")
    return root


@pytest.fixture
def partial(tmp_path: Path) -> Path:
    """A clone without blobs; what is missing, git would fetch from where the configuration says."""
    origin = repository(tmp_path / "origin")
    run(origin, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    run(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", origin.as_uri(), str(clone))
    return clone


def test_without_the_closing_git_itself_would_run_the_command(partial: Path) -> None:
    """The attack is real: what the next tests refuse, plain git does."""
    run(partial, "config", "remote.origin.url", "ext::sh -c touch% PWNED")
    subprocess.run(  # noqa: S603
        [need("git"), "-c", "protocol.ext.allow=always", "cat-file", "blob", NAME],
        cwd=partial, check=False, capture_output=True, timeout=20,
    )  # fmt: skip
    assert (partial / "PWNED").exists()


@pytest.mark.parametrize(
    "settings",
    [
        {"remote.origin.url": "ext::sh -c touch% PWNED", "protocol.ext.allow": "always"},
        {"remote.origin.url": "ext::sh -c touch% PWNED", "protocol.allow": "always"},
        {"remote.origin.uploadpack": "touch PWNED;git-upload-pack"},
        {"remote.origin.url": "ssh://example.invalid/x", "core.sshCommand": "touch PWNED;false"},
        {"remote.origin.url": "git://example.invalid/x", "core.gitProxy": "./run"},
        {"remote.origin.url": "https://example.invalid/x", "credential.helper": "!touch PWNED"},
        {"remote.origin.vcs": "run", "core.fsmonitor": "touch PWNED", "core.hooksPath": "."},
        {"core.fsmonitor": "touch PWNED", "core.pager": "touch PWNED", "diff.external": "touch PWNED"},
        {"core.alternateRefsCommand": "touch PWNED", "filter.x.smudge": "touch PWNED", "gpg.program": "./run"},
    ],
)
def test_a_partial_clone_fetches_nothing_and_runs_nothing(partial: Path, settings: dict[str, str]) -> None:
    for name, value in settings.items():
        run(partial, "config", name, value)
    for name in ("run", "post-index-change", "git-remote-run"):
        (partial / name).write_text("#!/bin/sh\ntouch PWNED\n", encoding="utf-8")
        (partial / name).chmod(0o755)
    write(partial)
    (partial / ".gitattributes").write_text("* filter=x\n", encoding="utf-8")
    env = {"GIT_ALLOW_PROTOCOL": "ext:file:ssh:https", "GIT_SSH_COMMAND": "touch PWNED", "GIT_ASKPASS": "./run"}
    ran = run_egov("diff", NAME, "2016Q2", cwd=partial, env=env)
    assert ran.code == 2
    assert ran.err.startswith(f"egov: {NAME}: git says: ")
    assert not (partial / "PWNED").exists()


def test_a_program_called_git_in_the_working_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(tmp_path)
    (tmp_path / "git").write_text("#!/bin/sh\ntouch PWNED\n", encoding="utf-8")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    for path in ("", ".", str(tmp_path), f".:{tmp_path}"):
        with pytest.raises(EgovError, match="git is needed to read a revision"):
            read_revision(NAME, {"PATH": path})
        assert read_revision(NAME, {"PATH": f"{path}:{os.defpath}"}) == TEXT.encode()
    assert not (tmp_path / "PWNED").exists()


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(tmp_path, b"#" * 5_000_000)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(EgovError, match="the file has 5,000,000 bytes; 4,194,304 are the most"):
        read_revision(NAME, os.environ)


def test_a_git_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "git").write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    (tmp_path / "bin" / "git").chmod(0o755)
    monkeypatch.setattr(git, "TIMEOUT", 0.2)
    with pytest.raises(EgovError, match=r"git took more than 0\.2 seconds$"):
        read_revision(NAME, {"PATH": f"{tmp_path / 'bin'}:{os.defpath}"})


def pretend(folder: Path, script: str) -> dict[str, str]:
    """An environment whose `git` is this script."""
    (folder / "bin").mkdir()
    (folder / "bin" / "git").write_text(script, encoding="utf-8")
    (folder / "bin" / "git").chmod(0o755)
    return {"PATH": f"{folder / 'bin'}:{os.defpath}", "GIT_SSH": "/secret", "HOME": "/home"}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("warning: a\\nfatal: b\\nhint: c\\n", "git says: b"),
        ("fatal: a\\nfatal: b\\n", "git says: b"),
        ("error: a\\nerror: b\\n", "git says: error: b"),
        ("", "git says: git gives no reason"),
    ],
)
def test_what_git_calls_fatal_is_said_or_else_its_last_line(said: str, sentence: str, tmp_path: Path) -> None:
    environment = pretend(tmp_path, f"#!/bin/sh\nprintf '{said}' >&2\nexit 1\n")
    with pytest.raises(EgovError) as refusal:
        read_revision(NAME, environment)
    assert str(refusal.value) == f"{NAME}: {sentence}"


def test_a_git_that_is_no_program_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(EgovError) as refusal:
        read_revision(NAME, pretend(tmp_path, "\x00"))
    sentence = "git is needed to read a revision, and it cannot be run: Exec format error"
    assert str(refusal.value) == f"{NAME}: {sentence}"


def test_a_git_that_may_not_be_run_is_passed_over(tmp_path: Path) -> None:
    environment = pretend(tmp_path, "#!/bin/sh\n") | {"PATH": str(tmp_path / "bin")}
    (tmp_path / "bin" / "git").chmod(0o644)
    with pytest.raises(EgovError) as refusal:
        read_revision(NAME, environment)
    sentence = "git is needed to read a revision, and it cannot be run: it is in no folder of PATH"
    assert str(refusal.value) == f"{NAME}: {sentence}"


@pytest.mark.parametrize(("size", "read"), [(4 * 1024**2, True), (4 * 1024**2 + 1, False)])
def test_a_file_may_be_as_large_as_any_other(size: int, *, read: bool, tmp_path: Path) -> None:
    script = f'#!/bin/sh\ncase "$*" in *rev-parse*) echo abc;; *-s*) echo {size};; *) echo "$* $HOME $GIT_SSH";; esac\n'
    environment = pretend(tmp_path, script)
    if read:
        assert read_revision(NAME, environment).endswith(b" cat-file blob abc /home \n")
        return
    with pytest.raises(EgovError, match=r"the file has 4,194,305 bytes; 4,194,304 are the most$"):
        read_revision(NAME, environment)


def test_a_commit_is_told_from_what_is_none(tmp_path: Path) -> None:
    root = repository(tmp_path / "root")
    texts = ("HEAD", "HEAD~1", "nothing", "-h", "HEAD:data")
    assert [is_commit(text, os.environ, root) for text in texts] == [True, False, False, False, False]
    assert not is_commit("HEAD", os.environ, tmp_path / "nowhere")


def test_a_path_with_a_dot_is_seen_from_the_folder_and_a_dash_is_no_revision(tmp_path: Path) -> None:
    root = repository(tmp_path)
    assert read_revision("HEAD:./2016Q2.yaml", os.environ, root / "data" / "reports") == TEXT.encode()
    with pytest.raises(EgovError, match=r"^--help:x\.yaml: a revision does not begin with a dash$"):
        read_revision("--help:x.yaml", os.environ, root)


def test_a_repository_that_belongs_to_somebody_else_is_said_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository(tmp_path))
    with pytest.raises(EgovError, match="git says: detected dubious ownership in repository"):
        read_revision(NAME, {**os.environ, "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})


@pytest.mark.parametrize(
    ("text", "revision"),
    [
        (NAME, True), ("HEAD:X.YAML", True), ("x.yaml", False), ("HEAD:", False),
        ("a" * 300 + ":" + "b" * 5000 + ".yaml", True),
    ],
)  # fmt: skip
def test_a_revision_is_told_from_a_file(text: str, revision: bool) -> None:  # noqa: FBT001
    assert is_revision(text) is revision
