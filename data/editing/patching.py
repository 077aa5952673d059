"""A TOML document with some of its values changed, and every other byte as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass

from ..loading.shapes import Table, as_list, as_table
from .ops import Append, Drop, Op, Path, Put, changed
from .room import comma_behind, extent, room_of_member, room_of_pair, room_of_section
from .splices import Splice, spliced
from .text_lines import TextLines
from .values import UNEDITABLE, Value, values
from .writing import INDENT, WIDTH, written, written_key, written_pair, written_section


def patched(content: bytes, ops: Sequence[Op]) -> bytes:
    """Return a TOML document after some changes, which must not lie in one another.

    `content` must be sound TOML. Raises DataError when that cannot be done without changing
    anything else: what is written is read again, and must be the old tables with the changes.
    """
    before = content.decode("utf-8-sig")
    mark = content[: len(content) - len(before.encode())]
    try:
        after = _after(before, ops)
        sound = _told(_tables(after)) == _told(_in_text(changed(_tables(before), ops)))
        encoded = after.encode()
    except (LookupError, TypeError, ValueError) as error:
        raise DataError(UNEDITABLE) from error
    if not sound:
        raise DataError(UNEDITABLE)
    return mark + encoded


def _after(text: str, ops: Sequence[Op]) -> str:
    patch = _Patch(text)
    line_end = "\r\n" if "\r\n" in text else "\n"
    splices = [splice for op in _in_order(ops) for splice in patch.splices(op)]
    return spliced(text, (_with_line_ends(splice, line_end) for splice in splices))


def _in_order(ops: Sequence[Op]) -> Iterator[Put | Drop | _Appends]:
    """Yield changes so that those at one place do not part a table: inner ones come first."""
    appended: dict[Path, list[Any]] = {}
    for op in ops:
        if isinstance(op, Append):
            appended.setdefault(op.path, []).append(op.value)
        else:
            yield op
    for path in sorted(appended, key=len, reverse=True):
        yield _Appends(path, tuple(appended[path]))


@dataclass(frozen=True, slots=True)
class _Appends:
    """All that is added to one list."""

    path: Path
    values: tuple[Any, ...]


def _with_line_ends(splice: Splice, line_end: str) -> Splice:
    text = splice.text.replace("\r\n", "\n").replace("\n", line_end)
    return Splice(splice.start, splice.end, text)


class _Patch:
    """Finds the pieces of one document that changes take the place of."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = TextLines(text)
        self.root = values(text)

    def splices(self, op: Put | Drop | _Appends) -> Iterator[Splice]:
        """Yield what a change puts into the text; several pieces at one place stay in order."""
        match op:
            case Put():
                yield from self._put(op.path, op.value)
            case Drop():
                yield from self._drop(op.path)
            case _Appends():
                yield from self._append(op.path, op.values)

    def _at(self, path: Path) -> Value:
        value = self.root
        for part in path:
            value = _inner(value, part)
        return value

    # Values.

    def _put(self, path: Path, value: Any) -> Iterator[Splice]:
        holder, key = self._at(path[:-1]), path[-1]
        if isinstance(key, str) and key not in _entries(holder):
            yield self._new_pair(holder, key, value)
            return
        old = _inner(holder, key)
        if _is_inline(old):
            yield Splice(old.start, old.end, written(value, self.lines.column(old.start)))
        else:
            yield from self._drop(path)
            yield self._new_pair(holder, str(key), value)

    def _new_pair(self, holder: Value, key: str, value: Any) -> Splice:
        if not holder.is_section:
            return self._new_inline_pair(holder, f"{written_key(key)} = {written(value)}")
        pair = written_pair(key, value)
        behind = holder.last or holder.end
        if not behind:  # a document that begins with a section, or holds nothing
            return Splice(0, 0, f"{pair}\n")
        indent = self.lines.indent(holder.last) if holder.last and holder.end else ""
        place = self.lines.end(behind)
        return Splice(place, place, f"\n{indent}{pair}")

    def _new_inline_pair(self, holder: Value, pair: str) -> Splice:
        place = max((each.end for each in _entries(holder).values()), default=0)
        if place:
            return Splice(place, place, f", {pair}")
        return Splice(holder.start, holder.end, f"{{ {pair} }}")

    # Members of lists.

    def _append(self, path: Path, added: Sequence[Any]) -> Iterator[Splice]:
        holder, key = self._at(path[:-1]), str(path[-1])
        old = _entries(holder).get(key)
        if old is not None and _is_inline(old):
            yield from self._new_members(old, added)
        elif old is None and len(path) > 1:
            yield self._new_pair(holder, key, list(added))
        else:
            yield self._new_sections(extent(self.root if old is None else old), path, added)

    def _new_sections(self, behind: int, path: Path, added: Sequence[Any]) -> Splice:
        tables = [table for each in added if (table := as_table(each)) is not None]
        if len(tables) < len(added):
            raise TypeError("only a table can be a section")
        header = f"[[{'.'.join(written_key(part) for part in path if isinstance(part, str))}]]"
        sections = "\n\n".join(written_section(header, table) for table in tables)
        place = self.lines.end(behind) if behind else len(self.text.rstrip())
        before = "\n\n" if place else ""
        return Splice(place, place, before + sections + "\n" * (place == len(self.text)))

    def _new_members(self, old: Value, added: Sequence[Any]) -> Iterator[Splice]:
        if not old.items:
            yield Splice(old.start, old.end, written(list(added), self.lines.column(old.start)))
            return
        last = old.items[-1]
        comma = comma_behind(self.text, last.end, old.end - 1)
        if not comma:
            yield Splice(last.end, last.end, ",")
        behind = comma or last.end
        if self._is_alone(last, old):
            place, indent = self.lines.end(behind), self.lines.indent(last.start)
            yield Splice(place, place, "".join(f"\n{indent}{written(each)}," for each in added))
            return
        flat = "".join(f" {written(each)}," for each in added)[:-1]
        one_line = self.lines.same(old.start, old.end - 1)
        if one_line and self.lines.width(old.start) + len(flat) > WIDTH:
            yield from self._spread(old, comma, added)
        else:
            yield Splice(behind, behind, flat)

    def _spread(self, old: Value, comma: int | None, added: Sequence[Any]) -> Iterator[Splice]:
        """Put each member on a line of its own, those there were as they are written."""
        members = old.items or []
        yield Splice(old.start + 1, members[0].start, f"\n{INDENT}")
        for before, each in pairwise(members):
            yield Splice(before.end, each.start, f",\n{INDENT}")
        end = comma or members[-1].end
        yield Splice(end, old.end - 1, "".join(f"\n{INDENT}{written(e)}," for e in added) + "\n")

    def _is_alone(self, last: Value, holder: Value) -> bool:
        """Say whether the last member has lines of its own, between those of the brackets."""
        beside = (holder.start, last.start), (last.end, holder.end - 1)
        return not any(self.lines.same(one, other) for one, other in beside)

    # What goes.

    def _drop(self, path: Path) -> Iterator[Splice]:
        holder, key = self._at(path[:-1]), path[-1]
        old = _inner(holder, key)
        if old.is_section:
            yield room_of_section(self.lines, old)
        elif not _is_inline(old):  # a list of sections
            for each in old.items or ():
                yield room_of_section(self.lines, each)
        elif holder.is_section:
            yield room_of_pair(self.lines, old)
        else:
            places = _members(holder)
            yield room_of_member(self.lines, [span for _, span in places], _place(places, key))


