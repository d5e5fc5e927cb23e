#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The man pages are sound, tell of every option and command that the programs have and of no other, and their
# example of a dataset can be read.
#
#   check-man.sh SOURCE-FOLDER NEV-CHARTS NEV-CHARTS-CLI
set -euo pipefail
export LC_ALL=C.UTF-8 LANGUAGE=

command -v mandoc >/dev/null || exit 77
man=$1/data/man src=$1/src/core app=$2 cli=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

mandoc -T lint -W warning "$man"/*.[15]

# The words of a page, without overstriking and hyphenation.
text () { mandoc -T utf8 -O width=1000 "$1" | sed 's/.\x08//g'; }

# The options that a --help lists, and those that a page speaks of.
of_help () { sed -nE 's/^ +(-[a-z]), (--[a-z-]+).*/\1\n\2/p; s/^ +(--[a-z-]+).*/\1/p' | sort -u; }
of_page () { text "$1" | grep -oE -- '(^|[ =[|])--?[a-z][a-z-]*' | tr -d ' =[|' | grep -E -- '^(--|-.$)' | sort -u; }

# same WHAT PAGE: standard input names what the page should
same () {
  diff - <(of_page "$2") || { echo "$2: (>) differs from $1 (<)" >&2; exit 1; }
}

"$app" --help-all | of_help | same "nev-charts --help-all" "$man/nev-charts.1"

commands=$("$cli" --help | sed -nE 's/^ +nev-charts-cli ([a-z]+) .*/\1/p' | sort)
test -n "$commands"
{
  echo --version
  for command in $commands; do "$cli" "$command" --help; done | of_help
} | sort -u | same "nev-charts-cli --help" "$man/nev-charts-cli.1"

diff <(echo "$commands") <(sed -nE 's/^\.It Cm ([a-z]+).*/\1/p' "$man/nev-charts-cli.1" | sort) ||
  { echo "nev-charts-cli.1: (>) has not the commands of --help (<)" >&2; exit 1; }

# Every word that an option can take stands in the page.
words=$(for command in $commands; do "$cli" "$command" --help; done | sed -nE 's/^ +--[a-z-]+=[^ ]+ +([a-z]+(-[a-z]+)*(, [a-z0-9-]+)+)$/\1/p' | tr -d ',' | tr ' ' '\n' | sort -u)
test -n "$words"
page=$(text "$man/nev-charts-cli.1")
for word in $words; do
  grep -qwF -- "$word" <<<"$page" || { echo "nev-charts-cli.1: nothing of $word" >&2; exit 1; }
done

# The limits of plain tables are those of the code.
# limit HEADER NAME: its first number, of those that are no part of a word
limit () { grep -E "^#define $2 " "$1" | sed -E "s/^#define [A-Z_]+ +(G_GUINT64_CONSTANT )?\\(?//" | grep -oE "^[0-9]+"; }
for page in "$man"/nev-charts-dataset{,.zh_CN}.5; do
  for number in "$(limit "$src/nev-import.h" NEV_IMPORT_MAX_BYTES)" "$(limit "$src/nev-import.h" NEV_IMPORT_MAX_ROWS)" \
    "$(limit "$src/nev-csv.h" NEV_CSV_MAX_COLUMNS)" "$(limit "$src/nev-csv.h" NEV_CSV_MAX_BYTES)" "$(limit "$src/nev-label.h" NEV_MAX_LINE)" \
    "$(limit "$src/nev-package.h" NEV_MIN_YEAR)" "$(limit "$src/nev-package.h" NEV_MAX_YEAR)"; do
    test -n "$number" && grep -qE "(^|[^0-9])$number([^0-9]|$)" "$page" || { echo "$page: nothing of the limit $number" >&2; exit 1; }
  done
done

# The example: descriptor, observations and sources are the three blocks behind its heading.
awk -v folder="$folder" '
  /^\.Sh/ { example = /EXAMPLES/ }
  example && /^\.Pa / { name = $2 }
  /^\.Ed/ { block = 0 }
  block && example { print > (folder "/" name) }
  /^\.Bd/ { block = 1 }' "$man/nev-charts-dataset.5"
"$cli" check "$folder"
"$cli" show sales 2023-06 --dataset "$folder" | grep -q '807,000 vehicles (derived'

# So does the one of a view.
awk '/^\.Ed/ { block = 0 } block { print } /^\.Bd/ { block = 1 }' "$man/nev-charts-view.5" > "$folder/a.nevview"
"$cli" data --view "$folder/a.nevview" | grep -q '^2023-Q1,'
