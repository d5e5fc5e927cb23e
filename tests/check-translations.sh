#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# POTFILES names every file that has words to translate and no other. Each translation is valid and complete: it has
# every text of the sources, none that is untranslated or fuzzy, and none that the sources don't have any more.
#
#   check-translations.sh SOURCE-FOLDER
set -euo pipefail

for tool in msgfmt msgcmp xgettext; do
  command -v "$tool" >/dev/null || exit 77
done
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

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The keywords are those of po/meson.build.
xgettext --from-code=UTF-8 --files-from=po/POTFILES --output="$folder/new.pot" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 --keyword=nev_tr:2 \
  --flag=_:1:pass-c-format --flag=nev_tr:2:pass-c-format 2>"$folder/messages" ||
  { cat "$folder/messages" >&2; exit 1; }

# A text that a macro cuts in two is a text that nobody will find.
if grep 'not a valid C format string' "$folder/messages" >&2; then exit 1; fi

for language in $(cat po/LINGUAS); do
  catalogue=po/$language.po
  msgfmt --check --statistics -o /dev/null "$catalogue"
  msgcmp "$catalogue" "$folder/new.pot"

  for kind in untranslated only-fuzzy only-obsolete; do
    rest=$(msgattrib "--$kind" --no-wrap "$catalogue" | grep -c '^\(#~ \)\?msgid' || true)
    test "$rest" = 0 || { echo "$catalogue: texts that are $kind: $rest" >&2; msgattrib "--$kind" "$catalogue" >&2; exit 1; }
  done

  # Swapped, so that a text which the sources have lost counts as missing.
  msgen "$folder/new.pot" -o "$folder/all.po" 2>/dev/null
  msgcmp "$folder/all.po" "$catalogue"
done
