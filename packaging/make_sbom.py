#!/usr/bin/env python3
"""What a package is made of, as SPDX 2.3 (JSON): make_sbom.py PACKAGE FOLDER FILE

FOLDER holds what will be installed. What is in its programs, or linked with them, stands in resources/components; where a
program names other libraries than these, nothing is made. The same input gives the same bytes: the time is
SOURCE_DATE_EPOCH."""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
COMPONENTS = json.loads((ROOT / "resources" / "components" / "components.json").read_text("utf-8"))
RELATIONS = {"library": "DYNAMIC_LINK", "loaded": "DYNAMIC_LINK", "compiledIn": "STATIC_LINK", "table": "CONTAINS"}


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def libraries(program):
    """The Debian packages of the libraries that the program itself names."""
    named = re.findall(r"NEEDED\s+(\S+)", output("objdump", "-p", str(program)))
    found = dict(re.findall(r"(\S+) => (\S+)", output("ldd", str(program))))
    # The loader is named and not found. Where /lib is a link to /usr/lib, packages call it either.
    paths = [os.path.realpath(found[library]) for library in named if library in found]
    owners = subprocess.run(["dpkg-query", "-S", *paths, *(path.removeprefix("/usr") for path in paths)],
                            capture_output=True, text=True, check=False).stdout
    owner = {path.removeprefix("/usr"): package for package, path in re.findall(r"(?m)^([^:\n]+)(?::\w+)?: (\S+)$", owners)}
    for path in paths:
        if path.removeprefix("/usr") not in owner:
            sys.exit(f"{program}: {path} is of no package")
    return sorted({owner[path.removeprefix("/usr")] for path in paths})


def components_of(program):
    """What is listed for a program of this name."""
    return [one for one in COMPONENTS["components"] if program in one["programs"]]


def is_listed_and_no_more(program, linked):
    """Whether the list names the Debian packages of a program's libraries, and no others."""
    listed = {debian for one in components_of(program) if one["use"] == "library" for debian in one["debian"]}
    return listed == set(linked), f"{program} is linked with {linked}, and components.json has {sorted(listed)}"


def identity(text):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", text)


def package_of(name, version, licence, holder="NOASSERTION", source=None):
    package = {"SPDXID": identity(name), "name": name, "versionInfo": version or "NOASSERTION", "downloadLocation": "NOASSERTION",
               "filesAnalyzed": False, "licenseConcluded": licence, "licenseDeclared": licence, "copyrightText": holder}
    return {**package, "homepage": source} if source else package


def main(package, folder, file):
    version = output("dpkg-parsechangelog", "-S", "Version").strip()
    programs = sorted(path for path in pathlib.Path(folder).glob("usr/bin/*"))
    components = {}
    for program in programs:
        if program.read_bytes()[:4] != b"\x7fELF":
            continue  # a script
        listed, difference = is_listed_and_no_more(program.name, libraries(program))
        if not listed:
            sys.exit(difference)
        components.update((one["name"], one) for one in components_of(program.name))
    own = identity(package)
    packages = [package_of(package, version, COMPONENTS["licence"], source=COMPONENTS["source"])]
    relations = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": own}]
    for name, one in sorted(components.items()):
        # A component is what its project calls so; its versions are those of the packages that it came from.
        for debian in one["debian"] or [None]:
            its_version = output("dpkg-query", "-W", "-f=${Version}\n", debian).splitlines()[0] if debian else None
            its_name = debian or name
            packages.append(package_of(its_name, its_version, one["licence"], one["copyright"], one["source"]))
            relations.append({"spdxElementId": own, "relationshipType": RELATIONS[one["use"]],
                              "relatedSpdxElement": identity(its_name)})
    files = []
    for program in programs:
        name = "/" + str(program.relative_to(folder))
        bytes_ = program.read_bytes()
        files.append({"SPDXID": identity("file" + name), "fileName": "." + name, "licenseConcluded": COMPONENTS["licence"],
                      "copyrightText": "NOASSERTION",
                      "checksums": [{"algorithm": kind.upper(), "checksumValue": hashlib.new(kind, bytes_).hexdigest()}
                                    for kind in ("sha1", "sha256")]})
        relations.append({"spdxElementId": own, "relationshipType": "CONTAINS",
                          "relatedSpdxElement": identity("file" + name)})
    used = {one["licenseDeclared"] for one in packages}
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"{package}-{version}",
        "creationInfo": {"created": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(epoch)),
                         "creators": ["Tool: madoguchi-make_sbom"]},
        "packages": packages, "files": files, "relationships": relations,
        "hasExtractedLicensingInfos": [{"licenseId": key, "extractedText": text} for key, text in COMPONENTS["licences"].items()
                                       if key in used and key.startswith("LicenseRef-")],
    }
    digest = hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
    document["documentNamespace"] = f"https://madoguchi.example/spdx/{package}-{version}-{digest}"
    target = pathlib.Path(file)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    target.chmod(0o644)


if __name__ == "__main__":
    main(*sys.argv[1:])
