#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# start.sh BUILD_DIR: the time from start to the first picture, against an empty AdwApplicationWindow, in turn in one run.
# Needs Xvfb, and libx11-dev and libxdamage-dev to build. Fails if the limit isn't kept.
set -euo pipefail

limit=1.35
build=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
ninja -C "$build" tests/bench/first-picture tests/bench/empty-window >&2

export GTK_A11Y=none GSETTINGS_SCHEMA_DIR=$build/data GDK_DEBUG=no-vsync
result=$("$here/../headless.sh" --size 1920x1080 --time 240 -- "$build/tests/bench/first-picture" \
  "empty=$build/tests/bench/empty-window" "ours=$build/src/app/nev-charts")
echo "$result"

ratio=$(awk -F '\t' '$1 == "ours" { print $3 }' <<<"$result")
awk -v ratio="$ratio" -v limit=$limit 'BEGIN {
  ok = ratio > 0 && ratio <= limit
  printf "%s  start to the first picture: %s of an empty window (at most %s)\n", ok ? "PASS" : "FAIL", ratio, limit
  exit !ok
}'
