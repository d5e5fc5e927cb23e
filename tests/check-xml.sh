#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every XML file of the project is well-formed.
#
#   check-xml.sh SOURCE-FOLDER
set -euo pipefail

command -v xmllint >/dev/null || exit 77
cd "$1"
find data ui tests -type f \( -name '*.xml' -o -name '*.xml.in' -o -name '*.ui' -o -name '*.svg' -o -name fonts.conf \) \
  -print0 | xargs -0 xmllint --nonet --noout
