# Finds JDKs. Sourced by the launcher and by verify; written for bash 3.2.
# shellcheck shell=bash

# Reads the release file that every JDK since 9 has: no process is started to ask for the version.
java_major() { # JAVA_HOME → $major, $java_id; fails when it is no Java
  local key value
  major=0 java_id=
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  while IFS='=' read -r key value; do
    value=${value//\"/}
    case $key in
      JAVA_VERSION) major=${value%%[!0-9]*} ;;
      IMPLEMENTOR | JAVA_RUNTIME_VERSION | OS_ARCH) java_id=$java_id-${value//[!A-Za-z0-9.+]/_} ;;
    esac
  done <"$1/release"
  java_id=$major$java_id
  [ -n "$major" ]
}

suits() { # JAVA_HOME, and "compiler" when one is needed
  java_major "$1" && [ "$major" -ge 17 ] && { [ -z "${2-}" ] || [ -x "$1/bin/javac" ]; }
}

java_on_path() {
  local file
  file=$(command -v java) || return 1
  file=$(readlink -f "$file" 2>/dev/null) || return 1
  printf '%s\n' "${file%/bin/java}"
}

installed_javas() {
  printf '%s\n' /usr/lib/jvm/* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home
  /usr/libexec/java_home -v 17+ 2>/dev/null || true
}

# JAVA_HOME, else the one on the PATH, else the newest that is installed.
find_java() { # "compiler" when one is needed → $java_home, $major, $java_id; fails when there is none
  local candidate best='' best_major=0
  for candidate in "${JAVA_HOME-}" "$(java_on_path || true)"; do
    if [ -n "$candidate" ] && suits "$candidate" "${1-}"; then
      java_home=$candidate
      return
    fi
  done
  while IFS= read -r candidate; do
    if suits "$candidate" "${1-}" && [ "$major" -gt "$best_major" ]; then
      best=$candidate best_major=$major
    fi
  done <<<"$(installed_javas)"
  [ -n "$best" ] || return 1
  java_home=$best
  java_major "$java_home"
}

# A JDK of one very version, e.g. to test on it.
find_jdk() { # version → $java_home; fails when there is none
  local candidate
  while IFS= read -r candidate; do
    if [ -n "$candidate" ] && suits "$candidate" compiler && [ "$major" = "$1" ]; then
      java_home=$candidate
      return
    fi
  done <<<"${JAVA_HOME-}
$(java_on_path || true)
$(installed_javas)"
  return 1
}
