#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a chart says of its points is what the command line prints, whatever kind of point it is.

    headless.sh --accessible -- test-points.py NEV-CHARTS NEV-CHARTS-CLI
"""
import json
import sys

import reader
from reader import wait

# Chart, series, measure, period, and what makes the point worth asking for.
POINTS = (
    ('production-sales', 'nev_production', 'level', '2023-06', 'published by'),
    ('production-sales', 'nev_sales', 'level', '2023-09', 'derived, ±'),
    ('exports', 'nev_exports', 'level', '2025-07', 'Other published figures contradict this.'),
    ('exports', 'nev_exports', 'change-on-year', '2024-11', '−'),
    ('exports', 'nev_exports', 'change-on-year', '2025-07', '+120%'),
    ('market-share', 'nev_share', 'level', '2023-06', '%'),
    ('market-share', 'nev_share', 'level', '2021-02', '% (derived, ±'),
    ('charging-points', 'charging_additions', 'level', '2025-S1', 'The method of counting changed within this period.'),
    ('charging-points', 'charging_additions', 'level', '2025-S2',
     'This is the first figure after the method of counting changed.'),
    ('charging-points', 'private_additions', 'level', '2022-S1',
     'no value. Nothing that was published leads to a value.'),
)


def get_table(cli, chart):
    return json.loads(reader.get_output(cli, 'data', chart, '--format', 'json'))


def find_place(table, series, measure, period):
    """Column and row, as the keys count them."""
    columns = [(column['series'], column['measure']) for column in table['columns']]
    rows = [row['period'] for row in table['rows']]
    return columns.index((series, measure)), rows.index(period)


def test_points(application, cli):
    shown = None
    for name, series, measure, period, part in POINTS:
        if name != shown:
            table = get_table(cli, name)
            chart = application.go_to_chart(table['title'])
            shown = name
        column, row = find_place(table, series, measure, period)
        expected = reader.get_output(cli, 'show', series, period, '--measure', measure).split('\n')[0]
        assert part in expected, expected

        # From the corner, so that it doesn't matter where the last point was.
        application.press('Home', *['Up'] * len(table['columns']), *['Down'] * column, *['Right'] * row)
        wait(lambda: application.get_said(chart) == expected,
             lambda: f'“{expected}”; it says “{application.get_said(chart)}”')
        print(f'# {expected}')
    assert len(POINTS) == 10


if __name__ == '__main__':
    sys.exit(reader.run([test_points], *sys.argv[1:]))
