"""Findings that a set gained and lost between two versions; notes on work left are not compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ..finding import Finding
from .change import Detail
from .wording import clipped

_Key = tuple[str | None, str, str, str]
_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")


def told_findings(
    before: Iterable[Finding], now: Iterable[Finding], new_ids: Mapping[str, str]
) -> dict[str | None, list[Detail]]:
    """Return what checks tell anew and no more, under the record's id now; None is the set."""
    old = [_renamed(finding, new_ids) for finding in before]
    new = [_key(finding) for finding in now]
    details: dict[str | None, list[Detail]] = {}
    let_stand = {(key[0], key[1], key[3]) for key in new if key[2] == "known"}
    for key in _more(old, new):
        known = (key[0], key[1], key[3]) in let_stand
        details.setdefault(key[0], []).extend([] if known else [_detail(key, "no longer")])
    for key in _more(new, old):
        details.setdefault(key[0], []).append(_detail(key, "new"))
    return {record: told for record, told in details.items() if told}


def _renamed(finding: Finding, new_ids: Mapping[str, str]) -> _Key:
    """Return what tells a finding, with all ids in it as they are now."""
    record, code, weight, message = _key(finding)
    if not new_ids:
        return record, code, weight, message
    message = _ID.sub(lambda found: new_ids.get(found[0], found[0]), message)
    return new_ids.get(record, record) if record else None, code, weight, message


def _key(finding: Finding) -> _Key:
    return finding.record, finding.code, finding.weight, finding.message


def _more(these: list[_Key], those: list[_Key]) -> Iterator[_Key]:
    return (Counter(these) - Counter(those)).elements()


def _detail(key: _Key, how: str) -> Detail:
    _, code, weight, message = key
    what = "finding let stand" if weight == "known" else weight
    words = f"{how} {what}: {clipped(message)} ({code})"
    sides = ("", message) if how == "new" else (message, "")
    return Detail("finding", words, *sides)
