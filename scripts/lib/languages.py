"""The languages that the program is built with. Run as a program, this prints their tags."""

import json
import pathlib

from texts import without_ruby

LIST = pathlib.Path(__file__).resolve().parents[2] / "protocol" / "languages.json"

# By tag: what each calls itself, as its button in the window says it.
LANGUAGE_NAMES = {row["tag"]: without_ruby(row["name"]) for row in json.loads(LIST.read_text("utf-8"))}

if __name__ == "__main__":
    print(*LANGUAGE_NAMES)
