"""The window as assistive technology sees it: controls are found by role and name on the
accessibility bus and used through it, or with the keyboard."""

import re
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from accessible_tree import AccessibleTree, Seen  # noqa: E402

ROLES = {
    "button": Atspi.Role.PUSH_BUTTON,
    "checkbox": Atspi.Role.CHECK_BOX,
    "radio": Atspi.Role.RADIO_BUTTON,
    "text": Atspi.Role.TEXT,
    "password": Atspi.Role.PASSWORD_TEXT,
    "combo": Atspi.Role.COMBO_BOX,
    "list item": Atspi.Role.LIST_ITEM,
    "label": Atspi.Role.LABEL,
    "link": Atspi.Role.LINK,
    "spin": Atspi.Role.SPIN_BUTTON,
    "alert": Atspi.Role.ALERT,
    "heading": Atspi.Role.HEADING,
    "dialog": Atspi.Role.DIALOG,
}


# Milliseconds for an answer of the window (0.8 s by default), and from a program that begins: on a busy machine a
# window may be late with its answer, and an action that was carried out must not be taken for one that failed.
Atspi.set_timeout(60_000, 60_000)


class NotThere(Exception):
    pass


def _alive(call, default=None):
    """Objects come and go while the tree is read; one that has gone is passed over."""
    try:
        return call()
    except GLib.Error:
        return default


def _take_events():
    while GLib.MainContext.default().iteration(False):
        pass


class Announcements:
    """What a screen reader says by itself since this object was made: the labels of notifications that
    begin to show."""

    def __init__(self):
        self._said = []
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:state-changed:showing")

    def _hear(self, event):
        if event.detail1 and _alive(event.source.get_role) == Atspi.Role.NOTIFICATION:
            for index in range(_alive(event.source.get_child_count, 0)):
                label = _alive(lambda: event.source.get_child_at_index(index))
                if label is not None:
                    _alive(label.clear_cache)
                    self._said.append(_alive(label.get_name) or "")

    def heard(self, text):
        _take_events()
        return any(text in said for said in self._said)

    def stop(self):
        self._listener.deregister("object:state-changed:showing")


