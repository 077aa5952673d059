"""A data set in which every text that people write is a payload."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from .payloads import PAYLOADS

BROKEN = 36
"""Payloads that also stand in tables that are wrong: what is obeyed, and what misleads."""

FIRST = "p0"
"""The id of the first company, to which all others are tied."""


def toml(text: str) -> str:
    """Write a text as TOML, all of it as escapes; a lone surrogate cannot be written."""
    escaped = (
        character if character.isalnum() and character.isascii() else f"\\U{ord(character):08x}"
        for character in text.encode("utf-8", "replace").decode()
    )
    return f'"{"".join(escaped)}"'


def hostile_set(folder: Path, payloads: Mapping[str, str] = PAYLOADS) -> Path:
    """Write the set into a folder, with a source's text; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sources").mkdir()
    texts = [text.replace("\0", "").encode("utf-8", "replace") for text in payloads.values()]
    (folder / "sources" / "s.txt").write_bytes(b"\n\n".join(b"Words: %b." % each for each in texts))
    (folder / "dataset.toml").write_text("\n".join(_header(payloads)), encoding="utf-8")
    pages = (_records(number, text) for number, text in enumerate(payloads.values()))
    (folder / "records.toml").write_text("\n".join("\n".join(each) for each in pages))
    (folder / "broken.toml").write_text("\n".join(_broken(payloads)))
    return folder


def _header(payloads: Mapping[str, str]) -> Iterator[str]:
    everything = " ".join(payloads.values())[:250]
    yield f'[dataset]\nid = "hostile"\ntitle = {toml(everything)}\nlead = ["{FIRST}-view"]'
    yield f'[[source]]\nid = "s"\ntitle = {toml(everything)}\npublisher = {toml(everything)}'
    yield f'authors = [{toml(everything)}]\ntext = "sources/s.txt"'
    yield 'url = "https://x.test/[/]?a=%1b]0;b"'


def _records(number: int, text: str) -> Iterator[str]:
    """Yield a company, a person, a deal, a tie, a figure, a statement and a reason with a text."""
    who, said = f"p{number}", toml(text)
    quote = f'{{ exact = {said}, attribution = {said}, mentions = {{ {said} = "{who}" }} }}'
    about = f"note = {said}\nevidence = [{quote}]"
    yield f'[[company]]\nid = "{who}"\nname = {said}\naliases = [{said}]\ntags = [{said}]'
    yield f"summary = {said}\nidentifiers = {{ ticker = {said}, lei = {said} }}"
    yield f'[[deal]]\nid = "{who}-deal"\ntype = "merger"\ntitle = {said}\nterms = {said}'
    yield f'parties = [{{ entity = "{who}", role = "buyer" }}]\n{about}'
    if who != FIRST:
        yield f'[[relationship]]\nid = "{who}-tie"\ntype = "customer_of"\nrole = {said}'
        yield f'subject = "{who}"\nobject = "{FIRST}"\n{about}'
    yield f'[[figure]]\nid = "{who}-sum"\nsubject = "{who}"\nmeasure = "revenue"'
    yield f'value = "$5 million"\nperiod = "2024"\nperiod_as_written = {said}\n{about}'
    yield f'[[statement]]\nid = "{who}-view"\nspeaker = "{who}"'
    yield f'about = [{{ id = "{who}" }}]\nstance = "asserts"'
    yield f"text = {said}\nattribution = {said}\n{about}"
    yield f'[[reason]]\nid = "{who}-why"\ntype = "led_to"'
    yield f'cause = "{who}-view"\neffect = "{who}-deal"'
    yield about


def _broken(payloads: Mapping[str, str]) -> Iterator[str]:
    """Yield tables that are wrong, each in a word that is a payload: keys, ids, kinds, numbers."""
    for text in list(payloads.values())[:BROKEN]:
        said = toml(text)
        yield f"[[{said}]]\nid = {said}"
        yield f"[[company]]\nid = {said}\nname = {said}"
        yield f'[[company]]\nid = "x"\nname = "X"\n{said} = {said}'
        yield f'[[company]]\nid = "y"\nname = "Y"\nidentifiers = {{ {said} = {said} }}'
        yield f"[[figure]]\nsubject = {said}\nmeasure = {said}\nvalue = {said}\nperiod = {said}"
        yield f"[[relationship]]\ntype = {said}\nsubject = {said}\nobject = {said}"
        yield f'[[figure]]\nid = "f"\nsubject = "p0"\nmeasure = "share"\nformula = {said}'
        yield f"[[expect]]\nthat = {said}\n[[known]]\ncode = {said}\nrecord = {said}\nwhy = {said}"
