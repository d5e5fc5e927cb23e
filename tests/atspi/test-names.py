#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever takes the focus has a name that a person would give it, on every page and in every dialog.

    headless.sh --accessible -- test-names.py NEV-CHARTS NEV-CHARTS-CLI
"""
import re
import sys

import reader
from reader import wait

# A class's name is what GTK 4.8 falls back to.
CLASS = re.compile(r'\b(Gtk|Adw|Nev)[A-Z]\w+')

CHARTS = ('Production and sales', 'Exports', 'Market share', 'Charging points')

DIALOGS = (
    ('ctrl+e', 'Export Chart'),
    ('ctrl+shift+e', 'Save as CSV'),
    ('ctrl+f', 'Series of the Chart'),
    ('ctrl+t', 'Titles and Notes'),
    ('n', 'Titles and Notes'),
    ('d', 'Description'),
    ('F1', 'Help'),
)


def find_fault(name):
    if name.strip() == '':
        return 'no name'
    if CLASS.search(name):
        return 'the name of a class'
    if '_' in name:
        return 'a mnemonic'
    words = name.split(' ')
    half = len(words) // 2
    if len(words) % 2 == 0 and words[:half] == words[half:]:
        return 'said twice'
    return None


def takes_focus(node):
    """The chosen item within a button that drops down is focusable, and the button takes the focus for it. A label that can be
    selected is read by its text. Lists and what scrolls take the focus only if nothing within them can.
    The heads of a table are passed over by the keys."""
    if not node.has('focusable') or not node.has('sensitive') or node.role in ('filler', 'label'):
        return False
    if node.role == 'table row' and any(child.name == 'GtkColumnViewTitle' for child in node.children):
        return False
    return node.role not in ('list', 'scroll pane', 'tree table') or not any(
        below.has('focusable') for below in node.walk() if below.accessible != node.accessible)


def check(window, what):
    # What drops down of a row isn't there until it is asked for.
    nodes = [(repr(node), node.name) for node in window.walk(closed=('combo box',)) if takes_focus(node)]
    faults = [f'{what}: {node}: {fault}' for node, name in nodes if (fault := find_fault(name))]
    print(f'# {what}: {len(nodes)} take the focus, {len(faults)} without a good name')
    for fault in faults:
        print(f'#   {fault}')
    assert nodes, what
    return faults


def test_pages(application, cli):
    window = application.window('NEV Charts')
    window.find('table', 'Figures')
    faults = check(window, 'Overview')

    for title in CHARTS:
        application.go_to_chart(title)
        faults += check(window, title)

    application.press('End', 'Return')
    wait(lambda: application.focus and application.focus.role == 'panel', 'the details')
    faults += check(window, 'details')

    application.press('Escape')
    wait(application.is_on_chart, 'the chart')
    application.press('t')
    wait(lambda: application.focus and application.focus.role == 'table row', 'the table')
    faults += check(window, 'table')

    assert not faults, '\n'.join(faults)


def test_dialogs(application, cli):
    window = application.window('NEV Charts')
    application.go_to_chart(CHARTS[0])
    faults = []

    for key, name in DIALOGS:
        application.press(key)
        dialog = application.window(name)
        faults += check(dialog, f'{name} ({key})')
        # The second is for a page within the dialog.
        application.press('Escape', *(['Escape'] if key == 'n' else []))
        application.wait_gone(name)
        application.window('NEV Charts')

    assert not faults, '\n'.join(faults)


def test_menu(application, cli):
    window = application.window('NEV Charts')
    application.go_to_chart(CHARTS[0])
    application.press('F10')
    item = wait(lambda: application.focus, 'the focus to go to the menu')
    assert 'menu item' in item.role, item
    faults = check(window, 'menu')
    application.press('Escape')
    assert not faults, '\n'.join(faults)


if __name__ == '__main__':
    sys.exit(reader.run([test_pages, test_dialogs, test_menu], *sys.argv[1:]))
