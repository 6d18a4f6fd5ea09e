"""Chromium as the tests drive it: started once, one page after the other, on a phone, over a pipe."""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64decode
from contextlib import contextmanager
from select import select
from typing import IO, TYPE_CHECKING, Any

from tests.running import need

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SWITCHES = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--remote-debugging-pipe", "--window-size=390,1800",
)  # fmt: skip
PATIENCE = 240  # seconds
# The browser hears on descriptor 3 and answers on 4: its standard input and output, as they are here.
START = 'exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1'


@contextmanager
def start_browser(profile: Path) -> Iterator[Browser]:
    """Start Chromium with a profile in a folder, and end it."""
    command = ("sh", "-c", START, need("chromium"), *SWITCHES, f"--user-data-dir={profile}")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdin
        assert process.stdout
        browser = Browser(process.stdin, process.stdout)
        yield browser
        browser.ask("Browser.close")


class Browser:
    """A running browser, asked one thing after the other."""

    def __init__(self, told: IO[bytes], heard: IO[bytes]) -> None:
        self.told, self.heard, self.asked = told, heard, 0
        self.rest = b""
        self.events: list[dict[str, Any]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.tab = Page(self, self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        for part in ("Page", "Runtime", "Log"):
            self.tab.ask(f"{part}.enable")

    def ask(self, method: str, session: str | None = None, **parameters: object) -> dict[str, Any]:
        """The answer to one message; the events that come before it are kept."""
        self.asked += 1
        message = {"id": self.asked, "method": method, "params": parameters}
        self.told.write(json.dumps(message | ({"sessionId": session} if session else {})).encode() + b"\0")
        self.told.flush()
        while (heard := self.hear()).get("id") != self.asked:
            self.events.append(heard)
        assert "result" in heard, heard
        result: dict[str, Any] = heard["result"]
        return result

    def hear(self) -> dict[str, Any]:
        """The next message of the browser."""
        while b"\0" not in self.rest:
            assert select([self.heard], [], [], PATIENCE)[0], "the browser says nothing"
            more = os.read(self.heard.fileno(), 1 << 20)
            assert more, "the browser has ended"
            self.rest += more
        raw, _, self.rest = self.rest.partition(b"\0")
        message: dict[str, Any] = json.loads(raw)
        return message

    def wait_for(self, method: str) -> None:
        """Hear messages until there is an event of a kind."""
        while all(one.get("method") != method for one in self.events):
            self.events.append(self.hear())

    def open(self, address: str) -> Page:
        """A page that has loaded, in place of the one before: a process for each would cost most of the time."""
        self.events.clear()
        self.tab.ask("Page.navigate", url=address)
        self.wait_for("Page.loadEventFired")
        return self.tab


class Page:
    """An open page."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.browser, self.session = browser, session

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """The answer to a message about this page."""
        return self.browser.ask(method, self.session, **parameters)

    def value_of(self, expression: str) -> object:
        """What an expression of JavaScript, or the promise that it makes, comes to."""
        answer = self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def printed(self) -> bytes:
        """The page as PDF."""
        return b64decode(self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])

    def console(self) -> list[str]:
        """What the console said so far."""
        return [said for event in self.browser.events if (said := _said(event.get("method"), event.get("params", {})))]


def _said(method: str | None, told: dict[str, Any]) -> str:
    match method:
        case "Runtime.consoleAPICalled":
            return " ".join(str(one.get("value")) for one in told["args"])
        case "Runtime.exceptionThrown":
            return str(told["exceptionDetails"]["exception"]["description"]).split("\n", 1)[0]
        case "Log.entryAdded":
            return str(told["entry"]["text"])
        case _:
            return ""
