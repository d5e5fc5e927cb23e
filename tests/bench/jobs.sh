#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How much sooner two processors draw 40 pictures than one: the best of several runs each. Says nothing on a machine
# that is busy with other things.
#
#   jobs.sh NEV-CHARTS-CLI [RUNS]
set -eu

cli=$1 runs=${2:-3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Ten times the four charts of the dataset, numbered so that none has another's name.
charts=$("$cli" list | awk '/^[^ ]/ { n++ } n == 1 && /^  [^ ]/ { print $1 }')
set --
for i in 1 2 3 4 5 6 7 8 9 10; do set -- "$@" $charts; done

# best JOBS: the milliseconds of the fastest run
best () {
  jobs=$1; shift
  for i in $(seq "$runs"); do
    start=$(date +%s%N)
    "$cli" export "$@" --jobs "$jobs" --numbered --output-dir "$folder" >/dev/null
    echo $((($(date +%s%N) - start) / 1000000))
  done | sort -n | head -n 1
}

one=$(best 1 "$@")
two=$(best 2 "$@")
echo "$# pictures: one at a time $one ms, two at a time $two ms: $(awk "BEGIN { printf \"%.2f\", $two / $one }")"
