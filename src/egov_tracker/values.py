"""Named tuples and frozen values whose classes cost a start of the program little.

`typing.NamedTuple` compiles every annotation and `dataclass` every method, class by class: a third of a start. Here the
methods are written once, and what has to be compiled is compiled for the classes of which a value is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - it is what this module offers
    from typing import Never, Self
else:
    from collections import _tuplegetter as getter

    class _Fields(type):
        """Makes a tuple with a name for each annotation in the body of a class."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            names = tuple(body.get("__annotations__", ()))
            made = {"__slots__": ()}
            if names:
                made |= {"_fields": names, "__match_args__": names}
                made["_field_defaults"] = {each: body[each] for each in names if each in body}
                made |= {each: getter(place, f"Alias for field number {place}") for place, each in enumerate(names)}
            return super().__new__(cls, name, bases, body | made)

    class NamedTuple(tuple, metaclass=_Fields):
        """As `typing.NamedTuple`."""

        __slots__ = ()

        def __new__(cls, *values: object, **named: object) -> Self:
            """Compile what makes values of this class, and let it make them from now on."""
            names = ", ".join(cls._fields)
            make = eval(f"lambda _cls, {names}: _new(_cls, ({names},))", {"_new": tuple.__new__})  # noqa: S307
            make.__defaults__ = tuple(cls._field_defaults.values())
            owner = next(kind for kind in cls.__mro__ if "_fields" in vars(kind))
            owner.__new__ = staticmethod(make)
            return make(cls, *values, **named)

        @classmethod
        def _make(cls, values: Iterable[object]) -> Self:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__}: expected {len(cls._fields)} values, got {len(made)}")
            return made

        def _replace(self, **values: object) -> Self:
            made = self._make(map(values.pop, self._fields, self))
            if values:
                raise TypeError(f"{type(self).__name__}: unknown: {', '.join(values)}")
            return made

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            values = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({values})"


class _Described(NamedTuple):
    """What `dataclasses.field` is told of a field."""

    told: dict[str, Any]


def field(**told: Any) -> Any:
    """As `dataclasses.field`, which is called where somebody asks for the fields."""
    return _Described(told)


class _AskedFields:
    """What `dataclasses` and pydantic ask a class for: found out when they do, which few runs need."""

    def __get__(self, _one: object, kind: type) -> dict[str, Any]:
        from dataclasses import dataclass, field

        for name, value in tuple(vars(kind).items()):
            if isinstance(value, _Described):
                setattr(kind, name, field(**value.told))
        found: dict[str, Any] = vars(dataclass(init=False, repr=False, eq=False)(kind))["__dataclass_fields__"]
        return found


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value:
    """A frozen dataclass with a field for each annotation; a class below it has the fields of this one first."""

    _names: ClassVar[tuple[str, ...]] = ()
    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Any]]

    def __init_subclass__(cls) -> None:
        own = (name for name, kind in vars(cls).get("__annotations__", {}).items() if not kind.startswith("ClassVar"))
        cls._names = tuple(dict.fromkeys((*cls._names, *own)))
        cls.__dataclass_fields__ = _AskedFields()  # type: ignore[assignment]

    def __init__(self, *values: Any, **named: Any) -> None:
        if len(values) > len(self._names):
            raise TypeError(f"{type(self).__name__}: too many values: {len(values)}")
        given = dict(zip(self._names, values, strict=False)) | named
        known = given if given.keys() == {*self._names} else _defaults(type(self)) | given
        if odd := known.keys() ^ {*self._names}:
            raise TypeError(f"{type(self).__name__}: missing or unknown: {', '.join(sorted(odd))}")
        self.__dict__.update((name, known[name]) for name in self._names)

    @classmethod
    def field_names(cls) -> tuple[str, ...]:
        """The names of the fields, in their order."""
        return cls._names

    def changed(self, **values: Any) -> Self:
        """The same with other values in some fields."""
        return type(self)(**{**dict(zip(self._names, self._values(), strict=True)), **values})

    def __setattr__(self, name: str, value: object) -> Never:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field '{name}'")

    def __delattr__(self, name: str) -> Never:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field '{name}'")

    def _values(self) -> tuple[object, ...]:
        own = vars(self)
        return tuple(own[name] for name in self._names)

    def __eq__(self, other: object) -> bool:
        return self is other or (type(self) is type(other) and self._values() == other._values())

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        values = zip(self._names, self._values(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in values)})"


def _defaults(kind: type[Value]) -> dict[str, Any]:
    """The defaults of the fields that have one."""
    from dataclasses import MISSING, fields

    plain = {one.name: one.default for one in fields(kind) if one.default is not MISSING}
    return plain | {one.name: one.default_factory() for one in fields(kind) if one.default_factory is not MISSING}
