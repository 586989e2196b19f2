#!/usr/bin/env bash
# Starts ./plimsoll the ways people start it: from elsewhere, through a link, from a folder with a space in its name, without a JDK,
# two at once, after a deletion, with a source that does not compile.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scratch=$(cd "$(mktemp -d)" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
checkout="$scratch/a checkout"

check() { # what, condition...
  local what=$1
  shift
  if "$@"; then
    printf 'ok: %s\n' "$what"
  else
    printf 'NOT OK: %s\n' "$what"
    for file in out err; do
      [ ! -r "$scratch/$file" ] || sed "s/^/  $file: /" "$scratch/$file"
    done
    exit 1
  fi
}

start() { # arguments... → $status, and out and err in files
  status=0
  "$@" >"$scratch/out" 2>"$scratch/err" </dev/null || status=$?
}

says() { # file, pattern
  grep -q -- "$2" "$scratch/$1"
}

built() { # how many builds the last start made
  [ "$(grep -c 'building from source' "$scratch/err" || true)" -eq "$1" ]
}

mkdir "$checkout"
git ls-files -z --cached --others --exclude-standard | tar --null --files-from=- --ignore-failed-read -cf - 2>/dev/null | tar -xf - -C "$checkout"

start "$checkout/plimsoll" --version
check "a fresh copy without git builds and runs" test "$status" -eq 0
check "the build is told on stderr, once" built 1
check "the version is told on stdout" says out '[0-9]\.[0-9]'

ln -s "$checkout/plimsoll" "$scratch/linked"
cd "$scratch"
start ./linked --version
check "runs through a link, from elsewhere" test "$status" -eq 0
check "does not build again" built 0
check "says nothing on stderr" test ! -s "$scratch/err"

# In the copy, nothing counts as installed, and the PATH holds everything but java
mkdir "$scratch/tools"
for tool in bash cat find git grep mkdir readlink sed; do
  ln -s "$(command -v "$tool")" "$scratch/tools/$tool"
done
cp "$checkout/build/jdk.sh" "$scratch/jdk.sh"
printf 'installed_javas() { :; }\n' >>"$checkout/build/jdk.sh"
start env -i PATH="$scratch/tools" HOME="$scratch" "$checkout/plimsoll" --version
cp "$scratch/jdk.sh" "$checkout/build/jdk.sh"
check "without a JDK it ends with 2" test "$status" -eq 2
check "and says so" says err '^error\[NO_JDK\]: '
check "and what to do" says err '^help: install one'

mkdir "$scratch/notajdk"
start env JAVA_HOME="$scratch/notajdk" "$checkout/plimsoll" --version
check "a JAVA_HOME that is no JDK is passed over" test "$status" -eq 0

start "$checkout/plimsoll" -p nowhere serve --help
check "the server is built where it is asked for" test "$status" -eq 0
check "and tells what it takes" says out '^Usage: plimsoll serve'
start "$checkout/plimsoll" --version
check "which leaves the command line as it was built" built 0

start "$checkout/plimsoll" no-such-command
check "a wrong argument ends with 2" test "$status" -eq 2

sources=$checkout/cli/src/main/java/io/plimsoll/cli
printf 'package io.plimsoll.cli;\n\nfinal class Broken {\n' >"$sources/Broken.java"
start "$checkout/plimsoll" --version
check "a source that does not compile ends with 1" test "$status" -eq 1
check "and with the compiler's message" says err 'Broken.java'
check "and with the place of the log" says err 'build.log'

rm "$sources/Broken.java"
"$checkout/plimsoll" --version >"$scratch/first" 2>&1 </dev/null &
first=$!
start "$checkout/plimsoll" --version
check "after the deletion it builds, of two at once the second" test "$status" -eq 0
check "and the first run" wait "$first"

start "$checkout/plimsoll" --version
check "and then it is at rest" built 0
