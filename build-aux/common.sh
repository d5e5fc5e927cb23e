# SPDX-License-Identifier: GPL-3.0-or-later
# What run, test and .ci/run share. To be sourced; the caller has set -euo pipefail.

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

fail () { echo "$*" >&2; exit 1; }

# packages COLUMN USE...: the names in that column of the list
packages () {
  local column=$1 use
  shift
  for use; do awk -v use="$use" -v column="$column" '$1 == use { print $column }' "$source_dir/build-aux/packages"; done
}

# missing PACKAGE...: those that aren't installed
missing () {
  local installed package
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
  for package; do
    grep -qx "installed $package" <<<"$installed" || echo "$package"
  done
}

# install_packages USE...: needs root and the network only when something is missing
install_packages () {
  local wanted as_root=()

  if ! command -v apt-get >/dev/null; then
    echo "No apt-get here. On Fedora: dnf install" $(packages 3 "$@") >&2
    require_tools
    return
  fi

  wanted=$(missing $(packages 2 "$@"))
  test -n "$wanted" || return 0

  if test "$(id -u)" != 0; then
    command -v sudo >/dev/null || fail "Neither root nor sudo. As root: apt-get install --no-install-recommends" $wanted
    as_root=(sudo)
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive)

  echo "Installing:" $wanted
  "${as_root[@]}" apt-get -q update || echo "apt-get update failed; trying with the lists that are here" >&2
  "${as_root[@]}" apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 install $wanted
}

# Where no package manager that we know can help: is there what it takes to build?
require_tools () {
  local tool
  for tool in cc meson ninja pkg-config msgfmt glib-compile-resources; do
    command -v "$tool" >/dev/null || fail "Not found: $tool"
  done
  pkg-config --print-errors --exists gtk4 libadwaita-1 json-glib-1.0 pangocairo cairo-pdf libpng ||
    fail "Install the libraries named above with their headers, and run this again."
}

# build FOLDER [MESON-OPTION...]: warnings are errors in continuous integration
build () {
  local folder=$1
  shift
  test -e "$folder/build.ninja" || meson setup ${CI:+--werror} "$@" "$folder" "$source_dir"
  meson compile -C "$folder"
}

# suite FOLDER [MESON-TEST-OPTION...]: run the tests; the last line counts them
suite () {
  local folder=$1 log=$1/meson-logs/testlog.json status=0
  shift
  rm -f "$log"
  meson test -C "$folder" --no-rebuild --print-errorlogs "$@" || status=$?
  test -e "$log" || { echo "0 passed, 1 failed"; return 1; }
  awk '{ n++ }
       /"result": "(OK|EXPECTEDFAIL)"/ { passed++ }
       /"result": "SKIP"/ { skipped++ }
       END {
         failed = n - passed - skipped
         printf "%d passed, %d failed", passed, failed
         if (skipped) printf ", %d skipped", skipped
         print ""
       }' "$log"
  return $status
}
