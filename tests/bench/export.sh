#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# export.sh BUILD_DIR: what one exported chart costs, against gnuplot with the same table and the same size of picture.
# Needs valgrind and Debian's gnuplot, that is gnuplot-qt; gnuplot-nox starts with half the instructions.
# Prints ratios and whether each keeps its limit; fails if one doesn't.
set -eu

build=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
ninja -C "$build" tests/bench/measure src/cli/nev-charts-cli >&2
cli=$build/src/cli/nev-charts-cli
measure=$build/tests/bench/measure
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# judge WHAT VALUE LIMIT
judge ()
{
  verdict=$(awk -v value="$2" -v limit="$3" 'BEGIN { print value <= limit ? "PASS" : "FAIL" }')
  [ "$verdict" = PASS ] || failed=1
  printf '%s  %-44s %8s  (at most %s)\n' "$verdict" "$1" "$2" "$3"
}

ratio ()
{
  awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f\n", a / b }'
}

# count COMMAND...: the instructions that it takes
count ()
{
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null | awk '/Collected/ { print $NF }'
}

"$cli" data production-sales --format=csv >"$work/table.csv"

for kind in line bars; do
  for format in png svg pdf; do
    ours=$work/$kind-ours.$format
    theirs=$work/$kind-gnuplot.$format
    options="data='$work/table.csv'; out='$theirs'; kind='$kind'"
    "$measure" "gnuplot=gnuplot -e \"$options\" '$here/chart.gnuplot'" \
      "ours='$cli' export production-sales --mark=$kind -o '$ours'" >"$work/times"
    cpu=$(awk -F '\t' '$1 == "ours" { print $5 }' "$work/times")
    peak=$(awk -F '\t' '$1 == "ours" { print $7 }' "$work/times")
    instructions=$(ratio "$(count "$cli" export production-sales --mark=$kind -o "$ours")" \
      "$(count gnuplot -e "$options" "$here/chart.gnuplot")")
    bytes=$(ratio "$(stat -c %s "$ours")" "$(stat -c %s "$theirs")")

    case $format in
      png)
        judge "$kind, $format: CPU time" "$cpu" 0.6
        judge "$kind, $format: instructions" "$instructions" 0.45
        judge "$kind, $format: bytes" "$bytes" 1.0
        judge "$kind, $format: peak memory" "$peak" 1.1
        ;;
      svg)
        judge "$kind, $format: instructions" "$instructions" 0.75
        judge "$kind, $format: bytes" "$bytes" 0.75
        ;;
      pdf)
        judge "$kind, $format: instructions" "$instructions" 0.65
        ;;
    esac
  done
done

judge "millions of instructions before main" "$(ratio "$(count "$cli" --version)" 1000000)" 10

exit $failed
