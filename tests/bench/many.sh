#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# many.sh BUILD_DIR: what a hundred charts in one process cost, against gnuplot (Debian's gnuplot-qt), which draws the same table
# a hundred times in one process; and whether the memory stays that of one. Prints ratios and whether each keeps its limit.
set -eu

build=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
ninja -C "$build" tests/bench/many tests/bench/measure src/cli/nev-charts-cli >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
n=100

# judge WHAT VALUE LIMIT
judge ()
{
  verdict=$(awk -v value="$2" -v limit="$3" 'BEGIN { print value <= limit ? "PASS" : "FAIL" }')
  [ "$verdict" = PASS ] || failed=1
  printf '%s  %-44s %8s  (at most %s)\n' "$verdict" "$1" "$2" "$3"
}

"$build/src/cli/nev-charts-cli" data production-sales --format=csv >"$work/table.csv"

for format in png svg pdf; do
  theirs=$work/gnuplot.$format
  i=0
  echo "data='$work/table.csv'; out='$theirs'; kind='line'" >"$work/many.gnuplot"
  while [ $i -lt $n ]; do
    echo "load '$here/chart.gnuplot'; set output; reset" >>"$work/many.gnuplot"
    i=$((i + 1))
  done

  "$build/tests/bench/measure" "gnuplot=gnuplot '$work/many.gnuplot'" \
    "hundred='$build/tests/bench/many' $format line $n '$work/ours.$format'" >"$work/times"
  "$build/tests/bench/measure" "one='$build/tests/bench/many' $format line 1 '$work/ours.$format'" \
    "hundred='$build/tests/bench/many' $format line $n '$work/ours.$format'" >"$work/peaks"

  case $format in
    png) limit=0.25 ;;
    svg) limit=1.0 ;;
    pdf) limit=0.6 ;;
  esac

  judge "$n charts, $format: CPU time" "$(awk -F '\t' '$1 == "hundred" { print $5 }' "$work/times")" $limit
  judge "$n charts, $format: peak memory, of one" "$(awk -F '\t' '$1 == "hundred" { print $7 }' "$work/peaks")" 1.1
done

exit $failed
