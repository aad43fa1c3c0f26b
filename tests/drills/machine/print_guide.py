#!/usr/bin/env python3
"""In the machine: a visitor of a kiosk prints the guide, without a question, on the queue that the policy names. print_guide.py FOLDER QUEUE"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "scripts" / "lib"))

from accessible import Window  # noqa: E402
from languages import LANGUAGE_NAMES  # noqa: E402
from stack import Stack  # noqa: E402
from texts import Texts  # noqa: E402

LANGUAGE = "en"


def main():
    folder, queue = pathlib.Path(sys.argv[1]), sys.argv[2]
    texts = Texts(LANGUAGE)
    with Stack("/usr/bin", folder, person="maria", language=LANGUAGE, card="pcsc", headless=True) as stack:
        policy = folder / "client.json"
        # The guide needs no service, and nobody is there who could answer whether they are still there.
        policy.write_text(json.dumps({"server": "https://localhost:9",
                                      "kiosk": {"printer": queue, "pagesPerVisit": 100, "idleSeconds": 1800}}))
        stack.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        stack.start_display()
        stack.start_process("client", [stack.binaries / "madoguchi", "--kiosk", "--policy", policy])
        shell = stack.pid("client")
        window = Window(check_alive=stack.check_client, pid=shell)
        window.press("button", pattern=f"^{LANGUAGE_NAMES[LANGUAGE]}\\s")
        children = pathlib.Path(f"/proc/{shell}/task/{shell}/children")
        visit = Window(check_alive=stack.check_client, pid=int(window.wait(lambda: children.read_text().split(), "a visit")[0]))
        visit.press("button", texts["help.open"])
        visit.press("button", texts["help.guide.print"])
        visit.find("label", texts["help.guide.printed"])


if __name__ == "__main__":
    main()
