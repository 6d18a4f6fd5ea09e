"""Builds what tests read: snapshot texts, snapshots, ledgers on disk, the definitions they are read against."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from egov_tracker.model.findings import Location
from egov_tracker.model.obligations import Obligation, PlacedObligation
from egov_tracker.store.core_schemas import file_reader
from egov_tracker.store.discovery import DataFolder, Origin, bundled
from egov_tracker.store.ledger import Ledger
from egov_tracker.store.snapshots import read_snapshot
from egov_tracker.text.quarters import parse_quarter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from egov_tracker.model.observation import Loaded, Observation, Snapshot
    from egov_tracker.store.ledger import Definitions

ROOT = Path(__file__).parents[1]
LEDGERS = ROOT / "tests" / "ledgers"
SMALL = LEDGERS / "small"  # of its own registry and catalogue, small enough to reckon in one's head
LETTERS = LEDGERS / "letters"  # some figures and two letters as of the real ledger, which no correction of it reaches
EXAMPLES = ROOT / "tests" / "examples"

# The head of a snapshot of one source; its first entry stands in line 5.
HEAD = """\
period: 2016Q2
sources:
  press: {kind: press, title: Bài viết}
observations:
"""
# The head of a snapshot of several publishers; its first entry stands in line 8.
HEAD_OF_FOUR = """\
period: 2016Q2
sources:
  vpcp: {kind: report, title: Báo cáo, reports: Văn phòng Chính phủ}
  mic: {kind: report, title: Sách Trắng, reports: Bộ Thông tin và Truyền thông}
  press: {kind: press, title: Bài viết, reports: Văn phòng Chính phủ}
  repost: {kind: press, title: Đăng lại, reports: Văn phòng Chính phủ, repeats: vpcp}
observations:
"""


# Fields that an editor reads as truth values, and fields of digits that stay texts.
FLAGS = frozenset({"repeats", "verified", "special", "one_way", "before"})
TEXTS = frozenset({"at", "gso_code"})


@cache
def definitions() -> Definitions:
    """The registry and the catalogue that the package brings."""
    return Ledger(DataFolder(Origin.PACKAGE, bundled("data"))).definitions


def entry(**fields: str | None) -> str:
    """The YAML of one observation, sound but for the fields given; None leaves a field out.

    It begins with "  - indicator: …", and every other field stands in a line of its own, in this order.
    """
    sound: dict[str, str | None] = {
        "indicator": "document_interconnection",
        "group": "central",
        "as_of": "2016-06-30",
        "value": "19/30",
        "source": "press",
        "at": "dòng 4",
    }
    lines = [f"{name.rstrip('_')}: {text}" for name, text in (sound | fields).items() if text is not None]
    return "  - " + "\n    ".join(lines) + "\n"


def as_an_editor_reads(content: Any, field: str = "") -> Any:
    """Plain content with the truth values and numbers that an editor's YAML makes of it."""
    match content:
        case dict():
            return {name: as_an_editor_reads(value, name) for name, value in content.items()}
        case list():
            return [as_an_editor_reads(value, field) for value in content]
        case "true" | "false" if field in FLAGS:
            return content == "true"
        case str() if (
            content.isascii() and content.isdigit() and (content == "0" or content[0] != "0") and field not in TEXTS
        ):
            return int(content)
        case str() if re.fullmatch(r"[0-9]+\.[0-9]+", content) and field not in TEXTS:
            return float(content)
        case _:
            return content


def snapshot_text(entries: Sequence[str], period: str) -> str:
    """The YAML of a snapshot of four sources, out of entries of one line each, `indicator: …, group: …, value: …`.

    Where an entry names no source or no place in it, those are `vpcp` and `trang 1`.
    """
    lines = [
        f"  - {{{one}{'' if 'source:' in one else ', source: vpcp'}{'' if 'at:' in one else ', at: trang 1'}}}\n"
        for one in entries
    ]
    head = HEAD_OF_FOUR.replace("2016Q2", period)
    return head + "".join(lines) if lines else head.rstrip() + " []\n"


def load(text: str, definitions: Definitions, named: str | None = "2016Q2") -> Loaded:
    """What is read from the text of a snapshot file `f`, of the quarter that its name would say: snapshot, findings."""
    quarter = parse_quarter(named) if named else None
    return read_snapshot(text.encode(), "f", quarter, definitions.registry, definitions.catalogue)


def snapshot_of(loaded: Loaded) -> Snapshot:
    """The snapshot that was read, which has to be there."""
    assert loaded.snapshot is not None
    return loaded.snapshot


def sound(loaded: Loaded) -> Snapshot:
    """The snapshot that was read, which has to be there and without an error."""
    assert [str(found) for found in loaded.findings if found.level == "error"] == []
    return snapshot_of(loaded)


def snapshot(entries: Sequence[str], period: str) -> Snapshot:
    """The sound snapshot of entries of one line each."""
    return sound(load(snapshot_text(entries, period), definitions(), None))


def load_one(text: str, definitions: Definitions, named: str = "2016Q2") -> Observation:
    """The only observation of a sound snapshot, out of the text of its entry."""
    (observation,) = sound(load(HEAD.replace("2016Q2", named) + text, definitions, named)).observations
    return observation


def write_ledger(root: Path, reports: Mapping[str, str], registry: Mapping[str, str] | None = None) -> Path:
    """Write a ledger of these snapshot texts by quarter into `root`, and return `root`.

    A name without an ending is one of `.yaml`. Registry files, by name (`obligations`), come from the package where not
    given.
    """
    for folder, files in (("reports", reports), ("registry", registry or {})):
        for name, text in files.items():
            path = root / folder / (name if "." in name else f"{name}.yaml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return root


def placed_obligation(**changes: object) -> PlacedObligation:
    """The obligation `x` of the central bodies, due on 2016-06-15, with these fields changed; it stands in file `o`."""
    sound: dict[str, object] = {
        "id": "x",
        "task": "x",
        "indicator": "document_interconnection",
        "group": "central",
        "by": "Các bộ",
        "force": "order",
        "what_vi": "a",
        "what_en": "a",
        "due": "2016-06-15",
        "under": "b",
        "told_by": "2016Q1/letter-1375",
    }
    obligation = file_reader(Obligation).validate_python(sound | changes)
    return PlacedObligation(obligation, Location("o", 1, 1), Location("o", 2, 1))


def open_data(root: Path) -> Ledger:
    """The ledger in a folder, named as an option would name it."""
    return Ledger(DataFolder(Origin.OPTION, root))
