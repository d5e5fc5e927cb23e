#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The points of a chart are objects within it, which GTK can do from 4.10 on: how many, what they say, where they lie, and which
has the focus.

    headless.sh --accessible -- test-children.py NEV-CHARTS NEV-CHARTS-CLI
"""
import json
import os
import sys
import tempfile

import reader
from reader import Atspi, wait

# As many as nev-chart-points.c makes at most.
MOST = 240
# Periods of two series, which together are more.
MANY = 130


def get_table(cli, chart):
    return json.loads(reader.get_output(cli, 'data', chart, '--format', 'json'))


def get_points(chart):
    return [child for child in chart.children if child.role == 'list item']


def test_tree(application, cli):
    """A point for each cell of the table, series by series, with what the command line says of it, at its mark."""
    table = get_table(cli, 'exports')
    rows = len(table['rows'])
    chart = application.go_to_chart(table['title'])
    points = get_points(chart)
    assert len(points) == rows * len(table['columns']) <= MOST, len(points)
    print(f'# {len(points)} points')

    for i in (0, 1, rows - 8, rows - 1, rows, 2 * rows - 1):
        column = table['columns'][i // rows]
        period = table['rows'][i % rows]['period']
        expected = reader.get_output(cli, 'show', column['series'], period, '--measure', column['measure']).split('\n')[0]
        assert points[i].name == expected, (points[i].name, expected)
        assert points[i].accessible.get_index_in_parent() == i, i
        assert points[i].accessible.get_parent().get_name() == chart.name, points[i]
        print(f'# {i}: {points[i].name}')

    box = chart.extents
    lefts = [point.extents.x for point in points[:rows]]
    assert lefts == sorted(set(lefts)), lefts
    for point in points:
        place = point.extents
        assert box.x <= place.x and place.x + place.width <= box.x + box.width, (point, place.x, place.width)
        assert box.y <= place.y + place.height // 2 <= box.y + box.height, (point, place.y)

    # A screen reader that follows the pointer finds it, too.
    place = points[rows - 8].extents
    found = chart.accessible.get_component_iface().get_accessible_at_point(
        place.x + place.width // 2, place.y + place.height // 2, Atspi.CoordType.WINDOW)
    assert found is not None and found.get_name() == points[rows - 8].name, found and found.get_name()


def test_focus(application, cli):
    """One point at a time is selected; where the toolkit can tell so, it has the focus and the chart hasn't."""
    table = get_table(cli, 'exports')
    rows = len(table['rows'])
    chart = application.go_to_chart(table['title'])
    points = get_points(chart)
    version = tuple(int(part) for part in application.accessible.get_toolkit_version().split('.')[:2])
    speaks = version >= (4, 18)
    assert chart.has('focused') and not any(point.has('selected') for point in points)

    for key, i in (('Right', 0), ('Right', 1), ('Down', rows + 1), ('End', 2 * rows - 1)):
        application.press(key)
        wait(lambda: [point.name for point in points if point.has('selected')] == [points[i].name], f'point {i} after {key}')
        wait(lambda: [node.name for node in (chart, *points) if node.has('focused')] == [(points[i] if speaks else chart).name],
             f'the focus on point {i} after {key}')
        if speaks:
            wait(lambda: application.focus and application.focus.name == points[i].name, f'to be told of the focus after {key}')

    application.press('Escape')
    wait(lambda: chart.has('focused') and not any(point.has('selected') or point.has('focused') for point in points),
         'the chart to have the focus again')


def write_many(path):
    with open(path, 'w', encoding='utf-8') as file:
        file.write('month,First,Second\n')
        file.writelines(f'{2010 + i // 12}-{i % 12 + 1:02},{100 + i},{200 + i}\n' for i in range(MANY))


def test_many(application, cli):
    """Of a table of more cells there are the points of one series, that of the selected one."""
    application.press_until('Tab', lambda node: node.role == 'list item' and node.name == 'Overview')
    application.press_until('Down', lambda node: node.name != 'Overview')
    chart = application.press_until('Tab', lambda node: node.role == 'image')
    for key, series in (('Home', 'First'), ('Down', 'Second')):
        application.press(key)
        points = wait(lambda: [point for point in get_points(chart) if point.name.startswith(series)],
                      lambda: f'points after {key} other than {get_points(chart)[:1]}')
        assert len(points) == len(get_points(chart)) == MANY, (len(points), len(get_points(chart)))
        print(f'# {len(points)} points, {points[0].name}')


if __name__ == '__main__':
    with tempfile.TemporaryDirectory() as folder:
        test_many.files = [os.path.join(folder, 'many.csv')]
        write_many(*test_many.files)
        sys.exit(reader.run([test_tree, test_focus, test_many], *sys.argv[1:]))
