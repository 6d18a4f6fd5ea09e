"""Whether time grows with the work: twice, where n is four times as large, and the exponent of n."""

from __future__ import annotations

import math
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.generated import DATA, Bodies, bodies_2016, communes, quarter, write_ledger, write_registry
from bench.timing import Command, egov

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.timing import Result

STEP, ROUNDS, MOST, LEAST = 4, 3, 1.25, 8
COLD = {"EGOV_NO_CACHE": "1"}
SOURCES = "sources: {s: {kind: press, title: x}}\nobservations:\n"
NONE = Bodies((), ())
MOST_LISTS = 12  # of one appendix


class Spot(NamedTuple):
    """Something of which there may be many: how a ledger with n of it is written, the command, n, and the exit code."""

    write: Callable[[Path, int], object]
    command: str
    n: int
    code: int = 0

    def run(self, n: int, rounds: int = 1) -> float:
        """The least CPU time of some rounds with n of it."""
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "data"
            self.write(root, n)
            command = Command(egov(*self.command.split(), "--data", str(root)), COLD, (self.code,))
            return min(command.run(root).cpu for _ in range(rounds))


def main() -> list[Result]:
    """A row for each spot; the bench fails where an exponent is above 1.25."""
    print(f"| what | command | n | {STEP} n | CPU, s | {STEP} n, s | exponent |\n|---|---|---:|---:|---:|---:|---:|")
    steep = []
    for name, spot in SPOTS.items():
        none, some, many = (spot.run(n, ROUNDS) for n in (LEAST, spot.n, STEP * spot.n))
        larger = (STEP * spot.n - LEAST) / (spot.n - LEAST)  # as the time for the least is taken off
        exponent = math.log((many - none) / (some - none), larger) if many > none < some else 0.0
        row = f"{name} | `egov {spot.command}` | {spot.n} | {STEP * spot.n} | {some:.2f} | {many:.2f} | {exponent:.2f}"
        print(f"| {row} |", flush=True)
        steep += [name] if exponent > MOST else []
    if steep:
        raise SystemExit(f"steeper than {MOST}: {', '.join(steep)}")
    return []


def _figure(day: str, group: str, value: int, rest: str = "") -> str:
    entry = f"indicator: portal_services, group: {group}, as_of: {day}, value: {value}, source: s, at: x{value}{rest}"
    return f"  - {{{entry}}}\n"


def _snapshot(root: Path, number: int, lines: list[str]) -> Path:
    path = root / "reports" / f"{quarter(number)[0]}.yaml"
    path.write_text(f"period: {path.stem}\n{SOURCES}{''.join(lines)}", encoding="utf-8")
    return path


def unknown_names(root: Path, n: int) -> None:
    """Names that 11,000 bodies do not bear."""
    write_registry(root, communes(11_000))
    names = ", ".join(f"Phường Thí điểm thứ {number}" for number in range(n))
    _snapshot(root, 0, [_figure(quarter(0)[1], "provinces", 1, f", outstanding: {{names: [{names}]}}")])


def undefined_sources(root: Path, n: int) -> None:
    """Sources of 40 quarters that repeat undefined ones."""
    write_registry(root, NONE)
    for number in range(40):
        name = quarter(number)[0]
        sources = "".join(
            f"  press-{one}-{name}: {{kind: press, title: x, repeats: 1989Q4/prses-{one}-{name}}}\n" for one in range(n)
        )
        (root / "reports" / f"{name}.yaml").write_text(f"period: {name}\nsources:\n{sources}", encoding="utf-8")


def unpaired_figures(root: Path, n: int) -> None:
    """Figures of bodies of which the other quarter has none."""
    names = communes(2 * n).provinces
    write_registry(root, Bodies((), names))
    for number in range(2):
        day = quarter(number)[1]
        _snapshot(root, number, [_figure(day, name, 1) for name in names[number * n : (number + 1) * n]])


def remarks(root: Path, n: int) -> None:
    """Forty remarks on each figure."""
    write_registry(root, NONE)
    notes = ", ".join(f"{{note: chú thích {number}}}" for number in range(40))
    day = quarter(0)[1]
    _snapshot(root, 0, [_figure(day, "national", one, f", remarks: [{notes}]") for one in range(n)])


def lists_of_a_letter(root: Path, n: int) -> None:
    """A letter with n lists of all provinces, each of another source."""
    provinces = bodies_2016()._replace(central=())
    write_registry(root, provinces)
    named = f"outstanding: {{names: [{', '.join(provinces.provinces)}]}}"
    figure = f"indicator: document_interconnection, group: provinces, as_of: {quarter(0)[1]}, at: x, {named}"
    sources = "".join(f"  s{one}: {{kind: press, title: x}}\n" for one in range(n))
    entries = "".join(f"  - {{{figure}, source: s{one}}}\n" for one in range(n))
    text = f"period: {quarter(0)[0]}\nsources:\n{sources}observations:\n{entries}"
    (root / "reports" / f"{quarter(0)[0]}.yaml").write_text(text, encoding="utf-8")
    asked = f"quarter: {quarter(0)[0]}, indicator: document_interconnection, group: provinces"
    lists = [f"{{{asked}, source: s{one}}}" for one in range(n)]
    parts = (lists[first : first + MOST_LISTS] for first in range(0, n, MOST_LISTS))
    appendices = "".join(f"  - title: x\n    lists: [{', '.join(part)}]\n" for part in parts)
    head = (DATA / "letters" / "1375-vpcp-kgvx.yaml").read_text(encoding="utf-8").split("appendices:")[0]
    (root / "letter.yaml").write_text(f"{head}appendices:\n{appendices}", encoding="utf-8")


def revised_figures(root: Path, n: int) -> None:
    """Figures of one quantity, all of them others in two revisions of a file."""
    write_registry(root, NONE)
    day = quarter(0)[1]
    shutil.copy(_snapshot(root, 0, [_figure(day, "national", one) for one in range(n)]), root / "before.yaml")
    _snapshot(root, 0, [_figure(day, "national", n + one) for one in range(n)])


def quarters(root: Path, n: int) -> None:
    """Quarters in which each of 93 bodies is named for six indicators."""
    write_ledger(root, n, bodies_2016())


def bodies(root: Path, n: int) -> None:
    """Two quarters in which each of n bodies is named for six indicators."""
    write_ledger(root, 2, communes(n))


FIRST, SECOND = quarter(0)[0], quarter(1)[0]
SPOTS = {
    "unknown names": Spot(unknown_names, "check", 25, code=1),
    "undefined sources": Spot(undefined_sources, "check", 50, code=1),
    "figures without a partner": Spot(unpaired_figures, f"diff {FIRST} {SECOND}", 500),
    "figures with 40 remarks": Spot(remarks, f"report {FIRST} -f docx", 180),
    "lists of a letter": Spot(lists_of_a_letter, "letter letter.yaml -f html", 36),
    "figures in two revisions": Spot(revised_figures, f"diff before.yaml reports/{FIRST}.yaml", 250),
    "quarters, counted": Spot(quarters, "quarters", 100),
    "quarters, checked": Spot(quarters, "check", 100),
    "quarters, compared": Spot(quarters, f"diff --since {FIRST}", 100),
    "bodies, compared": Spot(bodies, f"diff {FIRST} {SECOND}", 2_750),
}
