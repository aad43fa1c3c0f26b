#!/usr/bin/python3
"""Looks at how PostgreSQL planned all statements of the service, which private-postgresql --explain has logged.

usage: check_plans.py LOG BACKEND

Fails where a table that grows was read from one end to the other, which the server did only where no index served:
it was told so. Fails where the words of SQL that the statements and the schema are made of are not those that
docs/scaling.md lists, which says how other engines take them.
"""

import collections
import pathlib
import re
import sys

# One row, or one for each step of the schema.
FIXED = {"probe", "schema_version", "database_age"}
SERVICE = "madoguchi@"
# What `madoguchi-admin statistics` counts, which an operator asks for now and then: it has to look at all.
STATISTICS = re.compile(r"SELECT (\w+), COUNT\(\*\) FROM (accounts|outbox) GROUP BY \1"
                        r"|SELECT COUNT\(\*\) FROM accounts WHERE (created_at|password_set_at) > \$1"
                        # `data-keys list` and `remove`, likewise.
                        r"|SELECT (\w*key_id), COUNT\(\*\) FROM \w+ GROUP BY \4")

log, backend = map(pathlib.Path, sys.argv[1:])
entries = re.split(r"^(?=[^@\n]*@[A-Z]+: )", log.read_text(errors="replace"), flags=re.MULTILINE)
plans = collections.defaultdict(set)
for entry in entries:
    found = re.match(re.escape(SERVICE) + r"LOG: .* plan:\n\tQuery Text: (.*?)\n(\t\S.*?cost=.*)", entry, re.DOTALL)
    if found:
        plans[" ".join(found[1].split())].add(found[2])


def whole_reads(plan):
    """Tables that are read whole."""
    nodes = re.split(r"\n\t +-> +", plan)
    for above, node in zip(["", *nodes], nodes):
        table = re.search(r"(Seq Scan|Index(?: Only)? Scan)[^(\n]* on (\w+)", node)
        # The first few by an index, which is read no further.
        first = above.lstrip().startswith("Limit") and "Filter:" not in node
        if table and table[2] not in FIXED and (
                table[1] == "Seq Scan" or ("Index Cond:" not in node and not first)):
            yield table[2]


# What a step of the schema does once may read all.
once = re.sub(r'"\s*\n\s*"', "", (backend / "storage/migrations.cpp").read_text()).replace('\\"', '"')
problems = sorted({f"reads all of {table}: {query}" for query, found in plans.items() for plan in found
                   for table in whole_reads(plan) if query not in once and not STATISTICS.fullmatch(query)})

# The server's own questions about keys of other tables say ONLY.
said = [query for query in plans if "FROM ONLY" not in query]
said += re.findall(r'"((?:[^"\\]|\\.)*)"', re.sub(r"//.*", "", (backend / "storage/migrations.cpp").read_text()))
words = {word for query in said for word in re.findall(r"\b[A-Z]{2,}\b", re.sub(r"'[^']*'", "", query))}
listed = re.search(r"^```words\n(.*?)^```$", (backend.parent / "docs/scaling.md").read_text(), re.M | re.S)
problems += [f"{word} is not among the words of docs/scaling.md" for word in sorted(words - set(listed[1].split()))]
problems += [f"no statement says {word}, which docs/scaling.md lists" for word in sorted(set(listed[1].split()) - words)]

FEWEST = 40   # fewer would mean that the log was not understood
if len(plans) < FEWEST:
    problems.append(f"has the plans of {len(plans)} statements only")

print("\n".join(problems) or f"{len(plans)} statements read by index")
sys.exit(1 if problems else 0)
