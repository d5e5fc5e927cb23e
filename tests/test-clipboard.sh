#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What another program gets when a chart or its numbers were copied: every format that is offered decodes.
#
#   headless.sh -- test-clipboard.sh PROGRAM
set -euo pipefail

program=$1

for tool in xclip xdotool rsvg-convert xmllint; do
  command -v "$tool" >/dev/null || { echo "1..0 # SKIP $tool isn't installed"; exit 0; }
done

folder=$(mktemp -d)
pid=
finish () {
  test -z "$pid" || kill "$pid" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT

number=0
failed=0
say () {
  number=$((number + 1))
  if "${@:2}" >"$folder/messages" 2>&1; then
    echo "ok $number - $1"
  else
    sed 's/^/# /' "$folder/messages"
    echo "not ok $number - $1"
    failed=1
  fi
}

paste () {
  timeout 10 xclip -selection clipboard -o -t "$1"
}

# The picture is made in a thread: ask until it is there.
wait_for () {
  for _ in $(seq 100); do
    paste TARGETS >"$folder/targets" 2>/dev/null && grep -qxF "$1" "$folder/targets" && return
    sleep 0.1
  done
  return 1
}

is_png () {
  paste image/png >"$folder/chart.png"
  test "$(head -c 8 "$folder/chart.png" | od -An -tx1 | tr -d ' \n')" = 89504e470d0a1a0a
  test "$(tail -c 8 "$folder/chart.png" | head -c 4)" = IEND
  # Width and height stand where the standard wants them.
  test "$(head -c 24 "$folder/chart.png" | tail -c 8 | od -An -tx1 | tr -d ' \n')" = 0000078000000438
}

is_first () {
  test "$(grep -E '^(image|text)/' "$folder/targets" | head -n 1)" = "$1"
}

is_svg () {
  paste image/svg+xml >"$folder/chart.svg"
  test "$(xmllint --xpath 'string(/*/@width)' "$folder/chart.svg")" = 1920
  test "$(xmllint --xpath 'string(/*/@height)' "$folder/chart.svg")" = 1080
  rsvg-convert "$folder/chart.svg" -o "$folder/from-svg.png"
}

is_summary () {
  paste 'text/plain;charset=utf-8' >"$folder/summary"
  cat "$folder/summary"
  grep -q '^NEV' "$folder/summary" && grep -q '^Source: ' "$folder/summary"
  # The old name of text, which most programs ask for.
  paste UTF8_STRING | cmp - "$folder/summary"
}

is_tsv () {
  paste text/tab-separated-values >"$folder/table.tsv"
  head -n 2 "$folder/table.tsv"
  head -n 1 "$folder/table.tsv" | grep -qP '^Period\t.* \(vehicles\)'
  sed -n 2p "$folder/table.tsv" | grep -qP '^Jan 2023\t[0-9]+'
  tail -n 1 "$folder/table.tsv" | grep -q '^Source: '
  paste 'text/plain;charset=utf-8' | cmp - "$folder/table.tsv"
}

is_csv () {
  paste text/csv >"$folder/table.csv"
  head -n 2 "$folder/table.csv"
  head -n 1 "$folder/table.csv" | grep -q '^Period,.* (vehicles)'
  test "$(wc -l <"$folder/table.csv")" = "$(wc -l <"$folder/table.tsv")"
}

is_html () {
  paste text/html >"$folder/table.html"
  head -n 5 "$folder/table.html"
  # Not well-formed XML by its first line, which says the encoding.
  tail -n +2 "$folder/table.html" | sed '1i <body>' | sed '$a </body>' >"$folder/table.xml"
  test "$(xmllint --xpath 'count(//tr)' "$folder/table.xml")" = "$(($(wc -l <"$folder/table.tsv") - 2))"
  xmllint --xpath 'string(//p)' "$folder/table.xml" | grep -q '^Source: '
}

"$program" 2>"$folder/log" &
pid=$!
timeout 20 xdotool search --sync --onlyvisible --pid "$pid" >/dev/null 2>&1
sleep 1
xdotool key ctrl+Next
sleep 0.5

echo 1..9
xdotool key ctrl+c
say 'a chart is copied' wait_for image/png
say 'the picture comes first' is_first image/png
say 'image/png' is_png
say 'image/svg+xml' is_svg
say 'text/plain' is_summary
xdotool key ctrl+shift+c
say 'its numbers are copied' wait_for text/csv
say 'text/tab-separated-values' is_tsv
say 'text/csv' is_csv
say 'text/html' is_html
exit "$failed"
