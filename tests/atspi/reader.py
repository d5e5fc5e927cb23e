# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person with a keyboard and a screen reader has: keys go in through the X server, and what comes out is read from the
accessibility bus. To be run by headless.sh --accessible, without a window manager: keys go to the window under the
pointer, which is the newest.

Nothing here sleeps for a fixed time: wait() asks again until the answer is there, and fails after PATIENCE.
"""
import os
import re
import subprocess
import sys
import time
import traceback
import warnings

try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as error:
    print(f'1..0 # SKIP {error}')
    sys.exit(0)

warnings.simplefilter('ignore', DeprecationWarning)

PATIENCE = float(os.environ.get('NEV_TEST_PATIENCE', 60))
# In the header bar of every window, between its buttons.
POINTER = ('300', '20')
# Newer versions of at-spi2 call them otherwise.
ROLES = {'button': 'push button', 'grouping': 'panel'}


class Timeout(AssertionError):
    pass


def wait(ask, what, seconds=PATIENCE):
    """Returns the first answer of ask() that is true. An object that goes away while it is asked is asked for again."""
    end = time.monotonic() + seconds
    while True:
        try:
            answer = ask()
        except GLib.Error:
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise Timeout(f'waited for {what() if callable(what) else what}')
        dispatch()
        time.sleep(0.02)


def dispatch():
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def xdotool(*words):
    subprocess.run(['xdotool', *words], check=True, timeout=PATIENCE)


class Node:
    """An accessible object."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def role(self):
        role = self.accessible.get_role_name()
        return ROLES.get(role, role)

    @property
    def name(self):
        return self.accessible.get_name()

    @property
    def description(self):
        return self.accessible.get_description()

    def has(self, state):
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    @property
    def text(self):
        text = self.accessible.get_text_iface()
        # GTK 4.8 takes -1 for the end as nothing.
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ''

    @property
    def children(self):
        found = [self.accessible.get_child_at_index(i) for i in range(self.accessible.get_child_count())]
        return [Node(child) for child in found if child is not None]

    def walk(self, closed=(), right=None):
        """This and all below it that is there to be used, but for what is in the roles of closed. A pane that is folded away
        lies beside the window, and what was never seen has no size."""
        yield self
        if self.role in closed:
            return
        if right is None and self.extents is not None:
            right = self.extents.x + self.extents.width
        for child in self.children:
            try:
                extents = child.extents
                if child.has('visible') and (extents is None or (extents.width > 0 and (right is None or extents.x < right))):
                    yield from child.walk(closed, right)
            except GLib.Error:
                continue

    @property
    def extents(self):
        component = self.accessible.get_component_iface()
        return Atspi.Component.get_extents(component, Atspi.CoordType.WINDOW) if component else None

    def find_all(self, role, name=None):
        return [node for node in self.walk()
                if node.role == role and (name is None or re.fullmatch(name, node.name))]

    def find(self, role, name=None):
        return wait(lambda: next(iter(self.find_all(role, name)), None), f'a {role} “{name}”')

    def __repr__(self):
        return f'{self.role} “{self.name}”'


class Application(Node):
    """The program, started on the desktop that headless.sh made."""

    def __init__(self, program, *arguments):
        self.focus = None
        self.listener = Atspi.EventListener.new(self.focused_cb)
        self.listener.register('object:state-changed:focused')
        xdotool('mousemove', *POINTER)
        self.process = subprocess.Popen([program, *arguments])
        super().__init__(wait(self.look_up, 'the program on the accessibility bus'))

    def look_up(self):
        assert self.process.poll() is None, 'the program ended'
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(i)
            if found is not None and found.get_process_id() == self.process.pid:
                return found
        return None

    def focused_cb(self, event):
        if event.detail1:
            self.focus = Node(event.source)

    def is_on_chart(self):
        """Whether the chart has the focus, or, from GTK 4.18 on, a point of it."""
        focus = self.focus
        return focus is not None and 'image' in (focus.role, Node(focus.accessible.get_parent()).role)

    def get_said(self, chart):
        """What is said of a chart: the point that has the focus says itself, else it is the description."""
        focus = self.focus
        return focus.name if focus is not None and focus.role == 'list item' and self.is_on_chart() else chart.description

    def window(self, name):
        """The window of a name, when it is there and keys go to it. GTK 4.8 doesn't say so of a dialog, but that another
        window isn't active any more."""
        def look_up():
            found = [child for child in self.children if child.name == name]
            active = [child for child in self.children if child.has('active')]
            return found and (found[0].has('active') or (found[0].role != 'frame' and not active)) and found[0]
        # A window manager would see to it, when another window has gone.
        found = wait(lambda: next((child for child in self.children if child.name == name), None), f'the window “{name}”')
        if not found.has('active'):
            self.give_keys(name)
        return wait(look_up, lambda: f'the window “{name}” among {self.children}')

    def give_keys(self, name):
        def look_up():
            answer = subprocess.run(['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(self.process.pid), '--name', f'^{name}$'],
                                    capture_output=True, text=True, timeout=PATIENCE)
            return answer.stdout.split()
        xdotool('windowfocus', wait(look_up, f'the window “{name}” on the screen')[-1])

    def wait_gone(self, name):
        wait(lambda: all(child.name != name for child in self.children), f'the window “{name}” to go')

    def press(self, *keys):
        dispatch()
        self.focus = None
        xdotool('key', '--delay', '0', *keys)

    def press_until(self, key, is_wanted, most=80):
        """Presses a key that moves the focus until that is somewhere; returns where."""
        seen = []
        for _ in range(most):
            self.press(key)
            focus = wait(lambda: self.focus, f'{key} to move the focus on from {seen[-1:]}')
            try:
                if is_wanted(focus):
                    return focus
                seen.append(repr(focus))
            except GLib.Error:
                continue
        raise AssertionError(f'{key} never got there, only to: {", ".join(seen)}')

    def go_to_chart(self, title):
        """Tab to the list of charts, arrows to one, Tab to the chart; returns it."""
        row = self.press_until('Tab', lambda node: node.role == 'list item' and node.accessible.get_parent().get_name() == 'Charts')
        if row.name != title:
            row = self.press_until('Down', lambda node: node.name == title)
        wait(lambda: row.has('selected'), f'the chart “{title}”')
        return self.press_until('Tab', lambda node: node.role == 'image')

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def get_output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE).stdout


def run(tests, *arguments):
    """Runs test functions, each with a program of its own, which opens the test's files if it has any; TAP."""
    Atspi.init()
    print(f'1..{len(tests)}')
    failed = False
    for number, test in enumerate(tests, 1):
        application = None
        try:
            application = Application(arguments[0], *getattr(test, 'files', ()))
            application.window('NEV Charts')
            test(application, *arguments[1:])
            assert application.process.poll() is None, 'the program ended'
            print(f'ok {number} {test.__name__}')
        except Exception:
            failed = True
            print(f'not ok {number} {test.__name__}')
            print(re.sub('^', '# ', traceback.format_exc(), flags=re.MULTILINE))
            if os.environ.get('NEV_TEST_SHOT'):
                subprocess.run(['import', '-window', 'root', os.environ['NEV_TEST_SHOT']])
        finally:
            if application is not None:
                application.close()
        sys.stdout.flush()
    return failed
