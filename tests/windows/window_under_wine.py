"""The window of the program for Windows: its accessible objects as window_driver.cpp tells them, for the same questions
that accessible.py puts to the accessibility bus; keys go to it through Wine from the same display."""

import json
import re
import socket
import subprocess

from accessible import GLib, NotThere, Window
from accessible_tree import Seen

ANSWER_SECONDS = 60  # generous: a busy machine must not look like an object that has gone


class Driver:
    def __init__(self, port):
        self._connection = socket.create_connection(("127.0.0.1", port), timeout=ANSWER_SECONDS)
        self._lines = self._connection.makefile("rwb")

    def close(self):
        self._lines.close()
        self._connection.close()

    def ask(self, what, **more):
        self._lines.write(json.dumps({"ask": what} | more).encode() + b"\n")
        self._lines.flush()
        line = self._lines.readline()
        if not line:
            raise NotThere("the program has closed the connection")
        answer = json.loads(line)
        if "gone" in answer or "refused" in answer:
            raise GLib.Error(f"{what} {more.get('id')}: {answer}")
        return answer


class States:
    def __init__(self, bits):
        self._bits = bits

    def contains(self, state):
        return bool(self._bits >> int(state) & 1)


class Node:
    """What accessible.py uses of libatspi's objects."""

    def __init__(self, driver, told):
        self._driver, self._told = driver, told
        self.path = told["id"]

    def clear_cache(self):
        self._told = self._driver.ask("object", id=self.path)

    def get_name(self):
        return self._told["name"]

    def get_role(self):
        return self._told["role"]

    def get_state_set(self):
        return States(self._told["states"])

    def get_n_actions(self):
        return len(self._told["actions"])

    def get_action_name(self, index):
        return self._told["actions"][index]

    def do_action(self, index):
        self._driver.ask("do", id=self.path, action=self._told["actions"][index])

    def grab_focus(self):
        self._driver.ask("focus", id=self.path)

    def set_text_contents(self, text):
        self._driver.ask("write", id=self.path, text=text)

    def _children(self):
        if "children" not in self._told:
            self.clear_cache()
        return self._told["children"]

    def get_child_count(self):
        return len(self._children())

    def get_child_at_index(self, index):
        return Node(self._driver, self._children()[index])

    def text(self):
        self.clear_cache()
        return self._told.get("text", self._told["name"])


class DrivenTree:
    """AccessibleTree's questions. One answer tells all of a page."""

    def __init__(self, driver):
        self._driver = driver
        self._told = {}

    def showing(self):
        told = self._driver.ask("showing")["showing"]
        self._told = {one["id"]: one for one in told}
        return sorted(Seen(tuple(one["place"]), one["id"], one["role"], one["states"]) for one in told)

    def _of(self, seen):
        told = self._told.get(seen.path)
        if told is None:
            try:
                told = self._driver.ask("object", id=seen.path)
            except GLib.Error:
                told = {"name": "", "labels": []}
        return told

    def names(self, seen):
        return [self._of(one)["name"].strip() for one in seen]

    def labels(self, seen):
        return [[self._of(one)["name"].strip(), *self._of(one)["labels"]] for one in seen]

    def texts(self, seen):
        return [self._of(one).get("text", self._of(one)["name"]).strip() for one in seen]

    def object(self, seen):
        return Node(self._driver, self._told[seen.path]) if seen.path in self._told else None


class WindowUnderWine(Window):
    def __init__(self, port, patience=120, check_alive=lambda: None):
        self.patience = patience
        self._check_alive = check_alive
        self._driver = self.wait(lambda: self._connect(port), "the program to listen")
        self.tree = DrivenTree(self._driver)
        self.wait(self.tree.showing, "a window")

    @staticmethod
    def _connect(port):
        try:
            return Driver(port)
        except OSError:
            return None

    def close(self):
        self._driver.close()

    def type_secret(self, name, secret):
        before = self._driver.ask("keys")["keys"]
        super().type_secret(name, secret)
        # They go by Wine, and what is asked of the driver does not: it would overtake them.
        self.wait(lambda: self._driver.ask("keys")["keys"] >= before + len(secret), "the keys to arrive")

    def type_text(self, text):
        self._take_keyboard()
        super().type_text(text)

    def keys(self, *names):
        self._take_keyboard()
        super().keys(*names)

    def _take_keyboard(self):
        """When one of Windows' dialogs has closed, the window sometimes has no keyboard, though Windows says it has."""
        own = [int(window, 16) for window in self._windows()]
        told = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True, check=False).stdout
        if told.strip() not in map(str, own):
            self._activate(str(own[-1]))

    def text_of(self, node):
        return node.text()

    def give_file(self, path):
        """To Windows' own dialog, which has no accessible objects under Wine. It has the focus on the name of the file."""
        own = self._windows()
        self.wait(lambda: len(self._windows()) > len(own), "the dialog for files")
        self._activate(*(set(self._windows()) - set(own)))
        self.type_text(f"Z:{path}".replace("/", "\\"))
        self.keys("Return")
        self.wait(lambda: self._windows() == own, "the dialog to close")
        self._activate(*own)

    @staticmethod
    def _activate(window):
        subprocess.run(["xdotool", "windowactivate", "--sync", window], check=True)

    @staticmethod
    def _windows():
        """Of the display's window manager: the program's own, and its dialogs."""
        told = subprocess.run(["xprop", "-root", "_NET_CLIENT_LIST"], capture_output=True, text=True, check=True).stdout
        return re.findall(r"0x[0-9a-f]+", told)
