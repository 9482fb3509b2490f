"""Work done once on a thing that is read again and again, and kept with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar


class Memo(dict[Hashable, Any]):
    """What was worked out of a thing, by the work and its arguments. It is never stored: a pickled one is empty."""

    def __reduce__(self) -> tuple[type[Memo], tuple[()]]:
        return Memo, ()


class Remembering(Protocol):
    """A thing that keeps what was worked out of it."""

    @property
    def memo(self) -> dict[Hashable, Any]: ...


_NOTHING: Any = object()

Thing = TypeVar("Thing", bound=Remembering)
Given = ParamSpec("Given")
Made = TypeVar("Made")


def once(work: Callable[Concatenate[Thing, Given], Made]) -> Callable[Concatenate[Thing, Given], Made]:
    """Do a piece of work once for each thing and further arguments: several callers stand on what it gives."""

    def remembered(thing: Thing, /, *args: Given.args, **kwargs: Given.kwargs) -> Made:
        key = (work, args, tuple(sorted(kwargs.items()))) if kwargs else (work, args)
        memo = thing.memo
        made: Made = memo.get(key, _NOTHING)
        if made is _NOTHING:
            made = memo[key] = work(thing, *args, **kwargs)
        return made

    return remembered
