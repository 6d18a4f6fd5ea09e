"""Names that a user writes, looked up in the definitions; what is not there is answered with the nearest that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, did_you_mean, expected, hint_at, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from egov_tracker.model.registry import Body
    from egov_tracker.store.ledger import Definitions


def find_indicator(name: str, definitions: Definitions) -> str:
    """The id of an indicator; raises `EgovError` where the catalogue has none of that name."""
    return find_one("an indicator", name, definitions.catalogue)


def find_groups(name: str, definitions: Definitions) -> tuple[str, ...]:
    """The id of a group, cohort or body, or the ids of the bodies that have borne a name; `EgovError` for no name."""
    from egov_tracker.text.names import suggest

    registry = definitions.registry
    groups = registry.group_names
    if name in groups or name in registry.by_id:
        return (name,)
    if bodies := registry.named(name):
        return tuple(body.id for body in bodies)
    known = {spelled: body.name_vi for body in registry.bodies for spelled in body.names}
    close = suggest(name, (*groups, *known), limit=1)
    hint = hint_at([known.get(one, one) for one in close]) or did_you_mean(name, groups, or_list=True)
    raise EgovError(f"{expected('a group, a cohort or the name of a body', quoted(name))}{hint}")


def find_body(name: str, definitions: Definitions) -> Body:
    """The body of a name or an id; raises `EgovError` where there is none, and where several have borne the name."""
    from egov_tracker.text.names import suggest

    registry = definitions.registry
    if name in registry.by_id:
        return registry.by_id[name]
    bodies = registry.named(name)
    if len(bodies) == 1:
        return bodies[0]
    if bodies:
        them = "; ".join(f"{body.id}: {body.name_vi}, {_life(body)}" for body in bodies)
        raise EgovError(
            f"{expected('the id of one body', f'{quoted(name)}, which several have borne')}; there are {them}"
        )
    known = {spelled: body.name_vi for body in registry.bodies for spelled in body.names}
    close = dict.fromkeys(known[one] for one in suggest(name, known))
    raise EgovError(f"{expected('the name of a body', quoted(name))}{hint_at([*close])}")


def _life(body: Body) -> str:
    """From when to when a body existed."""
    ends = (("from", body.valid_from), ("until", body.valid_to))
    return ", ".join(f"{word} {day}" for word, day in ends if day) or "without dates"


def find_breakdown(
    values: Mapping[str, str], definitions: Definitions, indicator: str | None = None
) -> tuple[tuple[str, str], ...]:
    """A breakdown such as `{"level": "4"}` as observations have it: dimension and value, sorted.

    Raises `EgovError` for a dimension or a value that the indicator does not have; that no indicator has, without one.
    """
    dimensions = _dimensions(definitions, indicator)
    for name, value in values.items():
        find_one(f"a value of {name}", str(value), dimensions[find_one("a dimension", name, dimensions)])
    return tuple(sorted((name, str(value)) for name, value in values.items()))


def _dimensions(definitions: Definitions, indicator: str | None) -> dict[str, tuple[str, ...]]:
    """The values of each dimension, of one indicator or of all."""
    catalogue = definitions.catalogue
    found: dict[str, tuple[str, ...]] = {}
    for one in [catalogue[indicator]] if indicator else catalogue.values():
        for name, dimension in one.dimensions.items():
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *dimension.values)))
    return found


def find_one(what: str, name: str, names: Iterable[str]) -> str:
    """The name, where it is one of these; else `EgovError` names the nearest, or all."""
    known = tuple(names)
    if name in known:
        return name
    raise EgovError(f"{expected(what, quoted(name))}{did_you_mean(name, known, or_list=True)}")
