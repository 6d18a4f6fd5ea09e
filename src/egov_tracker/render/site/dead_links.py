"""The links of a site that lead nowhere: to a file that is not in it, or to a place that its page does not have."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Mapping

TARGET = re.compile(r'(?:href|src|action)="([^"]*)"')
PLACE = re.compile(r'id="([^"]*)"')


def dead_links(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """`page: link` for each dead link of each page, each once; links to other sites are not looked at."""
    pages = {name: content.decode() for name, content in files.items() if name.endswith(".html")}
    places = {name: frozenset(PLACE.findall(text)) for name, text in pages.items()}
    return tuple(
        f"{name}: {link}"
        for name, text in pages.items()
        for link in dict.fromkeys(map(unescape, TARGET.findall(text)))
        if "://" not in link and _is_dead(name, link, files, places)
    )


def _is_dead(page: str, link: str, files: Mapping[str, bytes], places: Mapping[str, frozenset[str]]) -> bool:
    path, _, place = link.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))) if path else page
    return target not in files or bool(place and place not in places.get(target, ()))
