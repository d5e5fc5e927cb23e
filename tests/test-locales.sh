#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The window opens, shows a chart and closes in locales whose commas, digits and direction differ, and the command line
# writes the same bytes in all of them.
#
#   headless.sh -- test-locales.sh PROGRAM COMMAND-LINE
set -euo pipefail

program=$1
cli=$2
app_id=io.github.nevcharts.NevCharts
locales=(de_DE fr_FR ar_EG zh_CN)

for tool in localedef xdotool gdbus; do
  command -v "$tool" >/dev/null || { echo "1..0 # SKIP $tool isn't installed"; exit 0; }
done
test -e /usr/share/i18n/locales/ar_EG || { echo "1..0 # SKIP there are no locales to compile"; exit 0; }

folder=$(mktemp -d)
pid=
finish () {
  test -z "$pid" || kill "$pid" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT

export LOCPATH=$folder/locales
mkdir "$LOCPATH"
for name in "${locales[@]}"; do
  localedef --no-archive -i "$name" -f UTF-8 "$LOCPATH/$name.UTF-8" 2>/dev/null || test -e "$LOCPATH/$name.UTF-8/LC_NUMERIC"
done

write_everything () {
  "$cli" data production-sales --format json --language en
  "$cli" show nev_sales 2023-S1 --language en
  "$cli" export market-share --language zh_CN --format svg --size 640x480 --output "$folder/chart.svg"
  cat "$folder/chart.svg"
}

start_and_quit () {
  local status=0

  "$program" 2>"$folder/messages" &
  pid=$!
  timeout 20 xdotool search --sync --onlyvisible --pid "$pid" >/dev/null 2>&1 || echo "no window" >>"$folder/messages"
  sleep 0.5
  xdotool key ctrl+Next
  sleep 0.5
  xdotool key t
  sleep 0.3
  gdbus call --session --dest "$app_id" --object-path "/${app_id//.//}" \
    --method org.gtk.Actions.Activate quit '[]' '{}' >/dev/null 2>>"$folder/messages" || kill "$pid" || true
  wait "$pid" || status=$?
  pid=

  sed 's/^/# /' "$folder/messages"
  test "$status" = 0 && ! grep -qE 'CRITICAL|WARNING|ERROR|no window' "$folder/messages"
}

say () {
  "${@:3}" || { echo "not ok $1 - $2"; failed=1; return 0; }
  echo "ok $1 - $2"
}

LC_ALL=C.UTF-8 write_everything >"$folder/wanted"

is_same () {
  write_everything >"$folder/found" 2>&1
  cmp -s "$folder/wanted" "$folder/found"
}

echo "1..$((2 * ${#locales[@]}))"
failed=0
number=0
for name in "${locales[@]}"; do
  export LC_ALL=$name.UTF-8 LANGUAGE=
  say $((++number)) "$name: the same files" is_same
  say $((++number)) "$name: the window" start_and_quit
done
exit "$failed"
