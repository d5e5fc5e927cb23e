#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The fonts that come along have every Chinese character that the dataset and the translation use.
# If one is missing: data/fonts/make.
#
#   check-fonts.sh SOURCE-FOLDER
set -euo pipefail

cd "$1"

# Four hexadecimal digits or more of each character from U+3000 on, once.
used=$(cat data/china-nev/*.json data/china-nev/*.csv po/zh_CN.po data/*.in |
  iconv -f UTF-8 -t UTF-32BE | od -An -v -w4 -tx1 | tr -d ' ' | sed 's/^0*//' |
  awk 'length($0) > 4 || (length($0) == 4 && $0 >= "3000")' | sort -u)

for font in data/fonts/*.otf; do
  had=$(fc-query --format '%{charset}' "$font")
  missing=$(awk -v ranges="$had" '
    function number (hex,   i, n) { n = 0; for (i = 1; i <= length(hex); i++) n = n * 16 + index("0123456789abcdef", substr(hex, i, 1)) - 1; return n }
    BEGIN {
      n = split(ranges, range, " ")
      for (i = 1; i <= n; i++) {
        split(range[i], ends, "-")
        for (c = number(ends[1]); c <= number(ends[2] != "" ? ends[2] : ends[1]); c++) has[c] = 1
      }
    }
    !(number($0) in has) { printf "U+%s ", toupper($0) }' <<<"$used")
  test -z "$missing" || { echo "$font lacks $missing" >&2; exit 1; }
done
test "$(wc -w <<<"$used")" -gt 300
