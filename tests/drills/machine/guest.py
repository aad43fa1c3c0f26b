"""A machine in QEMU: its console, on which root is logged in, its keyboard, its screen and what is plugged in."""

import itertools
import json
import os
import pathlib
import re
import socket
import subprocess
import time

MEMORY = "2048"
EMULATED = ["-accel", "tcg,thread=multi", "-cpu", "max"]
VIRTUAL = ["-accel", "kvm", "-cpu", "host"]


class Guest:
    """`folder` has the machine's disk, disk.img, and its Debian in `debian`; the sockets go there."""

    def __init__(self, folder, kvm):
        self.folder = pathlib.Path(folder)
        self._numbers = itertools.count()
        boot = self.folder / "debian" / "boot"
        kernel, initrd = (next(iter(sorted(boot.glob(name)))) for name in ("vmlinuz-*", "initrd.img-*"))
        for name in ("console", "qmp"):
            (self.folder / name).unlink(missing_ok=True)
        self._process = subprocess.Popen(
            ["qemu-system-x86_64", *(VIRTUAL if kvm else EMULATED), "-m", MEMORY, "-smp", "2", "-display", "none", "-nodefaults", "-no-reboot",
             "-kernel", str(kernel), "-initrd", str(initrd), "-append", "root=/dev/vda rw console=tty0 console=ttyS0 security=apparmor log_buf_len=16M",
             "-drive", f"file={self.folder}/disk.img,format=raw,if=virtio,cache=unsafe",
             "-device", "virtio-vga,xres=1920,yres=1080", "-device", "qemu-xhci,id=usb", "-device", "usb-tablet",
             "-chardev", f"socket,id=console,path={self.folder}/console,server=on,wait=off", "-serial", "chardev:console",
             "-qmp", f"unix:{self.folder}/qmp,server=on,wait=off"])
        self._console = self._connect("console")
        self._qmp = self._connect("qmp").makefile("rw")
        self._qmp.readline()
        self.ask("qmp_capabilities")
        self._heard = ""

    def _connect(self, name):
        end = time.monotonic() + 30
        while True:
            connection = socket.socket(socket.AF_UNIX)
            try:
                connection.connect(str(self.folder / name))
                return connection
            except OSError:
                connection.close()
                if time.monotonic() > end or self._process.poll() is not None:
                    raise
                time.sleep(0.1)

    def end(self):
        self._process.kill()
        self._process.wait()

    def ask(self, order, **arguments):
        """An order to QEMU itself, and its answer."""
        self._qmp.write(json.dumps({"execute": order, "arguments": arguments}) + "\n")
        self._qmp.flush()
        while True:
            answer = json.loads(self._qmp.readline())
            if "return" in answer or "error" in answer:
                if "error" in answer:
                    raise AssertionError(f"{order}: {answer['error']['desc']}")
                return answer["return"]

    def wait_for_console(self, pattern, seconds):
        """What the console says until then; the rest waits for the next."""
        end = time.monotonic() + seconds
        while True:
            found = re.search(pattern, self._heard)
            if found:
                said, self._heard = self._heard[:found.start()], self._heard[found.end():]
                return said, found
            left = end - time.monotonic()
            if left <= 0:
                raise AssertionError(f"no {pattern!r} on the console, but {self._heard[-2000:]}")
            self._console.settimeout(left)
            try:
                heard = self._console.recv(65536)
            except TimeoutError:
                continue
            if not heard:
                raise AssertionError("the machine is gone: " + self._heard[-2000:])
            self._heard += heard.decode("utf-8", "replace").replace("\r", "")

    def log_in(self):
        self.wait_for_console(r"root@\S+:~# ", 600)
        self.run("stty -echo; PS1= PS2=; dmesg -n 1; sysctl -qw kernel.printk_ratelimit=0; export SYSTEMD_PAGER= SYSTEMD_COLORS=0")

    def run(self, command, seconds=120):
        """What a shell of root's prints, without the last line end, and its status."""
        mark = f"said-{next(self._numbers)}"
        self._console.sendall(f"{{ {command}\n}} 2>&1; ended=$?; echo; echo {mark}:$ended: | sed s/said/done/\n".encode())
        said, found = self.wait_for_console(rf"\n{mark.replace('said', 'done')}:(\d+):\n", seconds)
        return said.strip(), int(found[1])

    def says(self, command, seconds=120):
        said, status = self.run(command, seconds)
        if status != 0:
            raise AssertionError(f"{command}: {said}")
        return said

    def wait_until(self, command, seconds):
        """Until it ends with 0."""
        end = time.monotonic() + seconds
        while True:
            said, status = self.run(command)
            if status == 0:
                return said
            if time.monotonic() > end:
                raise AssertionError(f"{command} still ends with {status}: {said}")
            time.sleep(0.2)

    def press(self, keys):
        """Keys together, by QEMU's names: ctrl-alt-f2."""
        self.ask("human-monitor-command", **{"command-line": f"sendkey {keys}"})

    def press_until(self, keys, place, is_it, seconds):
        """Until `is_it` of the colour at the place: what begins slowly is not there for keys at once."""
        end = time.monotonic() + seconds
        while not is_it(self.colour(*place)):
            if time.monotonic() > end:
                raise AssertionError(f"{keys} does nothing")
            self.press(keys)
            time.sleep(4)

    def type(self, text):
        """Letters, digits, hyphens, tabulators and ends of lines. A keyboard that is read slowly forgets what comes too fast."""
        for character in text:
            self.press({"-": "minus", "\t": "tab", "\n": "ret"}.get(character, character))
            time.sleep(0.4)

    def wait_for_stillness(self, seconds):
        """Until the screen is the same for a second."""
        end = time.monotonic() + seconds
        before = None
        while (now := self.screenshot("still").read_bytes()) != before:
            if time.monotonic() > end:
                raise AssertionError("the screen does not come to rest")
            before = now
            time.sleep(1)

    def screenshot(self, name):
        path = self.folder / f"{name}.png"
        self.ask("screendump", filename=str(path), format="png")
        return path

    def colour(self, across, down):
        """Of the screen at these shares of it: red, green, blue."""
        path = self.folder / "screen.ppm"
        self.ask("screendump", filename=str(path))
        found = re.match(rb"P6\n(\d+) (\d+)\n255\n", image := path.read_bytes())
        width, height = int(found[1]), int(found[2])
        start = found.end() + 3 * (int(across * width) + width * int(down * height))
        return tuple(image[start:start + 3])

    def wait_for_colour(self, across, down, is_it, seconds):
        """Until `is_it` of the colour there."""
        end = time.monotonic() + seconds
        while not is_it(self.colour(across, down)):
            if time.monotonic() > end:
                raise AssertionError(f"the screen is {self.colour(across, down)} there")
            time.sleep(0.5)

    def plug_in_memory(self):
        """A stick for USB with something on it."""
        stick = self.folder / "stick.img"
        stick.write_bytes(os.urandom(1 << 20))
        self.ask("blockdev-add", driver="raw", **{"node-name": "stick", "file": {"driver": "file", "filename": str(stick)}})
        self.ask("device_add", driver="usb-storage", id="stick", drive="stick", bus="usb.0")

    def touch(self, across, down):
        """A press of the pointer at these shares of the screen."""
        whole = 0x7fff
        place = [{"type": "abs", "data": {"axis": axis, "value": int(share * whole)}} for axis, share in (("x", across), ("y", down))]
        self.ask("input-send-event", events=place)
        for down_ in (True, False):
            self.ask("input-send-event", events=[{"type": "btn", "data": {"button": "left", "down": down_}}])
