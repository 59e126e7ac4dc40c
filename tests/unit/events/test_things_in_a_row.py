"""What was hit is told in rows of things, of which a list of words knows only some.

A row: sentence | the things hit, all of them. All written for this test.
"""

import pytest

from coder.pipeline import Engine
from coder.values.text import Document

HIT = """
Near Hodeidah, two strikes hit four boats, a launch rail, two radar sites and a fuel depot. | \
four boats; a launch rail; two radar sites; a fuel depot
Jets destroyed two mortars and a tank near Gao on Monday. | two mortars; a tank
Jets struck a depot, a tank and a supply route near Gao on Monday. | a depot; a tank; a supply route
The airstrikes delivered nine munitions against rebel targets, which include two bunkers, \
a command-and-control node and five supply routes. | \
rebel targets; two bunkers; a command-and-control node; five supply routes
Army jets bombed rebel positions, including two bunkers and a fuel truck, on Monday. | \
rebel positions; two bunkers; a fuel truck
Shelling destroyed a school and the hopes of the town of Sloviansk on Monday. | a school
A bomb exploded at a bank in Cali on Monday and a minor incident was reported. | a bank
Rebels stole two rifles from a guard in Boni on Monday. | -
"""
ROWS = [row.split(" | ") for row in HIT.strip().splitlines()]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


@pytest.mark.parametrize(("text", "things"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_things_that_were_hit(engine: Engine, text: str, things: str) -> None:
    coded = engine.code(Document(doc_id="row", text=text, published=None))
    told = {target.text for event in coded.events for target in event.targets}
    assert told == (set() if things == "-" else set(things.split("; ")))
