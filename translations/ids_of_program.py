"""Which texts the program asks for, read from its sources.

Most ids stand whole in the code. Some are put together, "failure.%1.title" from the name of a failure; what these
are put together from is read here as well, and a list that cannot be read raises: nothing may escape the check of
the texts because its list was written in another way."""

import json
import re


class Unreadable(Exception):
    """A list of the program that is not where, or not as, this module looks for it."""


def without_comments(code):
    return re.sub(r"^\s*//.*$", "", code, flags=re.M)


def sources(folder):
    for ending in ("*.cpp", "*.h"):
        for path in sorted(folder.rglob(ending)):
            yield path, without_comments(path.read_text("utf-8"))


def enumerators(root, path, name):
    """The names of an enumeration, as they stand in a header."""
    found = re.search(rf"enum class {name}\b[^{{]*\{{(.*?)\}};", (root / path).read_text("utf-8"), re.S)
    names = re.findall(r"^\s*(\w+)", re.sub(r"//.*", "", found[1]).replace(",", "\n"), re.M) if found else []
    if not names:
        raise Unreadable(f"{path}: no enumeration {name}")
    return names


def failure_names(root):
    """The names of all failures. Each enumerator has to have its row in the table."""
    path = "app/core/failure_code.cpp"
    rows = dict(re.findall(r'\{\s*FailureCode::(\w+)\s*,\s*"[^"]*"\s*,\s*"(\w+)"\s*[,}]', (root / path).read_text("utf-8")))
    for code in enumerators(root, "app/core/failure_code.h", "FailureCode"):
        if code not in rows:
            raise Unreadable(f"{path}: no row of {code}")
        if code != "none":
            yield rows[code]


def objects(node):
    """Every object of a JSON value."""
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from objects(child)


def forms_of(root):
    for path in sorted((root / "resources/forms").glob("*.json")):
        if not path.name.endswith(".schema.json"):
            yield json.loads(path.read_text("utf-8"))


def ids_of_contents(contents, group=""):
    """Of fields, and of groups with theirs (app/kit/form/form_texts.h)."""
    for one in contents:
        if "group" in one:
            yield from (f"group.{one['group']}.{part}" for part in ("title", "row", "add"))
            yield from ids_of_contents(one["contents"], f"{one['group']}.")
        elif "type" in one:
            yield from (f"field.{group}{one['id']}.{part}" for part in ("label", "hint"))
            for choice in one.get("choices", ["true"] if one["type"] == "consent" else []):
                yield f"value.{group}{one['id']}.{choice['value'] if isinstance(choice, dict) else choice}"
            if "unit" in one:
                yield f"unit.{one['unit']}"


def ids_of_form(form):
    """All that a form is shown with, but for its message codes."""
    yield from ("value.yesNo.yes", "value.yesNo.no")
    for page in form["pages"]:
        if len(form["pages"]) > 1:
            yield f"page.{form['form']}.{page['id']}.title"
        for section in page["sections"]:
            if len(page["sections"]) > 1:
                yield f"section.{form['form']}.{section['id']}.title"
            yield from ids_of_contents(section["contents"])


def optional_ids_of_form(form):
    """What a form may say of its own: of a file, what is taken for it."""
    def files_of(contents):
        return [{**one, "contents": files_of(one["contents"])} if "group" in one else one for one in contents
                if "group" in one or one.get("type") == "attachment"]

    for page in form["pages"]:
        for section in page["sections"]:
            for identity in ids_of_contents(files_of(section["contents"])):
                start, _, end = identity.rpartition(".")
                if end == "hint":
                    yield f"{start}.takes"


def codes_of_form(form):
    for one in objects(form):
        yield from one.get("codes", {}).values()
        if isinstance(one.get("code"), str):
            yield one["code"]


def message_codes(root):
    """The codes of messages that forms and the service can say: the Agency's, and ours where it has none."""
    found = set()
    for form in forms_of(root):
        found.update(codes_of_form(form))
    for folder in ("backend", "forms", "protocol"):
        for _, code in sources(root / folder):
            found.update(re.findall(r'"(WZBAM\d{3}E)"', code))
    return sorted(found)


def numbers_of_table(root, path, name):
    found = re.search(rf"\b{name} = \{{(.*?)\}}\}};", (root / path).read_text("utf-8"), re.S)
    if not found:
        raise Unreadable(f"{path}: no table {name}")
    return sorted(set(re.findall(r",\s*(\d+)\}", found[1] + "}")))


def composed_ids(root):
    """Ids that the program puts together."""
    for name in failure_names(root):
        yield from (f"failure.{name}.{part}" for part in ("title", "text", "remedy"))
    for form in forms_of(root):
        yield from ids_of_form(form)
    for code in message_codes(root):
        yield f"fieldError.{code}"
        yield from (f"message.{code}.{part}" for part in ("text", "remedy"))
    checks = "app/rooms/selfcheck/self_check_items.h"
    for check in enumerators(root, checks, "CheckId"):
        yield from (f"selfCheck.{check}.{part}" for part in ("title", "good"))
    for verdict in enumerators(root, checks, "Verdict"):
        yield f"selfCheck.verdict.{verdict}"
        if verdict != "notChecked":  # never of all checks together
            yield f"selfCheck.whole.{verdict}"
    details = (root / "app/rooms/selfcheck/pages/self_check_texts.cpp").read_text("utf-8")
    for key in re.findall(r'(?:\b(?:label|line|certificateLine)\(l\(|addIfAny\(lines, [\w.()]+, )"([\w.]+)"', details):
        yield f"selfCheck.detail.{key}"
    agents = "forms/rules/agent_certificate_number.cpp"
    yield from (f"agent.office.{number}" for number in numbers_of_table(root, agents, "kOffices"))
    yield from (f"agent.class.{number}" for number in numbers_of_table(root, agents, "kClasses"))


def whole_ids(root, known):
    """Ids that stand whole in the code: what qtTrId() is asked for, and what looks like an id in tables of them."""
    families = {identity.split(".")[0] for identity in known}
    for _, code in sources(root / "app"):
        for call in re.finditer(r"qtTrId\(", code):
            end = call.end()
            depth = 1
            while depth:
                depth += {"(": 1, ")": -1}.get(code[end], 0)
                end += 1
            yield from re.findall(r'"([A-Za-z0-9]+(?:\.[A-Za-z0-9]+)+)"', code[call.end():end])
        # Names of widgets look the same.
        named = re.compile(r"(?:setObjectName|named)\(\s*(?:QStringLiteral\()?$")
        for literal in re.finditer(r'"(([a-z][A-Za-z0-9]*)(?:\.[A-Za-z0-9]+)+)"', code):
            if literal[2] in families and not named.search(code[:literal.start()]):
                yield literal[1]


def literals(root):
    return {one for _, code in sources(root / "app") for one in re.findall(r'"([A-Za-z0-9.%]+)"', code)}


class Patterns:
    """What the code makes ids with: "a.%1.b" for all a.x.b, "a.b." for all that begin so, ".c" for a variant."""

    def __init__(self, root):
        self.literals = literals(root)
        self.families = {
            one: re.compile(re.sub(r"%\d", "[^.]+", one.replace(".", r"\.")) + (".+" if one.endswith(".") else ""))
            for one in self.literals if "." in one[1:] and ("%" in one or one.endswith("."))}
        self._suffixes = tuple(one for one in self.literals if one.startswith(".") and len(one) > 1)

    def use(self, identity):
        if identity in self.literals or any(one.fullmatch(identity) for one in self.families.values()):
            return True
        return any(identity.endswith(end) and self.use(identity[: -len(end)]) for end in self._suffixes)
