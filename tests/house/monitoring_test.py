#!/usr/bin/env python3
"""What the example dashboard and the alert rules ask for is what the service offers: names, labels, endpoints, reasons and
events of the log."""

import json
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging" / "backend" / "monitoring"


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def metrics():
    """The labels of each metric, and whether it is a histogram."""
    found = {}
    kinds = re.findall(r"MetricKind k\w+\{(.*?)\};", read("backend/core/metrics.h"), re.S)
    for kind in kinds:
        name = re.search(r'"(madoguchi_\w+)"', kind)[1]
        labels = re.search(r"\{([^{}]*)\}\s*$", kind)
        found[name] = set(re.findall(r'"(\w+)"', labels[1] if labels else ""))
        if "MetricType::histogram" in kind:
            bare = found.pop(name)
            found.update({name + "_bucket": bare | {"le"}, name + "_sum": bare, name + "_count": bare})
    return found


def dashboard_queries():
    panels = json.loads((FOLDER / "dashboard.json").read_text(encoding="utf-8"))["panels"]
    return [target["expr"] for panel in panels for target in panel["targets"]]


def alert_queries():
    return re.findall(r"^\s+expr: (.*)$", (FOLDER / "alerts.yml").read_text(encoding="utf-8"), re.M)


SELECTOR = re.compile(r"(madoguchi_\w+)(?:\{([^}]*)\})?")
MATCHER = re.compile(r'(\w+)(=~|!~|!=|=)"([^"]*)"')


def values(label):
    """The values that a label can have, as far as the code names them."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "backend").rglob("*.cpp"))
    if label == "route":
        paths = json.loads(read("backend/openapi.json"))["paths"]
        return [f"{method.upper()} {path}" for path, methods in paths.items() for method in methods]
    if label == "reason":
        return ["", *re.findall(r'"(\w+)"', read("protocol/refusal.h"))]
    return {"event": re.findall(r'"(\w+)"', code), "level": ["info", "error"],
            "status": ["200", "201", "500", "503"]}[label]


class Monitoring(unittest.TestCase):
    def test_asks_for_metrics_and_labels_that_there_are(self):
        offered = metrics()
        self.assertGreater(len(offered), 10)
        for query in dashboard_queries() + alert_queries():
            for name, matchers in SELECTOR.findall(query):
                self.assertIn(name, offered, query)
                for label, kind, value in MATCHER.findall(matchers):
                    self.assertIn(label, offered[name], query)
                    fits = [one for one in values(label) if re.fullmatch(value, one)]
                    self.assertTrue(fits or kind in ("!=", "!~"), f"nothing is {label}={value!r} in {query}")
            names = [name for name, _ in SELECTOR.findall(query)]
            for group in re.findall(r"by \(([^)]*)\)", query):
                for label in re.split(r",\s*", group):
                    self.assertTrue(label == "instance" or any(label in offered[name] for name in names), query)

    def test_what_is_to_alert_at_once_is_counted_from_the_start(self):
        begun = re.search(r"kAlertingEvents = \{(.*?)\};", read("backend/main.cpp"), re.S)[1]
        alerting = [event for query in alert_queries() if re.search(r"> [0-9]$", query)
                    for events in re.findall(r'event=~?"([^"]*)"', query) for event in events.split("|")]
        self.assertGreater(len(alerting), 5)
        self.assertEqual(sorted(alerting), sorted(re.findall(r'"(\w+)"', begun)))

    def test_what_is_to_alert_at_once_is_counted_from_its_first_refusal(self):
        # Which endpoints refuse with a reason is not known from the start: a row that has come since counts as an increase.
        alerting = [query for query in alert_queries()
                    if re.search(r"\breason=", query) and re.search(r"> 0(?![.\d])", query)]
        self.assertTrue(alerting)
        for query in alerting:
            increase = re.match(r"increase\((\w+\{[^}]*\})\[(\w+)\]\) > 0 or ", query)
            self.assertTrue(increase, query)
            row, window = increase.groups()
            self.assertEqual(query[increase.end():], f"({row} unless {row} offset {window})")

    def test_every_metric_is_on_the_dashboard(self):
        shown = " ".join(dashboard_queries())
        for name in metrics():
            if not name.endswith(("_sum", "_count")):
                self.assertIn(name, shown)

    def test_every_alert_is_in_the_handbook(self):
        handbook = read("docs/operation.md")
        alerts = re.findall(r"- alert: (\w+)", (FOLDER / "alerts.yml").read_text(encoding="utf-8"))
        self.assertEqual(len(alerts), len(alert_queries()))
        for alert in alerts:
            self.assertIn(f"`{alert}`", handbook)


if __name__ == "__main__":
    unittest.main()
