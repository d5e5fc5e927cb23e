#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Bash completes the commands, options, values and names that nev-charts-cli has, and no others.
#
#   check-completion.sh SOURCE-FOLDER NEV-CHARTS-CLI
set -euo pipefail
export LC_ALL=C.UTF-8 LANGUAGE=

cli=$2
source "$1/data/completions/nev-charts-cli"
status=0

# Bash runs it within a completion; here there is none whose options could change.
compopt () { true; }

# completes WORD...: what is offered for the last word, sorted, in one line
completes () {
  COMP_WORDS=("$cli" "$@")
  COMP_CWORD=$#
  _nev_charts_cli
  printf '%s\n' "${COMPREPLY[@]}" | sort | tr '\n' ' ' | sed 's/ $//'
}

# expect ANSWER WORD...
expect () {
  local wanted=$1 found
  shift
  found=$(completes "$@")
  test "$found" = "$wanted" || { echo "nev-charts-cli $*: expected “$wanted”, found “$found”" >&2; status=1; }
}

sorted () { sort | tr '\n' ' ' | sed 's/ $//'; }

# The options of a --help, with "=" where they take a value.
of_help () { sed -nE 's/^ +(-[a-z], )?(--[a-z-]+=?).*/\2/p' | sorted; }

# What the help says.
commands=$("$cli" --help | sed -nE 's/^ +nev-charts-cli ([a-z]+) .*/\1/p')
expect "$(sorted <<<"$commands")" ''
for command in $commands; do
  expect "$("$cli" "$command" --help | of_help)" "$command" -

  # An option whose help is a list of words takes one of them.
  while read -r option words; do
    expect "$(tr -d , <<<"$words" | tr ' ' '\n' | sorted)" "$command" "$option" = ''
    expect "$(tr -d , <<<"$words" | tr ' ' '\n' | sorted)" "$command" "$option" ''
  done < <("$cli" "$command" --help | sed -nE 's/^ +(--[a-z-]+)=[^ ]+ +(.*: )?([a-z]+([_-][a-zA-Z]+)*(, [a-zA-Z0-9_-]+)+)$/\1 \3/p')
done
expect '--help --version' -
expect '--focus= --footnote= --format= --frequency= --from=' data exports --f

# Names come from the dataset.
expect 'charging-points exports market-share production-sales' data ''
expect 'market-share' export exports m
expect 'nev_exports nev_production nev_sales nev_share' show nev_
expect '' show nev_sales 2023
expect '' data exports --from = ''
expect 'nev_sales,auto_exports nev_sales,auto_production nev_sales,auto_sales' data production-sales --series = nev_sales,auto_
expect 'auto_sales' data production-sales --focus = auto_s
expect 'png,svg' export exports --format = png,s
expect 'market-share' export --mark = line m
expect 'market-share' export -o x.png m

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/datapackage.json" <<'JSON'
{"name": "other", "resources": [{"name": "observations", "data": []}, {"name": "sources", "data": []}],
 "series": [{"name": "apples", "kind": "flow", "unit": "apples"}, {"name": "pears", "kind": "flow", "unit": "pears"}]}
JSON
expect 'apples pears' show --dataset = "$folder" ''
expect 'pears' show --dataset "$folder" p
expect '' show --dataset "$folder/nowhere" p
expect "$folder/datapackage.json" check "$folder/"

exit $status
