"""Generated ledgers: every body named in one state for six indicators, a part of them done from quarter to quarter."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml

DATA = Path(__file__).resolve().parent.parent / "data"
INDICATORS = (
    "action_plan", "document_interconnection", "dossier_publication", "architecture", "lgsp", "portal_connection",
)  # fmt: skip
CENTRAL = {"ministry", "ministry_level", "government_agency"}
FIRST_YEAR = 1990
MOST_QUARTERS = 444  # years go from 1990 to 2100


class Bodies(NamedTuple):
    """The names of central bodies and of provinces."""

    central: tuple[str, ...]
    provinces: tuple[str, ...]


def bodies_2016() -> Bodies:
    """The names of the 30 central bodies and 63 provinces of 2016."""
    central: list[str] = []
    provinces: list[str] = []
    for name in ("agencies", "provinces"):
        text = (DATA / "registry" / f"{name}.yaml").read_text(encoding="utf-8")
        for body in yaml.load(text, yaml.CSafeLoader)["bodies"].values():
            if "valid_from" not in body:
                (central if body["kind"] in CENTRAL else provinces).append(body["name_vi"])
    return Bodies(tuple(central), tuple(provinces))


def communes(count: int) -> Bodies:
    """So many bodies of one group that no registry knows."""
    return Bodies((), tuple(f"Xã Thử nghiệm số {number:05}" for number in range(count)))


def quarter(number: int) -> tuple[str, str]:
    """The name and a day of a quarter, counted from the first of 1990."""
    year, place = FIRST_YEAR + number // 4, number % 4 + 1
    return f"{year}Q{place}", f"{year}-{place * 3:02}-30"


def write_registry(root: Path, bodies: Bodies) -> None:
    """The folder of a ledger that knows these bodies of all times and no others, and no obligations."""
    (root / "reports").mkdir(parents=True)
    (root / "registry").mkdir()
    for file, kind, names in (("agencies", "ministry", bodies.central), ("provinces", "province", bodies.provinces)):
        lines = [
            f"  {file}-{n}: {{kind: {kind}, name_vi: '{name}', name_en: '{name}'}}" for n, name in enumerate(names)
        ]
        text = "\n".join(["bodies:", *lines]) if lines else "bodies: {}"
        (root / "registry" / f"{file}.yaml").write_text(f"{text}\n", encoding="utf-8")
    (root / "registry" / "obligations.yaml").write_text("obligations: {}\n", encoding="utf-8")


def write_snapshot(root: Path, number: int, late: float, bodies: Bodies) -> str:
    """The snapshot of a quarter in which this share of each list is outstanding; the name of the quarter."""
    name, day = quarter(number)
    (root / "reports" / f"{name}.yaml").write_text(snapshot_text(name, day, late, bodies), encoding="utf-8")
    return name


def snapshot_text(name: str, day: str, late: float, bodies: Bodies) -> str:
    """A complete snapshot: a share of each group is outstanding and named, and the rest is done and named."""
    lines = [f"period: {name}", "sources:", "  report: {kind: report, title: Báo cáo}", "observations:"]
    for number, indicator in enumerate(INDICATORS):
        for group, names in zip(("central", "provinces"), bodies, strict=True):
            if not names:
                continue
            first = late_of(names, late)
            lines += [
                f"  - indicator: {indicator}",
                f"    group: {group}",
                f"    as_of: {day}",
                f"    value: {len(names) - first}/{len(names)}",
                f"    outstanding: {{count: {first}, names: [{_flow(names[:first])}]}}" if first else "",
                f"    done: {{names: [{_flow(names[first:])}]}}",
                "    source: report",
                f"    at: trang {number + 1}",
            ]
    return "\n".join(line for line in lines if line) + "\n"


def late_of(names: tuple[str, ...], share: float) -> int:
    """How many of a list are outstanding, the first ones."""
    return round(share * len(names))


def _flow(names: tuple[str, ...]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def write_ledger(root: Path, count: int, bodies: Bodies) -> Path:
    """A ledger of `count` quarters, over which 90% of all bodies are done one after the other."""
    write_registry(root, bodies)
    for number in range(count):
        write_snapshot(root, number, 0.9 * (count - number) / count, bodies)
    return root
