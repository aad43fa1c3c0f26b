"""What shows in a program's windows, read from the accessibility bus in few round trips.

libatspi asks for one thing at a time and waits for each answer; a page takes 200 of them, which was most of what the
tests of the window did. Here the questions about a whole level of the tree go out together. Only reading is done so:
whatever is used is libatspi's object."""

import typing

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ANSWER_MILLISECONDS = 60_000  # generous: a busy machine must not look like an object that has gone

ACCESSIBLE = "org.a11y.atspi.Accessible"
# They have nothing within.
LEAVES = (Atspi.Role.LABEL, Atspi.Role.PUSH_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.RADIO_BUTTON, Atspi.Role.TEXT,
          Atspi.Role.PASSWORD_TEXT, Atspi.Role.SEPARATOR)


class Seen(typing.NamedTuple):
    """An object that shows: its place among the children of each level, and what was answered of it."""
    place: tuple
    path: str
    role: int
    states: int

    def has(self, state):
        return bool(self.states >> int(state) & 1)


def _connection():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address, = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                 Gio.DBusCallFlags.NONE, ANSWER_MILLISECONDS, None).unpack()
    flags = Gio.DBusConnectionFlags
    return Gio.DBusConnection.new_for_address_sync(
        address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)


class AccessibleTree:
    def __init__(self, application):
        self._application = application
        self._program = application.app.bus_name
        self._bus = _connection()

    def _ask(self, method, paths, interface=ACCESSIBLE, arguments=None):
        """An answer for each path; None where the object has gone or does not know the question."""
        answers = [None] * len(paths)
        missing = len(paths)

        def take(bus, result, index):
            nonlocal missing
            missing -= 1
            try:
                answers[index], = bus.call_finish(result).unpack()
            except GLib.Error:
                pass

        for index, path in enumerate(paths):
            self._bus.call(self._program, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                           ANSWER_MILLISECONDS, None, take, index)
        while missing:
            GLib.MainContext.default().iteration(True)
        return answers

    def showing(self):
        """All that shows, parents first."""
        found = []
        level = [Seen((), self._application.path, int(Atspi.Role.APPLICATION), 0)]
        while level:
            answers = self._ask("GetChildren", [parent.path for parent in level])
            children = [(parent.place + (index,), path) for parent, answer in zip(level, answers)
                        for index, (_, path) in enumerate(answer or [])]
            states = self._ask("GetState", [path for _, path in children])
            visible = [(place, path, state[0] | state[1] << 32) for (place, path), state in zip(children, states)
                       if state and state[0] >> int(Atspi.StateType.VISIBLE) & 1]
            roles = self._ask("GetRole", [path for _, path, _ in visible])
            level = [Seen(place, path, role, state) for (place, path, state), role in zip(visible, roles)
                     if role is not None]
            found += level
            level = [seen for seen in level if seen.role not in LEAVES]
        return sorted(found)

    def names(self, seen):
        """The name of each."""
        name = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
        return [(answer or "").strip() for answer in
                self._ask("Get", [one.path for one in seen], "org.freedesktop.DBus.Properties", name)]

    def labels(self, seen):
        """What each is called: its name, and the labels that point to it. (Qt gives a combo box the name of its
        present entry; its label is a relation.)"""
        called = [[name] for name in self.names(seen)]
        pointing = [(index, path) for index, relations in enumerate(self._ask("GetRelationSet", [s.path for s in seen]))
                    for kind, targets in relations or [] if kind == int(Atspi.RelationType.LABELLED_BY)
                    for _, path in targets]
        targets = [Seen((), path, 0, 0) for _, path in pointing]
        for (index, _), name in zip(pointing, self.names(targets)):
            called[index].append(name)
        return called

    def texts(self, seen):
        """What stands in each, or its name where it is nothing that holds text."""
        everything = GLib.Variant("(ii)", (0, -1))
        held = self._ask("GetText", [one.path for one in seen], "org.a11y.atspi.Text", everything)
        return [name if text is None else text.strip() for text, name in zip(held, self.names(seen))]

    def object(self, seen):
        """libatspi's object; None where another one stands in its place by now."""
        node = self._application
        for index in seen.place:
            node.clear_cache()
            node = node.get_child_at_index(index)
            if node is None:
                return None
        return node if node.path == seen.path else None
