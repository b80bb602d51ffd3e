#!/usr/bin/env bash
# Does a release run where there is neither Maven nor a network, and the one with its own Java where there is no Java?
# Unpacks both archives of release/target into a clean folder and reads the examples with each.
set -euo pipefail
cd "$(dirname "$0")/.."
release=$PWD/release/target
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$release" && sha256sum --quiet -c SHA256SUMS)

# No network: a namespace with none, or, where that is not allowed, every call that would connect fails.
if unshare -rn true 2>/dev/null; then
  offline=(unshare -rn)
else
  offline=(strace -f -qq -o /dev/null -e trace=connect -e inject=connect:error=ENETUNREACH)
fi

# What the launcher asks of a system, and no Java.
mkdir "$work/tools"
for tool in sh dirname readlink sed find head mktemp mv rm; do ln -s "$(command -v "$tool")" "$work/tools/$tool"; done
plain_tools=$work/tools-and-java
cp -r "$work/tools" "$plain_tools"
ln -s "$(command -v java)" "$plain_tools/java"

try() { # archive, folder of tools
  local folder=$work/${1%.zip}
  python3 - "$release/$1" "$work" <<'PY'
import os, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    for info in z.infolist():
        os.chmod(z.extract(info, sys.argv[2]), info.external_attr >> 16 & 0o777)
PY
  env -i PATH="$2" "${offline_full[@]}" "$folder/rashomon" --version
  local status=0
  env -i PATH="$2" "${offline_full[@]}" "$folder/rashomon" read "$folder/examples" --out "$work/out-$3" || status=$?
  test "$status" -eq 3
  test -s "$folder/classes.jsa" || { echo "$1: the program's classes are not kept" >&2; exit 1; }
}
offline_full=("$(command -v "${offline[0]}")" "${offline[@]:1}")

for archive in "$release"/rashomon-*.zip; do
  name=$(basename "$archive")
  case $name in
    *-linux-* | *-macos-*) try "$name" "$work/tools" own ;;
    *) try "$name" "$plain_tools" plain ;;
  esac
done
diff -r "$work/out-own" "$work/out-plain"
MANWIDTH=80 man --warnings -l "$work"/rashomon-*-*-*/man/rashomon.1 2>&1 >/dev/null | { ! grep .; } || { echo "the manual page has faults" >&2; exit 1; }
bash -n "$work"/rashomon-*-*-*/completion/rashomon.bash
echo "Both archives run without Maven and network; the one with its own Java without Java."
