"""Records of a market as TOML."""

from __future__ import annotations


def company(name: str) -> str:
    """Return a company whose name is its id."""
    return f'\n[[company]]\nid = "{name}"\nname = "{name.title()}"\n'


def tie(subject: str, type_: str, object_: str, status: str = "current", **more: str) -> str:
    """Return a relationship."""
    return _table(
        "relationship", type=type_, subject=subject, object=object_, **more
    ) + f'history = [{{ status = "{status}" }}]\n'  # fmt: skip


def customer(name: str, status: str = "current") -> str:
    """Return a company, and that it buys from the hub."""
    return company(name) + tie(name, "customer_of", "hub", status)


def figure(name: str, subject: str, measure: str, **more: str) -> str:
    """Return a figure; `value` is in words."""
    return _table("figure", id=name, subject=subject, measure=measure, **more)


def spend(name: str, value: str, period: str = "2024", **more: str) -> str:
    """Return what a customer of the hub spends with it."""
    told = {"period": period} if period else {}
    key = f"{name}-{period or 'some'}-{more.get('status', 'spend')}"
    return figure(key, f"{name}.customer_of.hub", "spend", value=value, **told, **more)


def revenue(value: str, period: str = "2024", **more: str) -> str:
    """Return what the hub earns."""
    return figure(f"revenue-{period}", "hub", "revenue", value=value, period=period, **more)


def _table(kind: str, **fields: str) -> str:
    lines = "".join(f'{name} = "{value}"\n' for name, value in fields.items())
    return f"\n[[{kind}]]\n{lines}"
