"""Measure the reader: `python -m bench.reading [--held-out] [--list] [NAME…]`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bench.reading.gold import Case, load_case
from bench.reading.score import Judged, Score, judge
from egov_tracker.reading.context import Options
from egov_tracker.reading.forms import open_source
from egov_tracker.reading.knowledge import load_lexicon
from egov_tracker.reading.reader import read_text
from egov_tracker.store.discovery import DataFolder, Origin, bundled

HERE = Path(__file__).parent


def main(arguments: list[str]) -> None:
    """Print one line a text and the sums."""
    folder = HERE / ("held_out" if "--held-out" in arguments else "tuned")
    wanted = [name for name in arguments if not name.startswith("--")]
    cases = [load_case(path) for path in sorted(folder.iterdir()) if path.suffix != ".py"]
    lexicon = load_lexicon(DataFolder(Origin.PACKAGE, bundled("data")))
    began = time.perf_counter()
    total = Score()
    for case in cases:
        if wanted and case.name not in wanted:
            continue
        judged = _judge(case, lexicon)
        total = total.plus(judged.score)
        if "--list" in arguments:
            print(f"{case.name} ({case.genre}): {judged.score.found}/{judged.score.facts}")
            print(*(f"    {complaint}" for complaint in judged.complaints), sep="\n")
    _print(total, len(cases), time.perf_counter() - began)


def _judge(case: Case, lexicon: object) -> Judged:
    source = open_source(case.raw, f"{case.name}{case.suffix}")
    return judge(case, read_text(source, lexicon, Options(**case.options)))  # type: ignore[arg-type]


def _print(total: Score, texts: int, seconds: float) -> None:
    print(f"texts                {texts}")
    print(f"facts found          {total.found} of {total.facts} ({100 * total.found / max(total.facts, 1):.1f} %)")
    print(f"claims true          {total.true} of {total.claims}")
    print(f"clean claims         {total.clean}, of them FALSE {total.false_clean}")
    print(f"dates                {total.dates_exact} exact, {total.dates_unknown} unknown, {total.dates_wrong} wrong")
    print(f"lists whole          {total.lists_whole} of {total.lists}")
    print(f"plans offered        {total.plans_found} of {total.plans}")
    print(f"digits lost          {total.digits_lost} of {total.digits}")
    print(f"anchors wrong        {total.anchors_wrong} of {total.anchors}")
    print(f"seconds              {seconds:.2f}")


main(sys.argv[1:])
