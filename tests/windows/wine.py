"""A Windows of Wine for tests: runs programs in it and tells what there is."""

import os
import pathlib
import subprocess
import tempfile

WINE = "/usr/lib/wine/wine64"
SERVER = "/usr/lib/wine/wineserver64"
# Wine's own: what it makes of menus outside of the prefix, and the browser and .NET that it would ask for.
OVERRIDES = "mscoree,mshtml=;winemenubuilder.exe=d"

# Seconds after which what should have ended long ago is a failure, in place of a test that never ends.
TOO_LONG = 120


class Wine:
    """In a folder of its own, which is made where it is not there; `folder` is what Windows calls C:."""

    def __init__(self, place):
        self.place = pathlib.Path(place)
        home = self.place / "home"
        home.mkdir(parents=True, exist_ok=True)
        self.environment = {**os.environ, "WINEPREFIX": str(self.place / "prefix"), "WINEDEBUG": "-all",
                            "WINEDLLOVERRIDES": OVERRIDES, "HOME": str(home), "LC_ALL": "C.UTF-8"}
        # What is silent needs no display, and no libraries but those of its own folder.
        for other in ("DISPLAY", "WINEPATH"):
            self.environment.pop(other, None)
        self.folder = self.place / "prefix" / "drive_c"
        if not (self.place / "prefix" / "system.reg").exists():
            self.run("wineboot", "--init")
            self.settle()
        [self.person] = [folder for folder in (self.folder / "users").iterdir() if folder.name != "Public"]

    def start(self, *command, output=subprocess.DEVNULL, **options):
        return subprocess.Popen([WINE, *map(str, command)], env=self.environment, stdout=output, stderr=subprocess.STDOUT, **options)

    def run(self, *command):
        """The exit code, of which Linux sees the lowest eight bits, and what was said."""
        # Not into a pipe: Wine's services, which the first program starts, would hold its other end.
        with tempfile.TemporaryFile() as said:
            with self.start(*command, output=said, stdin=subprocess.DEVNULL) as process:
                try:
                    process.wait(timeout=TOO_LONG)
                except subprocess.TimeoutExpired:
                    process.kill()
                    raise
            said.seek(0)
            return process.returncode, said.read().decode("utf-8", "replace")

    def settle(self):
        """Until no program runs any more and the registry is written."""
        subprocess.run([SERVER, "-w"], env=self.environment, check=True, timeout=TOO_LONG)

    def end(self):
        subprocess.run([SERVER, "-k"], env=self.environment, check=False)

    def set_version(self, version):
        self.run("winecfg", "-v", version)
        self.settle()

    def registry(self):
        """{key: {value: what it is}} of all keys, as they stand in the files; HKLM and HKCU before each key."""
        self.settle()
        keys = {}
        for file, root in (("system.reg", "HKLM"), ("user.reg", "HKCU")):
            values = None
            for line in (self.place / "prefix" / file).read_text("utf-8", "replace").splitlines():
                if line.startswith("["):
                    name = line[1:line.rindex("]")].replace("\\\\", "\\")
                    values = keys.setdefault(f"{root}\\{name}", {})
                elif values is not None and line.startswith(('"', "@")):
                    name, _, value = line.partition("=")
                    values[name.strip('"')] = value.replace("\\\\", "\\").replace('\\"', '"').removeprefix('"').removesuffix('"')
        return keys

    def files(self):
        """What there is but for what Windows itself keeps."""
        self.settle()
        own = ("windows", "ProgramData/Microsoft")
        found = set()
        for path in self.folder.rglob("*"):
            name = path.relative_to(self.folder).as_posix()
            if not name.startswith(own) and "/Temp/" not in name:
                found.add(name)
        return found

    def of_windows(self, path):
        """What Windows calls a file or folder of Linux."""
        path = pathlib.Path(path).absolute()
        if path.is_relative_to(self.folder):
            return "C:\\" + str(path.relative_to(self.folder)).replace("/", "\\")
        return "Z:" + str(path).replace("/", "\\")
