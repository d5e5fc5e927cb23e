#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# large.sh BUILD_DIR: what tables of ten million rows cost to read, against R's data.table and pandas; a picture of one million
# against gnuplot; panning; how soon a reading ends when it is cancelled; and the same in the window, where it is also told of and
# mustn't be felt. Prints ratios and whether each keeps its limit; fails if one doesn't.
#
# Needs Debian's r-cran-data.table, python3-pandas and gnuplot (gnuplot-qt), Xvfb, and a gigabyte in TMPDIR.
set -eu

build=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
missing=
Rscript --vanilla -e 'library(data.table)' >/dev/null 2>&1 || missing="$missing r-cran-data.table"
/usr/bin/python3 -c 'import pandas' 2>/dev/null || missing="$missing python3-pandas"
command -v gnuplot >/dev/null || missing="$missing gnuplot-qt"
command -v Xvfb >/dev/null || missing="$missing xvfb"
if [ -n "$missing" ]; then
  echo "large.sh needs the packages$missing" >&2
  exit 2
fi

ninja -C "$build" tests/bench/large tests/bench/measure tests/bench/loading src/cli/nev-charts-cli >&2
cli=$build/src/cli/nev-charts-cli
large=$build/tests/bench/large
measure=$build/tests/bench/measure
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# judge WHAT VALUE LIMIT
judge ()
{
  verdict=$(awk -v value="$2" -v limit="$3" 'BEGIN { print value <= limit ? "PASS" : "FAIL" }')
  [ "$verdict" = PASS ] || failed=1
  printf '%s  %-56s %8s  (at most %s)\n' "$verdict" "$1" "$2" "$3"
}

ratio ()
{
  awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f\n", a / b }'
}

"$large" table 400 25000 "$work/long.csv"
"$large" table 400 25000 "$work/by-date.csv" by-date
"$large" table 10 100000 "$work/million.csv"
"$large" table 6 10000 "$work/short.csv"

for table in long by-date; do
  file=$work/$table.csv
  cat >"$work/fread.R" <<END
library(data.table)
d <- fread("$file", nThread = 2)
cat(nrow(d), sum(d\$value))
END
  cat >"$work/read.py" <<END
import pandas
d = pandas.read_csv("$file", parse_dates=["period"])
print(len(d), d["value"].sum())
END

  "$measure" --runs=3 "fread=Rscript --vanilla '$work/fread.R'" "ours='$cli' list --dataset '$file'" \
    "pandas=/usr/bin/python3 '$work/read.py'" >"$work/times"
  ours=$(awk -F '\t' '$1 == "ours" { print $5 }' "$work/times")
  pandas=$(awk -F '\t' '$1 == "pandas" { print $5 }' "$work/times")
  judge "10 M rows, $table: CPU time of fread" "$ours" 0.5
  judge "10 M rows, $table: CPU time of pandas" "$(ratio "$ours" "$pandas")" 0.1
  peak=$(/usr/bin/time -f %M "$cli" list --dataset "$file" 2>&1 >/dev/null | tail -n 1)
  judge "10 M rows, $table: bytes a row, beside 10 MB" "$(awk -v k="$peak" 'BEGIN { printf "%.1f", (k * 1024 - 1e7) / 1e7 }')" 24
done

judge "cancelling: seconds" "$("$large" cancel "$work/long.csv")" 0.2

GTK_A11Y=none GSETTINGS_BACKEND=memory GSETTINGS_SCHEMA_DIR=$build/data "$here/../headless.sh" --size 1920x1080 --time 240 -- \
  "$build/tests/bench/loading" "$work/long.csv" "$work/short.csv" >"$work/loading" 2>/dev/null

# in_window WHAT NAME LIMIT: milliseconds
in_window ()
{
  judge "in the window, $1: ms" "$(awk -v name="$2" '$1 == name { print $2; found = 1 } END { if (!found) print 1e9 }' "$work/loading")" "$3"
}

for table in first added changed; do
  [ $table = changed ] || in_window "$table table: until it is told of" $table-progress 200
  in_window "$table table: cancelled, until that is seen" $table-cancel-seen 200
  in_window "$table table: cancelled, until no thread reads" $table-cancel-idle 200
  in_window "$table table: longest stall of the reading" $table-stall 200
  in_window "$table table: longest stall until it is seen" $table-show 500
done
in_window "import options: until they tell of it" import-progress 200
in_window "import options: longest stall of the reading" import-stall 200

cat >"$work/million.gnuplot" <<END
set terminal pngcairo size 1920,1080
set output '$work/gnuplot.png'
set datafile separator ','
set xdata time
set timefmt '%Y-%m-%d'
set format x '%Y'
plot '$work/million.csv' skip 1 using 2:3 with lines notitle
END
"$measure" --runs=3 "gnuplot=gnuplot '$work/million.gnuplot'" \
  "ours='$cli' export chart-1 --dataset '$work/million.csv' -o '$work/ours.png'" >"$work/times"
judge "1 M rows to a picture: CPU time of gnuplot" "$(awk -F '\t' '$1 == "ours" { print $5 }' "$work/times")" 0.1

"$large" pyramid >"$work/pyramid"
judge "pyramid of 10 M: nanoseconds a number" "$(awk '$1 == "pyramid" && $2 == 10000000 { print $3 }' "$work/pyramid")" 1.5
judge "pyramid of 10 M: bytes a number" "$(awk '$1 == "pyramid" && $2 == 10000000 { print $5 }' "$work/pyramid")" 0.35
judge "panning 10 M numbers, of panning 1 M" "$(awk '$1 == "pan" { print $2 }' "$work/pyramid")" 1.3

"$large" pan "$work/short.csv" >"$work/pan-short"
"$large" pan "$work/million.csv" >"$work/pan-long"
judge "a frame of 600,000 days, of one of 60,000" \
  "$(ratio "$(awk '{ print $1 + $2 }' "$work/pan-long")" "$(awk '{ print $1 + $2 }' "$work/pan-short")")" 1.3
judge "a frame, of the strokes of its lines as one path each" \
  "$(awk '{ printf "%.3f", ($1 + $2) / $3 }' "$work/pan-long")" 0.35

exit $failed
