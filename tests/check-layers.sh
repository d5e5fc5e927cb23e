#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A layer includes only what is below it, and the command line needs no GTK.
#
#   check-layers.sh SOURCE-FOLDER NEV-CHARTS-CLI
set -euo pipefail

src=$1/src
cli=$2
status=0

# forbid FOLDER PATTERN: no file there includes a header whose name begins like that
forbid () {
  if grep -rnE "^[[:space:]]*#[[:space:]]*include[[:space:]]+[<\"]($2)" "$src/$1"; then
    echo "$1: includes what it must not see" >&2
    status=1
  fi
}

# headers FOLDER: a pattern of the headers in it
headers () {
  (cd "$src/$1" && echo *.h | sed 's/\./\\./g; s/ /|/g')
}

toolkit='gtk/|gdk/|gsk/|adwaita'
forbid core "$toolkit|cairo|pango/|png\.h|$(headers chart)|$(headers app)"
forbid chart "$toolkit|json-glib|$(headers app)"
forbid cli "$toolkit|json-glib|$(headers app)"
forbid app json-glib

if ldd "$cli" | grep -E 'libgtk|libgdk|libadwaita'; then
  echo "$cli: links what only a window needs" >&2
  status=1
fi

exit $status
