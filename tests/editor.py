"""Asks yaml-language-server, which VS Code and other editors run, what it marks in a file."""

from __future__ import annotations

import json
import subprocess
from typing import IO, TYPE_CHECKING, Any

from tests.running import need

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SETTINGS = {"validate": True, "schemaStore": {"enable": False}}


def marks(paths: Iterable[Path]) -> dict[str, list[str]]:
    """`line: message` for all that an editor marks, by the names of the files, which name their schema themselves."""
    with subprocess.Popen(  # noqa: S603 - a program that has to be installed
        [need("yaml-language-server"), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        try:
            return _ask(server, list(paths))
        finally:
            server.kill()


def _ask(server: subprocess.Popen[bytes], paths: list[Path]) -> dict[str, list[str]]:
    asked, told = server.stdin, server.stdout
    assert asked is not None
    assert told is not None
    _send(asked, "initialize", {"processId": None, "rootUri": None, "capabilities": {}}, number=1)
    _send(asked, "initialized", {})
    _send(asked, "workspace/didChangeConfiguration", {"settings": {"yaml": SETTINGS}})
    for path in paths:
        text = path.read_text(encoding="utf-8")
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        _send(asked, "textDocument/didOpen", {"textDocument": document})
    found: dict[str, list[str]] = {}
    while len(found) < len(paths):
        message = _receive(told)
        if message.get("method") == "textDocument/publishDiagnostics":
            told_of = message["params"]
            found[told_of["uri"].rpartition("/")[2]] = [
                f"{one['range']['start']['line'] + 1}: {one['message']}" for one in told_of["diagnostics"]
            ]
    return found


def _send(pipe: IO[bytes], method: str, params: dict[str, Any], number: int | None = None) -> None:
    content = {"jsonrpc": "2.0", "method": method, "params": params} | ({"id": number} if number else {})
    body = json.dumps(content).encode()
    pipe.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> dict[str, Any]:
    length = 0
    while (line := pipe.readline().strip()) or not length:
        assert line or length, "the language server ended"
        if line.lower().startswith(b"content-length:"):
            length = int(line.partition(b":")[2])
    message: dict[str, Any] = json.loads(pipe.read(length))
    return message
