#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# "meson install" into a folder puts everything where a desktop looks for it, and the command line works from there.
#
#   check-install.sh BUILD-FOLDER ID PREFIX
set -euo pipefail

build=$1 id=$2 prefix=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

DESTDIR=$folder meson install -C "$build" --no-rebuild >"$folder/log" || { cat "$folder/log" >&2; exit 1; }

cd "$folder$prefix"
for file in \
  bin/nev-charts \
  bin/nev-charts-cli \
  "share/applications/$id.desktop" \
  share/bash-completion/completions/nev-charts-cli \
  "share/dbus-1/services/$id.service" \
  share/doc/nev-charts/datapackage.schema.json \
  share/doc/nev-charts/example/datapackage.json \
  share/doc/nev-charts/example/observations.csv \
  share/doc/nev-charts/example/sources.csv \
  share/fonts/nev-charts/NevChartsHan-Bold.otf \
  share/fonts/nev-charts/NevChartsHan-Regular.otf \
  "share/glib-2.0/schemas/$id.gschema.xml" \
  "share/gnome-shell/search-providers/$id.search-provider.ini" \
  "share/icons/hicolor/scalable/apps/$id.svg" \
  "share/icons/hicolor/symbolic/apps/$id-symbolic.svg" \
  "share/licenses/$id/COPYING" \
  "share/licenses/$id/CC0-1.0.txt" \
  share/locale/zh_CN/LC_MESSAGES/nev-charts.mo \
  share/man/man1/nev-charts.1 \
  share/man/man1/nev-charts-cli.1 \
  share/man/man5/nev-charts-dataset.5 \
  share/man/zh_CN/man1/nev-charts.1 \
  "share/metainfo/$id.metainfo.xml" \
  "share/mime/packages/$id.xml"
do
  test -s "$file" || { echo "not installed: $prefix/$file" >&2; exit 1; }
done
grep -qxF "Exec=$prefix/bin/nev-charts --gapplication-service" "share/dbus-1/services/$id.service"

cd /
env -i PATH="$PATH" "$folder$prefix/bin/nev-charts-cli" list >/dev/null
