"""The arrows between folders (includes.py): the code keeps them, and what does not keep them is found."""

import pathlib
import tempfile
import unittest

import includes

DOCUMENT = """# A house
```includes
core:
kit: core
rooms/*: core
rooms/*/pages: rooms/* kit
main/.: core kit rooms/* rooms/*/pages
```
"""
HOUSE = {
    "core/a.h": "",
    "core/b.h": '#include "core/a.h"',
    "kit/page.h": '#include "core/b.h"\n#include <QWidget>',
    "rooms/home/flow.h": '#include "core/a.h"',
    "rooms/home/inner/deep.h": '#include "rooms/home/flow.h"\n#include "core/a.h"',
    "rooms/home/pages/top.cpp": '#include "rooms/home/flow.h"\n#include "kit/page.h"\n#include "embedded/table.h"',
    "rooms/login/flow.h": "",
    "main/main.cpp": "\n".join(f'#include "{name}"' for name in (
        "core/a.h", "kit/page.h", "rooms/home/flow.h", "rooms/login/flow.h", "rooms/login/pages/pin.h")),
    "rooms/login/pages/pin.h": "",
}


def complaints(changes, document=DOCUMENT):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (HOUSE | changes).items():
            file = pathlib.Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text + "\n")
        return includes.complaints(pathlib.Path(folder), document)


class Includes(unittest.TestCase):
    def expect(self, words, changes, document=DOCUMENT):
        found = complaints(changes, document)
        self.assertEqual(len(found), 1, found)
        for word in words:
            self.assertIn(word, found[0])

    def test_the_code_keeps_the_arrows(self):
        document = (includes.ROOT / "ARCHITECTURE.md").read_text("utf-8")
        self.assertEqual(includes.complaints(includes.ROOT, document), [])

    def test_a_house_that_keeps_them_is_left_alone(self):
        self.assertEqual(complaints({}), [])

    def test_a_wrong_include_is_named(self):
        self.expect(["core/c.h", "kit/page.h", "from core to kit"], {"core/c.h": '#include "kit/page.h"'})
        self.expect(["rooms/home/flow.h", "kit/page.h"], {"rooms/home/flow.h": '  #  include "kit/page.h"'})

    def test_no_room_includes_another(self):
        self.expect(["rooms/home/pages/news.cpp", "rooms/login/flow.h"],
                    {"rooms/home/pages/news.cpp": '#include "rooms/login/flow.h"'})
        self.expect(["rooms/login/flow.h", "rooms/home/flow.h"],
                    {"rooms/login/flow.h": '#include "rooms/home/flow.h"'})

    def test_a_circle_of_headers_is_named(self):
        self.expect(["circle of includes", "core/a.h -> core/b.h -> core/a.h"], {"core/a.h": '#include "core/b.h"'})

    def test_a_circle_in_the_list_is_named(self):
        found = complaints({}, DOCUMENT.replace("core:\n", "core: kit\n"))
        self.assertIn("a circle in the list: core -> kit -> core", found)

    def test_an_arrow_that_nothing_needs_is_named(self):
        self.expect(["rooms/*", "to kit"], {}, DOCUMENT.replace("rooms/*: core", "rooms/*: core kit"))

    def test_a_folder_without_a_line_is_named(self):
        self.expect(["attic/old.h", "no line"], {"attic/old.h": ""}, DOCUMENT.replace("kit: ", "attic/new:\nkit: "))
        self.assertIn("kit: what is cellar? No line of the list",
                      complaints({}, DOCUMENT.replace("kit: core", "kit: core cellar")))

    def test_a_folder_whose_line_is_for_its_own_files_says_nothing_of_those_in_it(self):
        self.expect(["main/more/new.cpp", "no line"], {"main/more/new.cpp": ""})

    def test_an_include_of_what_is_not_there_is_named(self):
        self.expect(["kit/row.h", "core/gone.h"], {"kit/row.h": '#include "core/gone.h"'})
        self.expect(["kit/row.h", "a.h"], {"kit/row.h": '#include "a.h"'})


if __name__ == "__main__":
    unittest.main()
