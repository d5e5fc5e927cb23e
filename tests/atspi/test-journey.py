#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""By keys alone, from the start of the program to a contradicted figure, its provenance and its numbers as CSV.

    headless.sh --accessible -- test-journey.py NEV-CHARTS NEV-CHARTS-CLI
"""
import csv
import io
import os
import re
import subprocess
import sys
import tempfile

import reader
from reader import wait, xdotool


def show(cli, series, period, measure='level'):
    return reader.get_output(cli, 'show', series, period, '--measure', measure).split('\n')[0]


def press_and_hear(application, chart, key, words):
    application.press(key)
    wait(lambda: application.get_said(chart) == words, lambda: f'“{words}” after {key}; it says “{application.get_said(chart)}”')


def test_provenance(application, cli):
    """From the start of the program to a figure, what speaks against it and its source, and back."""
    summary = reader.get_output(cli, 'data', 'exports', '--describe').split('\n')
    chart = application.go_to_chart('Exports')

    # What it is, what is in it, and how to go on, before anything was pressed.
    assert chart.name == summary[0], chart
    assert 'NEV exports: latest' in chart.description, chart.description
    assert 'highest 301,000 vehicles (January 2026)' in chart.description, chart.description
    assert 'Enter tells how a number was obtained' in chart.description, chart.description

    press_and_hear(application, chart, 'End', show(cli, 'nev_exports', '2026-02'))
    press_and_hear(application, chart, 'Page_Up', show(cli, 'nev_exports', '2025-02'))
    for month in range(3, 8):
        press_and_hear(application, chart, 'Right', show(cli, 'nev_exports', f'2025-{month:02}'))

    said = application.get_said(chart)
    assert said == ('NEV exports, July 2025: 225,000 vehicles (published by CAAM). '
                    'Other published figures contradict this.'), said

    application.press('Return')
    details = wait(lambda: application.focus, 'the focus to go to the details')
    assert details.role == 'panel', details
    assert details.name == said, details
    assert 'The running totals give 248,000' in details.description, details.description
    assert '23,000 more than published' in details.description, details.description

    # The source is one Tab or a few away, and named.
    source = application.press_until('Tab', lambda node: node.role == 'list item')
    assert '中汽協7月中國汽車產銷' in source.name, source

    application.press('Escape')
    wait(lambda: application.is_on_chart() and application.get_said(chart) == said, lambda: f'“{said}” again, not {application.focus}')


def paste(target):
    return subprocess.run(['xclip', '-selection', 'clipboard', '-o', '-t', target], capture_output=True,
                          timeout=reader.PATIENCE).stdout


def test_csv(application, cli):
    application.go_to_chart('Exports')
    application.press('ctrl+shift+c')
    copied = wait(lambda: paste('text/csv'), 'the numbers on the clipboard').decode()
    july = next(line for line in copied.split('\n') if line.startswith('Jul 2025,'))
    assert july.split(',')[1] == '225000', july


def find_focus(window):
    """What has the focus in a window that has just come, which GTK 4.8 doesn't tell of."""
    return wait(lambda: next((node for node in window.walk() if node.has('focused')), None), f'the focus in {window}')


def choose(application, dialog, key, rows):
    """Chooses the rows by a letter; the row says how many they are, and so does the button."""
    application.press(key)
    row = wait(lambda: application.focus, f'{key} to lead to the rows')
    n_rows = re.match(r'\d+', row.description)[0]
    wait(lambda: dialog.find_all('push button', f'{rows} {n_rows} Rows…'),
         lambda: f'“{rows} {n_rows} Rows…” among {dialog.find_all("push button")}')
    return int(n_rows)


def save(application, key, path):
    """Saves by the dialog of the toolkit, from the button that asks where."""
    application.press(key)
    chooser = wait(lambda: next((child for child in application.children
                                 if child.name == 'Save as CSV' and child.find_all('text', 'Name:')), None),
                   'the dialog that asks for a file')
    entry = find_focus(chooser)
    assert (entry.role, entry.name, entry.text) == ('text', 'Name:', 'exports.csv'), (entry, entry.text)
    application.press('ctrl+a')
    xdotool('type', '--delay', '0', path)
    wait(lambda: entry.text == path, lambda: f'“{path}” in the entry; there is “{entry.text}”')
    application.press('Return')
    application.wait_gone('Save as CSV')
    application.window('NEV Charts')


