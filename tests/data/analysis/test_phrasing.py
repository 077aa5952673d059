"""How records are called: titles, short titles and details."""

from __future__ import annotations

import pytest

from scale_explorer.data.analysis.links import Links
from scale_explorer.data.analysis.names import possessive, sentence_case, with_article
from scale_explorer.data.analysis.phrasing import detail, short, title
from scale_explorer.models.company import Company
from scale_explorer.models.dataset import Dataset, Header
from scale_explorer.models.deal import Deal
from scale_explorer.models.figure import Figure
from scale_explorer.models.group import Group
from scale_explorer.models.organization import PublicBody
from scale_explorer.models.person import Person
from scale_explorer.models.reason import Reason
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Statement


def figure(key: str, **fields: object) -> Figure:
    about: dict[str, object] = {"subject": "mill", "unit": "USD", "value": "$2 million"}
    return Figure.model_validate({"id": key, **about, **fields})


def tie(subject: str, kind: str, target: str, role: str = "") -> Relationship:
    key = f"{subject}.{kind}.{target}"
    fields = {"id": key, "subject": subject, "type": kind, "object": target, "role": role}
    return Relationship.model_validate(fields)


def said(key: str, **fields: object) -> Statement:
    return Statement.model_validate({"id": key, "text": key, **fields})


def reason(kind: str, cause: str, effect: str) -> Reason:
    key = f"{cause}.{kind}.{effect}"
    return Reason.model_validate({"id": key, "type": kind, "cause": cause, "effect": effect})


PARTIES = [{"entity": "alder", "role": "investor"}, {"entity": "mill", "role": "target"}]
RECORDS: tuple[Record, ...] = (
    Company(id="mill", name="Old Mill"),
    Company(id="alder", name="Alder Foods"),
    Person(id="voice", name="a spokesperson for Old Mill", unnamed=True),
    Group(id="bakers", name="rural bakers"),
    PublicBody(id="state", name="U.S. government"),
    PublicBody(id="norport", name="Norport"),
    PublicBody(id="courts", name="county courts"),
    Deal.model_validate(
        {"id": "sale", "type": "investment", "title": "Alder buys in", "parties": PARTIES}
    ),
    tie("alder", "customer_of", "mill"),
    tie("state", "customer_of", "mill"),
    tie("alder", "competes_with", "mill"),
    tie("bakers", "related_to", "mill", "grow its grain"),
    tie("voice", "related_to", "mill", "“Old Mill’s own voice”"),
    tie("voice", "represents", "mill"),
    figure("spent", subject="alder.customer_of.mill", measure="spend", period="2024"),
    figure("plan", subject="alder.customer_of.mill", measure="spend", period="2025",
           status="planned"),
    figure("rank", subject="alder.customer_of.mill", measure="position", value=1, unit="rank",
           as_written="the biggest customer"),
    figure("stake", subject="sale", measure="stake", value="40%", unit="%"),
    figure("worth", measure="valuation", period={"after": "sale"}),
    figure("worth-before", measure="valuation", period={"before": "sale"}),
    figure("revenue", measure="revenue", period="2024", status="estimated"),
    figure("part", measure="share", value="most", unit="%", scope="bakers"),
    figure("share", measure="share", value=None, unit="%", scope="alder", period="2024",
           formula="{spent} / {revenue}"),
    figure("times", measure="multiple", value=None, unit="×", relative_to="revenue",
           formula="{worth} / {revenue}"),
    said("denial", stance="denies", holder="mill", speaker="voice"),
    said("hope", stance="hopes", holder="bakers", speaker="state"),
    reason("led_to", "sale", "worth"),
    reason("despite", "rank", "denial"),
    reason("accelerated", "plan", "alder.customer_of.mill"),
)  # fmt: skip


@pytest.fixture
def links() -> Links:
    return Links(Dataset(Header(id="x", title="X"), RECORDS))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("record", "called"),
    [
        ("spent", "Alder Foods’ spend with Old Mill, 2024"),
        ("plan", "Alder Foods’ planned spend with Old Mill, 2025"),
        ("revenue", "Old Mill’s estimated revenue, 2024"),
        ("worth", "Old Mill’s valuation, after the deal"),
        ("rank", "Alder Foods’ rank at Old Mill: the biggest customer"),
        ("part", "Old Mill’s share from rural bakers"),
        ("share", "Alder Foods’ share of Old Mill’s revenue, 2024"),
        ("stake", "Alder buys in: stake"),
        ("state.customer_of.mill", "The U.S. government is a customer of Old Mill"),
        ("bakers.related_to.mill", "Rural bakers and Old Mill: grow its grain"),
        ("voice.related_to.mill", "A spokesperson for Old Mill: “Old Mill’s own voice”"),
        ("sale.led_to.worth", "Old Mill’s valuation after the deal: $2 M – because: Alder buys in"),
        (
            "rank.despite.denial",
            "denial – despite: Alder Foods’ rank at Old Mill: the biggest customer",
        ),
    ],
)
def test_titles_read_as_people_write(links: Links, record: str, called: str) -> None:
    assert plain(title(links, links.dataset.by_id[record])) == called


@pytest.mark.parametrize(
    ("record", "called"),
    [
        ("spent", "spend 2024, Alder Foods"),
        ("plan", "spend 2025, Alder Foods"),
        ("worth", "valuation after, Old Mill"),
        ("worth-before", "valuation before, Old Mill"),
        ("stake", "stake, Old Mill"),
        ("share", "revenue share 2024, Alder Foods"),
        ("times", "revenue multiple, Old Mill"),
        ("part", "share, rural bakers"),
        ("alder.customer_of.mill", "Alder Foods → Old Mill"),
        ("alder.competes_with.mill", "Alder Foods – Old Mill"),
        ("sale.led_to.worth", "valuation after, Old Mill – because: Alder buys in"),
        (
            "plan.accelerated.alder.customer_of.mill",
            "Alder Foods → Old Mill – sped up by: spend 2025, Alder Foods",
        ),
    ],
)
def test_short_titles_begin_with_what_differs(links: Links, record: str, called: str) -> None:
    assert short(links, links.dataset.by_id[record]) == called


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ("denial", "denied by Old Mill, through a spokesperson"),
        ("hope", "hoped for by rural bakers, according to the U.S. government"),
    ],
)
def test_statements_tell_whose_word_they_are(links: Links, record: str, told: str) -> None:
    assert detail(links, links.dataset.by_id[record]) == told


@pytest.mark.parametrize(
    ("record", "told"),
    [("state", "the U.S. government"), ("norport", "Norport"), ("courts", "county courts")],
)
def test_bodies_with_a_common_name_take_an_article(links: Links, record: str, told: str) -> None:
    assert with_article(links, record) == told


def test_possessives_follow_the_name(links: Links) -> None:
    assert [possessive(links, each) for each in ("mill", "bakers", "state")] == [
        "Old Mill’s", "rural bakers’", "the U.S. government’s",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shown"),
    [("gold’s price", "Gold’s price"), ("xAI’s price", "xAI’s price"), ("", "")],
)
def test_a_beginning_rises_unless_the_name_has_its_own_case(text: str, shown: str) -> None:
    assert sentence_case(text) == shown
