"""Print what the program is made of: every package that it needs, with version, licence and what needs it."""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution

NAME = re.compile(r"[A-Za-z0-9._-]+")
ROOT = "egov-tracker"


def main() -> None:
    """A Markdown table; with names of extras (`test dev`), what they need too. Fails where a licence is not told."""
    needed_by: dict[str, set[str]] = {}
    collect(ROOT, frozenset(sys.argv[1:]), needed_by)
    rows = [(name, *facts_of(name), ", ".join(sorted(users))) for name, users in sorted(needed_by.items())]
    sys.stdout.write("| package | version | licence | needed by |\n|---|---|---|---|\n")
    sys.stdout.write("".join(f"| {' | '.join(row)} |\n" for row in rows))
    if untold := [row[0] for row in rows if row[2] == "not told"]:
        raise SystemExit(f"no licence is told of {', '.join(untold)}")


def collect(name: str, extras: frozenset[str], needed_by: dict[str, set[str]]) -> None:
    """Follow the requirements that hold on this machine."""
    for requirement in distribution(name).requires or ():
        wanted, _, marker = requirement.partition(";")
        extra = re.search(r"extra\s*==\s*['\"](\w+)['\"]", marker)
        found = NAME.match(wanted)
        if not found or (extra and (name != ROOT or extra[1] not in extras)):
            continue
        other = re.sub(r"[-_.]+", "-", found[0]).lower()
        if other == ROOT or not is_installed(other):
            continue
        seen = other in needed_by
        needed_by.setdefault(other, set()).add(name)
        if not seen:
            collect(other, frozenset(), needed_by)


def is_installed(name: str) -> bool:
    """Whether a package is here: what its marker asks for on other systems is not."""
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def facts_of(name: str) -> tuple[str, str]:
    """Version and licence, by the expression of the package, else by its classifiers, else by its own words."""
    metadata = distribution(name).metadata
    expression, own = (metadata.get_all(field) or () for field in ("License-Expression", "License"))
    classified = [
        one.rsplit(" :: ", 1)[-1] for one in metadata.get_all("Classifier") or () if one.startswith("License ::")
    ]
    told = ", ".join(expression) or ", ".join(classified) or ", ".join(own).split("\n")[0]
    return distribution(name).version, told or "not told"


main()
