#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# compare-svg.sh BUILD_DIR: whether each chart's SVG file is the picture that its PNG file is, as librsvg and Chromium
# draw it. Needs rsvg-convert, chromium and ImageMagick.
#
# The measure is the root of the mean square of the differences, all of black against white being 1, in pictures of a
# quarter of the size: there it hardly counts that each program smooths letters and edges in its own way, which comes to
# 0.015 at most, while a picture moved by one pixel makes 0.0199 at least and a lost line 0.027.
set -euo pipefail

tolerance=0.018
build=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
cli=$build/src/cli/nev-charts-cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 FONTCONFIG_FILE=$here/fonts.conf HOME=$work
passed=0
failed=0

for program in rsvg-convert chromium convert compare "$cli"; do
  command -v "$program" >/dev/null || { echo "compare-svg.sh: needs $program" >&2; exit 77; }
done

# judge WHAT PICTURE OTHER
judge () {
  local measured difference
  rm -f "$work/small.png" "$work/other-small.png"
  convert "$2" -alpha off -scale 25% "$work/small.png" || true
  convert "$3" -alpha off -scale 25% "$work/other-small.png" || true
  # It ends with 1 where pictures differ, and says how much in brackets.
  measured=$(compare -metric RMSE "$work/small.png" "$work/other-small.png" null: 2>&1 || true)
  difference=$(sed -n 's/.*(\([0-9.e-]*\)).*/\1/p' <<<"$measured")
  if awk -v a="$difference" -v b="$tolerance" 'BEGIN { exit !(a != "" && a + 0 <= b) }'; then
    passed=$((passed + 1))
    printf 'PASS  %-58s %.4f\n' "$1" "$difference"
  else
    failed=$((failed + 1))
    printf 'FAIL  %-58s %s (at most %s)\n' "$1" "$measured" "$tolerance"
  fi
}

# look OPTION...: all charts, exported with these
look () {
  local svg name
  rm -rf "$work/charts"
  mkdir "$work/charts"
  "$cli" export --all --format=png,svg --size=1280x720 --output-dir="$work/charts" "$@" >/dev/null

  for svg in "$work"/charts/*.svg; do
    name=$(basename "$svg" .svg)
    rm -f "$work/rsvg.png" "$work/chromium.png"
    rsvg-convert "$svg" -o "$work/rsvg.png"
    timeout 60 chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
      --user-data-dir="$work/profile" --window-size=1280,720 --screenshot="$work/chromium.png" \
      "file://$svg" >/dev/null 2>&1 || true
    judge "$name $*: librsvg" "${svg%.svg}.png" "$work/rsvg.png"
    judge "$name $*: Chromium" "${svg%.svg}.png" "$work/chromium.png"
  done
}

look --language=en
look --language=zh_CN --theme=dark --mark=line
look --language=zh_CN --text=outlines

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
