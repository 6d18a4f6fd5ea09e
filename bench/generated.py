"""Generated ledgers: every body of the registry named in one state for six indicators."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

DATA = Path(__file__).resolve().parent.parent / "data"
INDICATORS = (
    "action_plan", "document_interconnection", "dossier_publication", "architecture", "lgsp", "portal_connection",
)  # fmt: skip
CENTRAL = {"ministry", "ministry_level", "government_agency"}
FIRST_YEAR, YEARS = 2016, 2


def bodies_2016() -> tuple[list[str], list[str]]:
    """The names of the 30 central bodies and 63 provinces of 2016."""
    central, provinces = [], []
    for name in ("agencies", "provinces"):
        text = (DATA / "registry" / f"{name}.yaml").read_text(encoding="utf-8")
        for body in yaml.load(text, yaml.CSafeLoader)["bodies"].values():
            if "valid_from" not in body:
                (central if body["kind"] in CENTRAL else provinces).append(body["name_vi"])
    return central, provinces


def snapshot_text(quarter: str, day: str, seed: int, bodies: tuple[list[str], list[str]]) -> str:
    """A complete snapshot: a share of each group is outstanding and named, so that the rest is done."""
    lines = [f"period: {quarter}", "sources:", "  report: {kind: report, title: Báo cáo}", "observations:"]
    for number, indicator in enumerate(INDICATORS):
        for group, names in zip(("central", "provinces"), bodies, strict=True):
            if not names:
                continue
            late = names[: (seed + number) % len(names)]
            done = names[len(late) :]
            lines += [
                f"  - indicator: {indicator}",
                f"    group: {group}",
                f"    as_of: {day}",
                f"    value: {len(done)}/{len(names)}",
                f"    outstanding: {{count: {len(late)}, names: [{_flow(late)}]}}" if late else "",
                f"    done: {{names: [{_flow(done)}]}}",
                "    source: report",
                f"    at: trang {number + 1}",
            ]
    return "\n".join(line for line in lines if line) + "\n"


def _flow(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def write_ledger(folder: Path, count: int) -> Path:
    """A ledger of `count` snapshots of 2016 and 2017; beyond these 8 quarters the same again under other names."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "reports").mkdir(parents=True)
    bodies = bodies_2016()
    for number in range(count):
        year, quarter = FIRST_YEAR + number // 4 % YEARS, number % 4 + 1
        name = f"{year}Q{quarter}" if number < 4 * YEARS else f"more-{number:04}"
        text = snapshot_text(f"{year}Q{quarter}", f"{year}-{quarter * 3:02}-30", number, bodies)
        (folder / "reports" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def write_years(folder: Path, count: int) -> Path:
    """A ledger of so many quarters one after the other from 2003 on, of the bodies of 2016."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "reports").mkdir(parents=True)
    bodies = bodies_2016()
    for number in range(count):
        year, quarter = 2003 + number // 4, number % 4 + 1
        text = snapshot_text(f"{year}Q{quarter}", f"{year}-{quarter * 3:02}-30", number, bodies)
        (folder / "reports" / f"{year}Q{quarter}.yaml").write_text(text, encoding="utf-8")
    return folder
