#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on a desktop of its own that nobody sees: an Xvfb, a session bus that can start nothing else,
# an empty home. Whatever was started is ended by its id when the command ends or the time is up. Where there
# is no Xvfb, the test (TAP) is skipped.
#
#   headless.sh [--size WxH] [--time SECONDS] [--accessible] [--] COMMAND [ARGUMENT...]
#
# --accessible: the bus can start the accessibility bus, on which a test finds what a screen reader does
set -euo pipefail

size=1280x1024
seconds=300
accessible=
while test $# -gt 0; do
  case $1 in
    --size) size=$2; shift 2 ;;
    --time) seconds=$2; shift 2 ;;
    --accessible) accessible=yes; shift ;;
    --) shift; break ;;
    -*) echo "headless.sh: unknown option $1" >&2; exit 2 ;;
    *) break ;;
  esac
done
test $# -gt 0 || { echo "headless.sh: no command" >&2; exit 2; }
for tool in Xvfb dbus-run-session; do
  command -v "$tool" >/dev/null || { echo "1..0 # SKIP $tool isn't installed"; exit 0; }
done

folder=$(mktemp -d "${TMPDIR:-/tmp}/headless.XXXXXX")
server=
group=

finish () {
  trap - EXIT
  if test -n "$group" && kill -TERM -- "-$group" 2>/dev/null; then
    sleep 0.2
    kill -KILL -- "-$group" 2>/dev/null || true
  fi
  if test -n "$server"; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 143' TERM INT HUP

unset DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS WAYLAND_DISPLAY XAUTHORITY GTK_THEME
for name in home config data cache state run services; do mkdir -m 700 "$folder/$name"; done
export HOME=$folder/home XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data
export XDG_CACHE_HOME=$folder/cache XDG_STATE_HOME=$folder/state XDG_RUNTIME_DIR=$folder/run
export XDG_CURRENT_DESKTOP= GDK_BACKEND=x11 GIO_USE_VFS=local GTK_USE_PORTAL=0 ADW_DISABLE_PORTAL=1
export GSK_RENDERER=${GSK_RENDERER:-cairo} GDK_DEBUG=${GDK_DEBUG:-gl-disable}
export FONTCONFIG_FILE=${FONTCONFIG_FILE:-$(realpath "$(dirname "$0")/fonts.conf")}

# No settings daemon runs here, so GTK reads this file: nothing moves and nothing blinks.
mkdir "$folder/config/gtk-4.0"
cat >"$folder/config/gtk-4.0/settings.ini" <<SETTINGS
[Settings]
gtk-enable-animations=0
gtk-cursor-blink=0
gtk-font-name=DejaVu Sans 10
gtk-hint-font-metrics=0
SETTINGS

if test -n "$accessible"; then
  service=/usr/share/dbus-1/services/org.a11y.Bus.service
  test -e "$service" || { echo "1..0 # SKIP at-spi2-core isn't installed"; rm -rf "$folder"; exit 0; }
  ln -s "$service" "$folder/services"
fi

cat >"$folder/bus.conf" <<BUS
<busconfig>
  <type>session</type>
  <listen>unix:dir=$folder/run</listen>
  <servicedir>$folder/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
BUS

# The server picks a free number and writes it when it is ready.
mkfifo "$folder/number"
Xvfb -displayfd 3 -screen 0 "${size}x24" -dpi 96 -nolisten tcp -noreset \
  3>"$folder/number" >"$folder/server.log" 2>&1 &
server=$!
# Opened for reading and writing, so that a server that died is noticed by the time and not waited for.
exec 4<>"$folder/number"
read -r -t 20 -u 4 number || { cat "$folder/server.log" >&2; echo "headless.sh: Xvfb didn't start" >&2; exit 1; }
exec 4>&-
export DISPLAY=:$number

# What the bus starts may say something too: only the command writes to standard output.
status=0
setsid timeout --foreground --kill-after=5 "$seconds" \
  dbus-run-session --config-file="$folder/bus.conf" -- bash -c 'exec "$@" >&5 5>&-' bash "$@" 5>&1 >&2 <&0 &
group=$!
wait "$group" || status=$?
test "$status" != 124 || echo "headless.sh: ended after $seconds seconds: $1" >&2
exit "$status"