def _inner(value: Value, part: str | int) -> Value:
    return _entries(value)[part] if isinstance(part, str) else (value.items or [])[part]


def _entries(value: Value) -> dict[str, Value]:
    return {} if value.entries is None else value.entries


def _is_inline(value: Value) -> bool:
    """Say whether a value is written in one piece behind its key, and not as sections."""
    return not value.is_section and (value.items is None or value.end > 0)


def _members(holder: Value) -> list[tuple[str | int, tuple[int, int]]]:
    """Return the members of a list or an inline table, each with where it begins and ends."""
    if holder.items is not None:
        return [(place, (each.start, each.end)) for place, each in enumerate(holder.items)]
    return [(key, (each.key, each.end)) for key, each in _entries(holder).items()]


def _place(members: Sequence[tuple[str | int, tuple[int, int]]], key: str | int) -> int:
    return next(place for place, (each, _) in enumerate(members) if each == key)


def _tables(text: str) -> Table:
    # Loaded here because only a file that is edited is read this way. Numbers with a point stay as
    # written: that none of them is a number makes two documents no different.
    import tomli  # noqa: PLC0415

    return tomli.loads(text, parse_float=str)


def _told(value: Any) -> Any:
    """Return what a value tells: a list without members tells as much as no list."""
    if (table := as_table(value)) is not None:
        return {key: _told(each) for key, each in table.items() if each != []}
    if (members := as_list(value)) is not None:
        return [_told(each) for each in members]
    return value


def _in_text(value: Any) -> Any:
    """Return a value with each Decimal in it as the text that it is written as."""
    if (table := as_table(value)) is not None:
        return {key: _in_text(each) for key, each in table.items()}
    if (members := as_list(value)) is not None:
        return [_in_text(each) for each in members]
    return str(value) if isinstance(value, Decimal) else value
