"""One list of an appendix: which observation it comes from, whom it names and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, listed, one_of
from egov_tracker.inference.body_status import STATE_OF_LIST, State
from egov_tracker.model.terms import ListState, Order
from egov_tracker.text.collation import collation_key
from egov_tracker.values import NamedTuple
from egov_tracker.views.observation import view_observation
from egov_tracker.views.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from egov_tracker.inference.body_status import BodyStatus
    from egov_tracker.model.groups import Group
    from egov_tracker.model.observation import Listing, Observation, Snapshot
    from egov_tracker.model.registry import Body, Registry
    from egov_tracker.text.collation import CollationKey
    from egov_tracker.text.dates import AsOf
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.page import Lang

ONE_COLUMN, TWO_COLUMNS = 14, 28
STATES = {
    ListState.OUTSTANDING: State.OUTSTANDING,
    ListState.DONE: State.DONE,
    ListState.EXEMPT: State.EXEMPT,
}
NAME_TITLES = {"provinces": ("Tỉnh, thành phố", "Province or city")}


class Query(NamedTuple):
    """Which list is wanted: one observation of a snapshot, one state, in one order."""

    indicator: str
    group: str
    state: ListState = ListState.OUTSTANDING
    breakdown: tuple[tuple[str, str], ...] = ()
    as_of: AsOf | None = None
    source: str | None = None
    order: Order = Order.PROTOCOL
    columns: int | None = None

    def wants(self, seen: Observation) -> bool:
        """Whether an observation matches everything but the state."""
        return (
            seen.indicator.id == self.indicator
            and seen.group.id == self.group
            and (not self.breakdown or seen.breakdown == self.breakdown)
            and self.as_of in {None, seen.as_of}
            and self.source in {None, seen.source.id}
        )


class Choices(NamedTuple):
    """The field of a query that tells several lists apart and its values, one a list; None and their places if none."""

    field: str | None
    values: tuple[str, ...]

    def worded(self, name_of: Callable[[str], str]) -> str:
        """How to ask for one of them, with the field as it is written where the query comes from."""
        if self.field is None:
            return f"nothing that can be asked for tells them apart; they stand at {', '.join(self.values)}"
        return f"choose with {one_of(f'{name_of(self.field)} {value}' for value in self.values)}"


class SeveralListsError(EgovError):
    """Several lists fit a query and differ; `choices` say how to ask for one of them."""

    def __init__(self, sentence: str, choices: Choices) -> None:
        super().__init__(sentence)
        self.choices = choices


class BodyList(NamedTuple):
    """The bodies of one observation that are in one state, in order; `as_printed`: by the names of its source.

    `asked_before` says how often each body was reminded before the letter, where the letter asks for that.
    """

    query: Query
    view: ObservationView
    heading: str
    name_title: str
    statuses: tuple[BodyStatus, ...]
    columns: int
    say: Phrases
    as_printed: bool = False
    asked_before: tuple[int, ...] | None = None

    @property
    def entries(self) -> tuple[tuple[int, str], ...]:
        """Number and name of each body; an inferred state is said beside the name."""
        times = self.asked_before or (0,) * len(self.statuses)
        named = zip(self.statuses, times, strict=True)
        return tuple(
            (number, self._name(status) + self._again(asked)) for number, (status, asked) in enumerate(named, 1)
        )

    def _again(self, asked: int) -> str:
        """That the letter is not the first reminder."""
        return self.say(f" (đôn đốc lần {asked + 1})", f" (reminder no. {asked + 1})") if asked else ""

    def _name(self, status: BodyStatus) -> str:
        mention = status.mention
        return mention.printed if self.as_printed and mention else name_of(status, self.say)

    @property
    def rows(self) -> tuple[tuple[tuple[int, str] | None, ...], ...]:
        """The entries in rows, numbered down one column and then down the next, as official appendices are."""
        entries = self.entries
        height = -(-len(entries) // self.columns)
        cells = [*entries, *([None] * (height * self.columns - len(entries)))]
        return tuple(tuple(cells[row::height]) for row in range(height))

    @property
    def number_title(self) -> str:
        """The title of the number columns."""
        return self.say("STT", "No.")

    @property
    def listings(self) -> tuple[Listing, ...]:
        """What the source itself says of the bodies in this state; those on trial are outstanding too."""
        state, listings = STATES[self.query.state], self.view.observation.listings
        return tuple(listing for field, listing in listings.items() if STATE_OF_LIST[field] is state)

    @property
    def unnamed(self) -> int | None:
        """How many bodies the source counts in this state and does not name; None where it counts approximately."""
        if any(listing.unnamed is None for listing in self.listings):
            return None
        named = {body.id for listing in self.listings for body in listing.bodies}
        return max(max((listing.total or 0 for listing in self.listings), default=0) - len(named), 0)


def name_of(status: BodyStatus, say: Phrases) -> str:
    """The name as official appendices print it."""
    name = say(status.body.display, status.body.name_en)
    return say.inferred(name) if status.inferred else name


class QuarterLists:
    """The lists of one quarter: each observation is looked at once, however many lists are asked for."""

    def __init__(self, snapshot: Snapshot, registry: Registry, lang: Lang) -> None:
        self.snapshot, self.registry, self.lang = snapshot, registry, lang
        self.by_indicator: dict[str, list[Observation]] = {}
        for seen in snapshot.observations:
            self.by_indicator.setdefault(seen.indicator.id, []).append(seen)
        self._views: dict[int, ObservationView] = {}
        self._named: dict[tuple[int, ListState], frozenset[str]] = {}

    def view(self, seen: Observation) -> ObservationView:
        """The view of one observation of the quarter."""
        if id(seen) not in self._views:
            self._views[id(seen)] = view_observation(seen, self.registry, self.lang)
        return self._views[id(seen)]

    def named(self, seen: Observation, state: ListState) -> frozenset[str]:
        """The ids of the bodies that one observation puts into a state."""
        key = id(seen), state
        if key not in self._named:
            self._named[key] = frozenset(status.body.id for status in named_in(self.view(seen), state))
        return self._named[key]


def view_list(there: QuarterLists, query: Query) -> BodyList:
    """The list of the latest dated observation that has one; else `EgovError`, which names the lists that exist."""
    chosen = choose(there, query)
    return list_of(chosen, query, named_in(chosen, query.state), there.lang)


def list_of(view: ObservationView, query: Query, statuses: Sequence[BodyStatus], lang: Lang) -> BodyList:
    """These bodies as a list of this observation, in the order of the query."""
    say, group = Phrases(lang), view.observation.group
    ordered = in_order(statuses, query.order)
    return BodyList(
        query=query,
        view=view,
        heading=say.group(group),
        name_title=say(*NAME_TITLES.get(group.id, ("Cơ quan", "Body"))),
        statuses=ordered,
        columns=query.columns or fitting_columns(group, len(ordered)),
        say=say,
    )


def named_in(view: ObservationView, state: ListState) -> tuple[BodyStatus, ...]:
    """The bodies that an observation puts into a state; empty for indicators that do not count bodies."""
    return view.counts.bodies(STATES[state]) if view.counts else ()


def fitting_columns(group: Group, count: int) -> int:
    """How many columns keep a list short and each name on one line; only names of provinces fit into three."""
    if count < ONE_COLUMN:
        return 1
    return 3 if group.id == "provinces" and count > TWO_COLUMNS else 2


def in_order(statuses: Sequence[BodyStatus], order: Order) -> tuple[BodyStatus, ...]:
    """Sort bodies; those without a rank in protocol order come last, by name."""
    match order:
        case Order.SOURCE:
            return tuple(statuses)
        case Order.PROTOCOL:
            return tuple(sorted(statuses, key=lambda one: (not one.body.order, one.body.order, _spelled(one.body))))
        case Order.ALPHABET:
            return tuple(sorted(statuses, key=lambda one: _spelled(one.body)))


def _spelled(body: Body) -> CollationKey:
    return collation_key(body.display)


def choose(there: QuarterLists, query: Query) -> ObservationView:
    """The latest first-hand observation with such a list; `EgovError` where there is none or several differ."""
    alike = [seen for seen in there.by_indicator.get(query.indicator, ()) if query.wants(seen)]
    having = [seen for seen in alike if there.named(seen, query.state)]
    if not having:
        raise EgovError(_absent(there, query, alike))
    first_hand = _latest(having)
    if len({there.named(seen, query.state) for seen in first_hand}) > 1:
        raise SeveralListsError(_ambiguous(there, query, first_hand), _choices(first_hand))
    return there.view(first_hand[0])


def _latest(seen: Sequence[Observation]) -> list[Observation]:
    """The observations of the latest date, the first-hand ones where there are some; of any where none is dated."""
    dated = [one for one in seen if one.as_of.first] or list(seen)
    last = max(one.as_of.sort_key for one in dated)
    latest = [one for one in dated if one.as_of.sort_key == last]
    return [one for one in latest if not one.is_repeated] or latest


def _choices(seen: Sequence[Observation]) -> Choices:
    """By which field of a query each of the lists can be asked for alone; none where no field tells them apart."""
    parts = [" ".join(f"{name}={value}" for name, value in one.breakdown) for one in seen]
    for field, values in (("source", [one.source.id for one in seen]), ("breakdown", parts)):
        if len(set(values)) == len(values) and all(values):
            return Choices(field, tuple(values))
    return Choices(None, tuple(str(one.location) for one in seen))


def _ambiguous(there: QuarterLists, query: Query, seen: Sequence[Observation]) -> str:
    lists = listed((_described(there, one, query.state) for one in seen), "; ")
    return f"{there.snapshot.period}: several lists of {_wanted(query)} are as late as each other: {lists}"


def _absent(there: QuarterLists, query: Query, alike: Sequence[Observation]) -> str:
    """Why there is no such list: all are done, or nobody is named, or there is no such figure; and what there is."""
    head = f"{there.snapshot.period} has no list of {_wanted(query)}"
    if alike:
        latest = _latest(alike)[0]
        if query.state is ListState.OUTSTANDING and latest.says_all:
            return f"{head}: {_all_done(latest)}"
        head += f": {latest.dated} ({latest.source.id}) names none"
    same = there.by_indicator.get(query.indicator)
    if not same:
        return f"{head}; the indicators there are {listed(sorted(there.by_indicator))}"
    having = [seen for seen in same if there.named(seen, query.state)]
    lists = listed((_described(there, seen, query.state) for seen in having), "; ")
    return (
        f"{head}; the lists of {query.state} bodies there are {lists}"
        if lists
        else f"{head}; no figure of the indicator names any"
    )


def _all_done(seen: Observation) -> str:
    """That nobody is outstanding, with the N of the source where it prints one."""
    whole = seen.base or seen.count
    return f"all{f' {whole.value}' if whole else ''} are done, {seen.dated} ({seen.source.id}, {seen.at})"


def _wanted(query: Query) -> str:
    parts = [f"{query.state} bodies, {query.indicator} × {query.group}"]
    parts += [f"{name} {value}" for name, value in query.breakdown]
    parts += [f"as of {query.as_of}"] if query.as_of else []
    return ", ".join(parts + ([f"source {query.source}"] if query.source else []))


def _described(there: QuarterLists, seen: Observation, state: ListState) -> str:
    return f"{seen.group} as of {seen.as_of} ({seen.source.id}, {len(there.named(seen, state))} {state} named)"
