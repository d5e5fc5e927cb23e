#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# POTFILES names every file that has words to translate and no other, and each translation is valid.
#
#   check-translations.sh SOURCE-FOLDER
set -euo pipefail

command -v msgfmt >/dev/null || exit 77
cd "$1"

have=$({
  grep -rlE --include='*.c' '\b(_|N_|C_|NC_|ngettext|g_dngettext|nev_tr) ?\(' src | grep -v '/nev-catalog\.c$' || true
  grep -rl --include='*.ui' 'translatable="yes"' ui || true
  ls data/*.desktop.in data/*.metainfo.xml.in data/*.mime.xml.in
} | sort)
listed=$(grep -vE '^(#|$)' po/POTFILES | sort)
if ! diff <(echo "$listed") <(echo "$have"); then
  echo "po/POTFILES (<) differs from the files that have words (>)" >&2
  exit 1
fi

for language in $(cat po/LINGUAS); do
  msgfmt --check --statistics -o /dev/null "po/$language.po"
done
