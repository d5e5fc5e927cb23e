#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# frames.sh BUILD_DIR: what a frame costs the main thread while the pointer or the selection goes over a chart of five years of
# months, in a window of 1920 × 1080, against drawing that whole frame anew and against drawing only the chart anew; and the
# chart against cairo alone; all in one run. Needs Xvfb. Fails if a limit isn't kept.
set -euo pipefail

build=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
ninja -C "$build" tests/bench/frames >&2
failed=0

# judge WHAT VALUE LIMIT
judge ()
{
  verdict=$(awk -v value="$2" -v limit="$3" 'BEGIN { print value != "" && value <= limit ? "PASS" : "FAIL" }')
  [ "$verdict" = PASS ] || failed=1
  printf '%s  %-44s %8s  (at most %s)\n' "$verdict" "$1" "$2" "$3"
}

export GTK_A11Y=none GSETTINGS_BACKEND=memory GSETTINGS_SCHEMA_DIR=$build/data
numbers=$("$here/../headless.sh" --size 1920x1080 --time 240 -- "$build/tests/bench/frames" 2>/dev/null)

# best NAME: of the rounds
best ()
{
  awk -v name="$1" '$1 == name && (value == "" || $2 < value) { value = $2 } END { print value }' <<<"$numbers"
}

# most NAME
most ()
{
  awk -v name="$1" '$1 == name && (value == "" || $2 > value) { value = $2 } END { print value }' <<<"$numbers"
}

hover=$(best hover) step=$(best step) redraw=$(best redraw) window=$(best window) pan=$(best pan) cairo=$(best cairo)
printf 'milliseconds: hover %s, selection %s, chart anew %s, window anew %s, pan %s, cairo alone %s\n' \
  "$hover" "$step" "$redraw" "$window" "$pan" "$cairo" >&2

# ratio A B
ratio ()
{
  awk "BEGIN { printf \"%.3f\", $1 / $2 }"
}

judge "charts drawn in 200 moves of the pointer" "$(most hover-charts)" 0
judge "charts drawn in 200 moves of the selection" "$(most step-charts)" 0
judge "pointer: of the window anew" "$(ratio "$hover" "$window")" 0.15
judge "selection: of the window anew" "$(ratio "$step" "$window")" 0.15
judge "pointer: of the chart anew" "$(ratio "$hover" "$redraw")" 0.3
judge "selection: of the chart anew" "$(ratio "$step" "$redraw")" 0.3
judge "chart anew: ms more than cairo alone" "$(awk "BEGIN { printf \"%.2f\", $redraw - $cairo }")" 4
judge "pan: of the chart anew" "$(ratio "$pan" "$redraw")" 1.5
judge "charts drawn in 200 pans" "$(most pan-charts)" 200
judge "frames in a second without change" "$(most rest-frames)" 0

exit $failed
