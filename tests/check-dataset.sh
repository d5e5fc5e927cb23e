#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The datasets that come with the program keep the schema of the descriptor; what the schema refuses the program refuses
# too; the example can be maintained as its README says.
#
#   check-dataset.sh SOURCE-FOLDER NEV-CHARTS-CLI
set -euo pipefail
export LC_ALL=C.UTF-8 LANGUAGE=

source=$1 cli=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

/usr/bin/python3 - "$source" "$cli" "$folder" <<'PYTHON'
import copy, json, pathlib, shutil, subprocess, sys
import jsonschema

source, cli, folder = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
schema = json.loads((source / "data/datapackage.schema.json").read_text())
validator = jsonschema.Draft7Validator(schema)
validator.check_schema(schema)

for name in ("china-nev", "example"):
    descriptor = json.loads((source / "data" / name / "datapackage.json").read_text())
    for error in validator.iter_errors(descriptor):
        sys.exit(f"{name}: {list(error.path)}: {error.message}")

example = source / "data/example"
good = json.loads((example / "datapackage.json").read_text())


def change(*path, value=None, delete=False):
    descriptor = copy.deepcopy(good)
    place = descriptor
    for step in path[:-1]:
        place = place[step]
    if delete:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return descriptor


bad = [
    change("name", delete=True),
    change("name", value="two words"),
    change("name", value="-x"),
    change("title", value=3),
    change("version", value=1),
    change("series", value=[]),
    change("series", delete=True),
    change("resources", delete=True),
    change("resources", value=[]),
    change("resources", 0, "path", delete=True),
    change("resources", 0, "data", value=[]),
    change("resources", 0, "path", value="../observations.csv"),
    change("resources", 0, "path", value="/etc/passwd"),
    change("resources", 1, "name", value="pages"),
    change("publishers", 0, "name", delete=True),
    change("series", 0, "kind", value="stok"),
    change("series", 0, "kind", delete=True),
    change("series", 0, "unit", delete=True),
    change("series", 0, "stock", value=3),
    change("series", 2, "denominator", delete=True),
    change("series", 2, "unit", value="bicycles"),
    change("notes", 0, "period", value="2024-13"),
    change("notes", 0, "text", delete=True),
    change("views", 0, "title", delete=True),
    change("views", 0, "spec", delete=True),
    change("views", 0, "spec", "frequency", value="week"),
    change("views", 0, "spec", "panels", value=[]),
    change("views", 0, "spec", "panels", 0, "series", value=[]),
    change("views", 0, "spec", "panels", 0, "measure", value="growth"),
    change("views", 0, "spec", "panels", 0, "mark", value="pie"),
    change("highlights", 0, "title", delete=True),
]

table = {
    "name": "table",
    "resources": [{"name": "table", "path": "t.csv", "encoding": "UTF-8", "dialect": {"delimiter": ";"},
                   "table": {"decimal": "comma", "dateOrder": "day-month", "layout": "wide", "kind": "flow"}}],
}
(folder / "table").mkdir()
(folder / "table" / "t.csv").write_text("month;A\n1/2/2023;1,234\n1/3/2023;2,345\n")


def run_table(descriptor):
    (folder / "table" / "datapackage.json").write_text(json.dumps(descriptor))
    return subprocess.run([cli, "show", "a", "2023-02", "--dataset", folder / "table"], capture_output=True, text=True)


validator.validate(table)
if " 1.234" not in f" {run_table(table).stdout}":
    sys.exit(f"the table isn't read as described: {run_table(table)}")

for path, value in (
    (("dialect", "delimiter"), ":"), (("table", "decimal"), "dot"), (("table", "dateOrder"), "year"),
    (("table", "layout"), "tall"), (("table", "kind"), "sum"), (("table",), "wide"), (("path",), "../t.csv"),
):
    descriptor = copy.deepcopy(table)
    place = descriptor["resources"][0]
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    if validator.is_valid(descriptor):
        sys.exit(f"{path}: the schema lets {value} pass")
    if run_table(descriptor).returncode != 1:
        sys.exit(f"{path}: the program lets {value} pass")

for i, descriptor in enumerate(bad):
    copied = folder / str(i)
    shutil.copytree(example, copied)
    (copied / "datapackage.json").write_text(json.dumps(descriptor))
    if validator.is_valid(descriptor):
        sys.exit(f"descriptor {i}: the schema lets it pass")
    if subprocess.run([cli, "check", copied], capture_output=True).returncode != 1:
        sys.exit(f"descriptor {i}: the program lets it pass")
PYTHON

cp -r "$source/data/example" "$folder/example"
example=$folder/example
"$cli" check "$example" | grep -qx 'Errors: 0, contradictions: 0'
"$cli" append "$example" "$example/facts-2024-03.csv" "--sources=$example/sources-2024-03.csv" | grep -q '^Facts added: 2,'
"$cli" show sales 2024-03 --dataset "$example" | grep -q '380 bicycles (derived'
"$cli" append "$example" "$example/facts-2024-03.csv" "--sources=$example/sources-2024-03.csv" --undo >"$folder/undone"
diff -r "$source/data/example" "$example"