def read_file(path):
    """A file that is written comes to stand there as a whole."""
    if not os.path.exists(path):
        return None
    with open(path, 'rb') as file:
        return file.read()


def read_table(text):
    """Of each row the value and the status of each series: those of people stand between heads and sources, those of programs have
    the rounding as well."""
    rows = list(csv.reader(io.StringIO(text)))
    if rows[0][0] == 'period':
        return [[cell for i, cell in enumerate(row[1:]) if i % 3 != 2] for row in rows[1:]]
    return [['gap' if cell == 'no value' else cell for cell in row[1:]] for row in rows[1:rows.index([])]]


def test_save_csv(application, cli):
    """The numbers as a file, of what is shown and of all there is: those of the command line, and byte for byte those of the
    clipboard."""
    application.go_to_chart('Exports')
    application.press('ctrl+shift+c')
    copied = wait(lambda: paste('text/csv'), 'the numbers on the clipboard')

    with tempfile.TemporaryDirectory() as folder:
        for key, rows, options in (('alt+w', 'Save', ()), ('alt+a', 'Save All', ('--all',))):
            path = os.path.join(folder, f'{rows}.csv'.replace(' ', '-'))
            application.press('ctrl+shift+e')
            dialog = application.window('Save as CSV')
            button = find_focus(dialog)
            assert button.role == 'push button' and re.fullmatch(r'Save \d+ Rows…', button.name), button
            n_rows = choose(application, dialog, key, rows)
            save(application, 'alt+s', path)

            saved = wait(lambda: read_file(path), f'the file {path}')
            table = read_table(saved.decode())
            expected = read_table(reader.get_output(cli, 'data', 'exports', *options))
            assert table == expected, next((pair for pair in zip(table, expected) if pair[0] != pair[1]), (len(table), len(expected)))
            assert len(table) == n_rows, n_rows
            if not options:
                assert saved == copied, (saved, copied)
            print(f'# {rows}: {n_rows} rows, {len(saved)} bytes')


def test_keys(application, cli):
    """Every key that moves in the chart, and those that lead out of it and back."""
    chart = application.go_to_chart('Exports')
    press_and_hear(application, chart, 'Home', show(cli, 'nev_exports', '2023-01'))
    press_and_hear(application, chart, 'Down', show(cli, 'nev_exports', '2023-01', 'change-on-year'))
    press_and_hear(application, chart, 'Up', show(cli, 'nev_exports', '2023-01'))
    press_and_hear(application, chart, 'm', show(cli, 'nev_exports', '2026-01'))
    press_and_hear(application, chart, 'shift+m', show(cli, 'nev_exports', '2023-03'))
    press_and_hear(application, chart, 'Page_Down', show(cli, 'nev_exports', '2024-03'))
    press_and_hear(application, chart, 'End', show(cli, 'nev_exports', '2026-02'))

    # The end is the end: neither round to the beginning nor out of the chart.
    application.press('Right', 'Right', 'Left')
    wait(lambda: application.get_said(chart) == show(cli, 'nev_exports', '2026-01'), 'the end to be the end')

    application.press('d')
    dialog = application.window('Description')
    expected = reader.get_output(cli, 'data', 'exports', '--describe').strip().replace('\n', '\n\n')
    wait(lambda: any(node.text == expected for node in dialog.find_all('label')),
         lambda: f'the description, found {[node.text for node in dialog.find_all("label")]}')
    wait(lambda: any(node.role == 'label' and node.has('focused') for node in dialog.walk()), 'the text to have the focus')
    application.press('Escape')
    application.wait_gone('Description')

    application.press('t')
    application.find('tree table')
    application.press('t')
    application.find('image')


sys.exit(reader.run([test_provenance, test_csv, test_save_csv, test_keys], *sys.argv[1:]))
