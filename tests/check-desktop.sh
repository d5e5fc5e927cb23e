#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The files by which a desktop knows the application are valid, and agree on its id.
#
#   check-desktop.sh SOURCE-FOLDER BUILD-FOLDER ID
set -euo pipefail

command -v desktop-file-validate >/dev/null && command -v appstreamcli >/dev/null || exit 77
source=$1 data=$2/data id=$3

problems=$(desktop-file-validate "$data/$id.desktop")
test -z "$problems" || { echo "$problems" >&2; exit 1; }
appstreamcli validate --pedantic --no-net "$data/$id.metainfo.xml"

# same WHAT FILE LINE: the file has that line
same () { grep -qxF -- "$2" "$1" || { echo "$1: expected the line: $2" >&2; exit 1; }; }
same "$data/$id.desktop" "Icon=$id"
same "$data/$id.service" "Name=$id"
same "$source/data/$id.search-provider.ini" "DesktopId=$id.desktop"
same "$source/data/$id.search-provider.ini" "BusName=$id"
same "$source/data/$id.search-provider.ini" "ObjectPath=/${id//.//}/SearchProvider"
same "$source/data/$id.gschema.xml" "  <schema id=\"$id\" path=\"/${id//.//}/\">"
test -e "$source/data/icons/hicolor/scalable/apps/$id.svg"
test -e "$source/data/icons/hicolor/symbolic/apps/$id-symbolic.svg"

# The newest release in the metainfo is the version that is built.
version=$(sed -n "s/^ *version: '\(.*\)',$/\1/p" "$source/meson.build")
newest=$(grep -o '<release [^>]*' "$data/$id.metainfo.xml" | head -n 1)
[[ $newest == *"version=\"$version\""* ]] || { echo "metainfo: no release $version first, but $newest" >&2; exit 1; }
