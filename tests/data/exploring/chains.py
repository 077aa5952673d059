"""Chains of reasons as a store tells them, written as text."""

from __future__ import annotations

from scale_explorer.data.store.rows.claims import BECAUSE, FOLLOWS, ClaimRow


def rows(told: str) -> tuple[ClaimRow, ...]:
    """Return the rows of lines such as `< 1 because b`: the way, the depth, the link, the far end.

    A link's id is made of its ends; `~` behind it says that it is inferred, a depth of 0 that the
    line is a claim at which the chain begins.
    """
    found: list[ClaimRow] = []
    path: list[str] = ["r"]
    for line in filter(None, map(str.strip, told.splitlines())):
        way, depth_, role, far = line.split()
        depth, inferred, far = int(depth_), far.endswith("~"), far.removesuffix("~")
        if not depth:
            path = [far]
        elif depth == 1 and (not found or _section(way) != found[-1].section):
            path = path if found and not found[-1].depth else ["r"]
        near = path[max(depth - 1, 0)]
        path[depth:] = [far]
        ends = f"{far}>{near}" if way == "<" else f"{near}>{far}"
        row = ClaimRow(
            key=f"{len(found):08}", section=_section(way), claim=ends if depth else far,
            target=far if depth else None, label=far.upper(), role=role if depth else "",
            amount="", when="", state="", extra="", quotes=1, depth=depth,
            flags=frozenset({"inferred"} if inferred else ()),
        )  # fmt: skip
        found.append(row)
    return tuple(found)


def _section(way: str) -> str:
    return BECAUSE if way == "<" else FOLLOWS