class Window:
    """The program's windows. Waiting is bounded by `patience` seconds: a generous bound that only
    decides when to give up, never whether something was quick enough. `check_alive` raises when there is
    nothing left to wait for."""

    def __init__(self, application="madoguchi", patience=60, check_alive=lambda: None, pid=None):
        """Of the process, where `pid` is given: several may be called so."""
        Atspi.init()
        self.patience = patience
        self._check_alive = check_alive
        self._application_name, self._pid = application, pid
        self.application = self.wait(self._find_application, "the program on the accessibility bus")
        self.tree = AccessibleTree(self.application)

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        _take_events()  # that programs have come or gone
        _alive(desktop.clear_cache)
        for index in range(_alive(desktop.get_child_count, 0)):
            child = _alive(lambda: desktop.get_child_at_index(index))
            if child:
                _alive(child.clear_cache)
            if child and self._pid not in (None, _alive(child.get_process_id)):
                continue
            if child and self._application_name in (_alive(child.get_name) or "").lower():
                if _alive(child.get_child_count, 0):
                    return child
        return None

    def wait(self, condition, what, patience=None):
        deadline = time.monotonic() + (patience or self.patience)
        while True:
            result = _alive(condition)
            if result:
                return result
            self._check_alive()
            if time.monotonic() > deadline:
                raise NotThere(f"waited in vain for {what}; the window shows:\n{self.describe()}")
            time.sleep(0.05)

    def describe(self):
        if not getattr(self, "tree", None):
            return "(no window)"
        seen = self.tree.showing()
        return "\n".join(f"  {Atspi.role_get_name(Atspi.Role(one.role))}: {name!r}"
                         for one, name in zip(seen, self.tree.names(seen)))

    def shown_names(self, *roles):
        """The names of all showing objects, or of those of some roles, parents first."""
        return self.tree.names(self.showing(*roles))

    def showing(self, *roles):
        return [seen for seen in self.tree.showing() if not roles or seen.role in [ROLES[role] for role in roles]]

    def name(self, node):
        return (_alive(node.get_name) or "").strip()

    def names(self, node):
        """What a screen reader calls an object: its name, and the labels that point to it."""
        return self.tree.labels([Seen((), node.path, 0, 0)])[0]

    def has_state(self, node, state):
        _alive(node.clear_cache)
        states = _alive(node.get_state_set)
        return states is not None and states.contains(state)

    def focused(self):
        """What has the keyboard focus; the innermost, or None."""
        found = [seen for seen in self.tree.showing() if seen.has(Atspi.StateType.FOCUSED)]
        return self.tree.object(found[-1]) if found else None

    def look_for(self, role, name=None, pattern=None):
        """The first showing object of a role that is called `name`, or as `pattern` says; or None."""
        seen = self.showing(role)
        for one, called in zip(seen, self.tree.labels(seen)):
            if (name is None or name in called) and (pattern is None or any(re.search(pattern, c) for c in called)):
                return self.tree.object(one)
        return None

    def find(self, role, name=None, pattern=None, patience=None):
        return self.wait(lambda: self.look_for(role, name, pattern), f"{role} {name or pattern!r}", patience)

    def find_enabled(self, role, name=None, pattern=None, patience=None):
        def condition():
            node = self.look_for(role, name, pattern)
            states = node and _alive(node.get_state_set)
            return node if states and states.contains(Atspi.StateType.ENABLED) else None

        return self.wait(condition, f"an enabled {role} {name or pattern!r}", patience)

    def press(self, role, name=None, pattern=None, patience=None):
        """Presses a button, box or link through its accessible action."""
        self.press_it(self.find_enabled(role, name, pattern, patience))

    def press_it(self, node):
        for index in range(node.get_n_actions()):
            if node.get_action_name(index).lower() in ("press", "toggle", "click", "check", "jump"):
                node.do_action(index)
                return
        raise NotThere(f"{self.name(node)!r} offers no action to press it")

    def focus(self, node):
        """Asked for until it is there: a page that has just come may still put it where the page begins."""

        def is_there():
            if self.has_state(node, Atspi.StateType.FOCUSED):
                return True
            node.grab_focus()
            return False

        self._wait_for_focus(node, is_there)

    def wait_for_focus(self, node):
        self._wait_for_focus(node, lambda: self.has_state(node, Atspi.StateType.FOCUSED))

    def _wait_for_focus(self, node, is_there):
        self.wait(is_there, f"the focus on {_alive(node.get_name)!r}")

    def write(self, name, text):
        """Replaces the text of an input, as assistive technology does."""
        self.write_into(self.find("text", name), text)

    def write_into(self, node, text):
        self.focus(node)
        node.set_text_contents(text)

    def type_secret(self, name, secret):
        """Types on the keyboard: a secret field takes nothing else."""
        self.focus(self.find("password", name))
        self.type_text(secret)

    def type_text(self, text):
        """Key by key into whatever has the focus."""
        subprocess.run(["xdotool", "type", "--delay", "5", "--file", "-"], input=text.encode(), check=True)

    def keys(self, *names):
        """Presses keys by their X names: Tab, Return, Escape, ..."""
        subprocess.run(["xdotool", "key", "--delay", "20", *names], check=True)

    def choose(self, name, item):
        """Chooses an entry of a combo box as the keyboard does: open, go down, Return. (Qt lets an
        entry be marked over the bus, but not taken.)"""
        self.choose_in(self.find("combo", name), item)

    def choose_in(self, combo, item):
        def entries():
            _alive(combo.clear_cache)
            lists = _alive(lambda: combo.get_child_at_index(0))
            count = _alive(lists.get_child_count, 0) if lists else 0
            names = [_alive(lists.get_child_at_index(i).get_name) for i in range(count)]
            return names if item in names else None

        position = self.wait(entries, f"the entry {item!r}").index(item)
        combo.do_action([combo.get_action_name(i) for i in range(combo.get_n_actions())].index("ShowMenu"))
        self.keys("Home", *["Down"] * position, "Return")

        def taken():
            _alive(combo.clear_cache)
            return _alive(combo.get_name) == item

        self.wait(taken, f"{item!r} to be chosen")

    def text_of(self, node):
        interface = _alive(node.get_text_iface)
        if interface is not None:
            return Atspi.Text.get_text(node, 0, -1)
        return _alive(node.get_name) or ""

    def texts(self):
        """Every name and text that is showing."""
        seen = self.tree.showing()
        return [text or name for text, name in zip(self.tree.texts(seen), self.tree.names(seen)) if text or name]

    def give_file(self, path):
        """To the dialog for files, as one who types its name."""
        line = self.wait(lambda: self.look_for("dialog") and self._focused_line(), "the dialog for files")
        line.set_text_contents(str(path))
        self.keys("Return")
        self.wait(lambda: self.look_for("dialog") is None, "the dialog to close")

    def _focused_line(self):
        node = self.focused()
        return node if node and node.get_role() == ROLES["text"] else None
