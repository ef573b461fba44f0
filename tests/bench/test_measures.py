"""The measurements at a small size: whatever they promise to check is checked, and each gives its table."""

import pytest

from bench import boards, country, deadline, imports, ports, signature


@pytest.mark.long
@pytest.mark.parametrize(
    "measured",
    [
        lambda: deadline.measure(entries=40, clients=4),
        lambda: boards.measure(sizes=(3, 5)),
        lambda: signature.measure(viewers=10, signatures=2),
        lambda: ports.measure(seconds=0.3, rounds=1),
        lambda: imports.measure(rows=200, forms=3),
        lambda: country.measure(people=2000, some=500),
    ],
    ids=["deadline", "boards", "signature", "ports", "imports", "country"],
)
def test_a_measurement_gives_its_table(measured):
    table = measured()
    assert table.rows
    assert all(len(row) == len(table.headings) for row in table.rows)
