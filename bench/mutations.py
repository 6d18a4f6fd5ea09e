"""Which changes of one printed digit, N, date or name of the ledger `egov check` notices, and by which rule.

Every place is changed once: a digit to another digit, a name to that of another body of its kind. A mutant is noticed
where a rule says something at a line where it said nothing before: an error, a warning, or a note without a remark.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import yaml

from egov_tracker.checks.judgement import context_of, judge
from egov_tracker.model.terms import Level
from egov_tracker.store.discovery import DataFolder, Origin
from egov_tracker.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.findings import Finding
    from egov_tracker.model.observation import Loaded
    from egov_tracker.text.quarters import Quarter

DATA = Path(__file__).resolve().parent.parent / "data"
SEED = 36
FIGURES = frozenset({"value", "count", "printed", "rows"})
DATES = frozenset({"as_of", "from", "date"})
Place = tuple[str, Level, str, int]


class Mutant(NamedTuple):
    """A snapshot with one thing changed; `kind` is digit, N, date or name."""

    kind: str
    quarter: Quarter
    text: str


def main() -> None:
    """Print how many mutants were noticed, by kind and by rule."""
    ledger = Ledger(DataFolder(Origin.OPTION, DATA))
    loaded = {quarter: ledger.read(path) for quarter, path in ledger.files.items()}
    before = places(ledger, loaded)
    made: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    rules: dict[str, Counter[str]] = {}
    for mutant in mutants(ledger, Random(SEED)):  # noqa: S311 - no secret
        read = ledger.interpret(mutant.text.encode(), str(ledger.files[mutant.quarter]))
        new = places(ledger, {**loaded, mutant.quarter: read}) - before
        made[mutant.kind] += 1
        noticed[mutant.kind] += bool(new)
        rules.setdefault(mutant.kind, Counter()).update({rule for rule, *_ in new})
    print("| kind | mutants | noticed | | by rule (a mutant may meet several) |\n|---|---:|---:|---:|---|")
    for kind, count in made.items():
        by_rule = ", ".join(f"{rule} {times}" for rule, times in rules[kind].most_common())
        print(f"| {kind} | {count} | {noticed[kind]} | {noticed[kind] / count:.0%} | {by_rule} |")
    print(f"| all | {made.total()} | {noticed.total()} | {noticed.total() / made.total():.0%} | |")


def places(ledger: Ledger, loaded: dict[Quarter, Loaded]) -> set[Place]:
    """Where the checker says what, but for notes that a remark explains."""
    sources = ledger.folder.sources
    context = context_of(loaded.values(), ledger.definitions, ledger.obligations, whole=True, sources=sources)
    found = judge(context, tuple(one for file in loaded.values() for one in file.findings))
    return {place(one) for one in found if one.level is not Level.NOTE or not one.remark}


def place(found: Finding) -> Place:
    """A finding without its words, which may quote what was changed."""
    return (found.rule, found.level, found.location.path, found.location.line)


def mutants(ledger: Ledger, random: Random) -> Iterator[Mutant]:
    """Every digit of every figure, N and date, and every name, changed once."""
    bodies = ledger.definitions.registry.by_id.values()
    names = {
        body.name_vi: [one.name_vi for one in bodies if one.kind == body.kind and one is not body] for body in bodies
    }
    central = [name for body in bodies if body.kind != "province" for name in [body.name_vi]]
    for quarter, path in ledger.files.items():
        text = path.read_text(encoding="utf-8")
        for field, node in scalars(yaml.compose(text, yaml.BaseLoader)):
            start, end = node.start_mark.index, node.end_mark.index
            if field == "names":
                name = random.choice(names.get(node.value) or central)
                yield Mutant("name", quarter, f"{text[:start]}{name}{text[end:]}")
            for at in range(start, end) if field in FIGURES | DATES | {"of"} else ():
                if text[at] in "0123456789":
                    digit = random.choice([one for one in "0123456789" if one != text[at]])
                    kind = kind_of(field, text[start:at])
                    yield Mutant(kind, quarter, f"{text[:at]}{digit}{text[at + 1 :]}")


def kind_of(field: str, before: str) -> str:
    """What a digit belongs to, by its field and by what stands before it there."""
    if field in DATES:
        return "date"
    return "N" if field == "of" or "/" in before else "digit"


def scalars(node: yaml.Node | None, field: str = "") -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Every scalar with the field that it stands in, but for anchors; of a table, those of its rows."""
    if isinstance(node, yaml.ScalarNode):
        yield field, node
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from scalars(child, field)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value != "anchors":
                yield from scalars(value, field if field == "rows" else key.value)
