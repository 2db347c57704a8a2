#!/usr/bin/env bash
# Tests of the launcher that need no build: the parts that find tools, hash sources and check arguments.
set -uo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0

check() {
  local what=$1 expected=$2 actual=$3
  if [[ $expected == "$actual" ]]; then
    printf 'ok    %s\n' "$what"
  else
    printf 'NOT   %s: expected "%s" but got "%s"\n' "$what" "$expected" "$actual"
    bad=1
  fi
}

status_of() { "$@" >/dev/null 2>&1; printf '%s' "$?"; }

fake_jdk() {
  mkdir -p "$1/bin"
  printf '#!/bin/sh\n' >"$1/bin/java"
  cp "$1/bin/java" "$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
  printf 'JAVA_VERSION="%s"\n' "$2" >"$1/release"
}

check 'an unknown command is a usage error' 2 "$(status_of "$root/tocsin" nonsense)"
check 'an unknown option is a usage error' 2 "$(status_of "$root/tocsin" run --nonsense)"
check 'an option without its value is a usage error' 2 "$(status_of "$root/tocsin" run --port)"
check 'a port must be a number' 2 "$(status_of "$root/tocsin" run --port http)"
check 'a port must be in range' 2 "$(status_of "$root/tocsin" run --port 70000)"
check 'a feed must exist' 2 "$(status_of "$root/tocsin" run --feed "$work/none")"
check 'replay wants a feed' 2 "$(status_of "$root/tocsin" replay)"
check 'check wants a path' 2 "$(status_of "$root/tocsin" check)"
check 'check wants a path that is there' 2 "$(status_of "$root/tocsin" check "$work/none")"
check 'backup wants a file' 2 "$(status_of "$root/tocsin" backup)"
check 'help succeeds' 0 "$(status_of "$root/tocsin" help)"
for section in NAME SYNOPSIS DESCRIPTION COMMANDS OPTIONS FILES 'EXIT STATUS' EXAMPLES; do
  check "help has the section $section" 1 "$("$root/tocsin" help | grep -cx "$section")"
done
check 'version names the version in the pom' "$(grep -c '' <<<x)" "$("$root/tocsin" version | grep -c '^Tocsin [0-9]')"

# shellcheck source=launcher/tools.sh
. "$root/launcher/tools.sh"
fake_jdk "$work/jdk17" 17.0.15
fake_jdk "$work/jdk21" 21.0.4
fake_jdk "$work/jdk25" 25.0.1
fake_jdk "$work/jdk8" 1.8.0_402
check 'release of JDK 17' 17 "$(jdk_release "$work/jdk17")"
check 'release of JDK 8, old style' 8 "$(jdk_release "$work/jdk8")"
check 'no JDK has no release' '' "$(jdk_release "$work")"
check 'JAVA_HOME is used when new enough' "$work/jdk21" "$(JAVA_HOME=$work/jdk21 TOCSIN_JAVA_HOME='' find_jdk)"
check 'TOCSIN_JAVA_HOME comes first' "$work/jdk25" "$(JAVA_HOME=$work/jdk21 TOCSIN_JAVA_HOME=$work/jdk25 find_jdk)"
mkdir -p "$work/sdkman/candidates/java"
fake_jdk "$work/sdkman/candidates/java/99" 99.0.1
check 'an old JAVA_HOME is passed over for the newest found' "$work/sdkman/candidates/java/99" \
  "$(JAVA_HOME=$work/jdk17 TOCSIN_JAVA_HOME='' SDKMAN_DIR=$work/sdkman PATH=$work/jdk17/bin:$PATH find_jdk)"

check 'versions are compared by number' yes "$(at_least 20.19.0 20.19 && at_least 22.1 20.19 && ! at_least 20.2.0 20.19 && ! at_least '' 20.19 && echo yes)"

exit "$bad"
