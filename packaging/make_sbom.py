#!/usr/bin/env python3
"""What a package is made of, as SPDX 2.3 (JSON): make_sbom.py PACKAGE FOLDER FILE

FOLDER holds what will be installed. Its programs name the libraries they are linked with; what of others is compiled in
or was made into tables stands below. The same input gives the same bytes: the time is SOURCE_DATE_EPOCH."""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import time

# By package: what no library of the system brings. Name, version's Debian package or none, licence.
HEADERS = {"nlohmann-json": ("nlohmann-json3-dev", "MIT")}
HEADERS_OF_SERVICE = {**HEADERS, "boost": ("libboost1.81-dev", "BSL-1.0")}
TABLES = {"municipality codes of Japan": "LicenseRef-PDL-1.0", "postal codes of Japan": "LicenseRef-none-claimed",
          "EquivalentUnifiedIdeograph": "Unicode-DFS-2016"}
COMPILED_IN = {"madoguchi": (HEADERS, TABLES), "madoguchi-backend": (HEADERS_OF_SERVICE, TABLES),
               "madoguchi-admin": (HEADERS_OF_SERVICE, TABLES), "madoguchi-virtualcard": ({}, {}),
               "madoguchi-check-pdf": ({}, {}), "madoguchi-read-heic": ({}, {})}
EXTRACTED = {"LicenseRef-PDL-1.0": "Public Data License (Version 1.0) of the Government of Japan",
             "LicenseRef-none-claimed": "Japan Post claims no copyright in its postal code data."}


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def libraries(program):
    """Debian package -> version, of each library that the program itself names."""
    named = re.findall(r"NEEDED\s+(\S+)", output("objdump", "-p", str(program)))
    found = dict(re.findall(r"(\S+) => (\S+)", output("ldd", str(program))))
    packages = {}
    for library in named:
        if library not in found:
            continue  # the loader
        path = os.path.realpath(found[library])
        for place in (path, path.removeprefix("/usr")):  # where /lib is a link to /usr/lib
            owner = subprocess.run(["dpkg-query", "-S", place], capture_output=True, text=True, check=False).stdout
            if owner:
                package = owner.split(":")[0]
                packages[package] = output("dpkg-query", "-W", "-f=${Version}\n", package).splitlines()[0]
                break
        else:
            sys.exit(f"{program}: {path} is of no package")
    return packages


def identity(text):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", text)


def package_of(name, version, licence):
    return {"SPDXID": identity(name), "name": name, "versionInfo": version or "NOASSERTION", "downloadLocation": "NOASSERTION",
            "filesAnalyzed": False, "licenseConcluded": licence, "licenseDeclared": licence, "copyrightText": "NOASSERTION"}


def main(package, folder, file):
    version = output("dpkg-parsechangelog", "-S", "Version").strip()
    programs = sorted(path for path in pathlib.Path(folder).glob("usr/bin/*"))
    linked = {}
    for program in programs:
        linked.update(libraries(program))
    headers, tables = COMPILED_IN[package]
    own = identity(package)
    packages = [package_of(package, version, "Apache-2.0")]
    relations = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": own}]

    def add(name, its_version, licence, how):
        packages.append(package_of(name, its_version, licence))
        relations.append({"spdxElementId": own, "relationshipType": how, "relatedSpdxElement": identity(name)})

    for name in sorted(linked):
        add(name, linked[name], "NOASSERTION", "DYNAMIC_LINK")
    for name, (debian, licence) in sorted(headers.items()):
        add(name, output("dpkg-query", "-W", "-f=${Version}", debian), licence, "STATIC_LINK")
    for name, licence in sorted(tables.items()):
        add(name, None, licence, "CONTAINS")
    files = []
    for program in programs:
        name = "/" + str(program.relative_to(folder))
        bytes_ = program.read_bytes()
        files.append({"SPDXID": identity("file" + name), "fileName": "." + name, "licenseConcluded": "Apache-2.0",
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
        "hasExtractedLicensingInfos": [{"licenseId": key, "extractedText": text} for key, text in EXTRACTED.items() if key in used],
    }
    digest = hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
    document["documentNamespace"] = f"https://madoguchi.example/spdx/{package}-{version}-{digest}"
    target = pathlib.Path(file)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    target.chmod(0o644)


if __name__ == "__main__":
    main(*sys.argv[1:])
