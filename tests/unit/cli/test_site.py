"""How a site says on a terminal that it is still being made."""

from __future__ import annotations

import io

import pytest

from egov_tracker.cli.site import Progress


class Stream(io.StringIO):
    """What is written to it, and whether it is a terminal."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def said(monkeypatch: pytest.MonkeyPatch, seconds: list[float], *, terminal: bool = True) -> str:
    """What is said where this many pages are made at these seconds, one a second given."""
    stream, clock = Stream(terminal=terminal), iter([0.0, *seconds])
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr("egov_tracker.cli.site.monotonic", lambda: next(clock))
    with Progress() as progress:
        for count in range(1, len(seconds) + 1):
            progress.say(count)
    return stream.getvalue()


WIPED = "\r\x1b[K"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        ([], ""),
        ([0.5, 0.99], ""),
        ([1.0], f"\regov: 1 pages{WIPED}"),
        ([0.5, 1.5, 1.59, 1.625], f"\regov: 2 pages\regov: 4 pages{WIPED}"),
        ([2.0, 2.125, 2.2], f"\regov: 1 pages\regov: 2 pages{WIPED}"),
    ],
)
def test_what_takes_longer_than_a_second_is_counted_now_and_then(
    seconds: list[float], text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said(monkeypatch, seconds) == text


def test_nothing_is_said_into_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(monkeypatch, [2.0, 3.0], terminal=False) == ""


def test_nothing_is_said_to_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 2.0])
    monkeypatch.setattr("sys.stderr", None)
    monkeypatch.setattr("egov_tracker.cli.site.monotonic", lambda: next(clock))
    with Progress() as progress:
        progress.say(1)
