# shellcheck shell=bash
# Finding the tools Tocsin is built with, and installing those that are missing where it may.

readonly JDK_LEAST=21 NODE_LEAST=20.19

say() { printf '%s\n' "$*" >&2; }
fail() { say "tocsin: $1"; exit "${2:-1}"; }

# The feature release of the JDK in a folder, or nothing when it is no JDK.
jdk_release() {
  local home=$1 text
  [[ -x $home/bin/java && -x $home/bin/javac ]] || return 0
  if [[ -r $home/release ]]; then
    text=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$home/release")
  else
    text=$("$home/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  fi
  text=${text#1.}
  text=${text%%[!0-9]*}
  printf '%s' "$text"
}

# Prints the home of the JDK to use: the first one asked for that is new enough, else the newest found.
find_jdk() {
  local home release best='' best_release=0 on_path
  on_path=$(command -v javac 2>/dev/null || true)
  [[ -n $on_path ]] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for home in "${TOCSIN_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path"; do
    [[ -n $home ]] || continue
    release=$(jdk_release "$home")
    if [[ -n $release ]] && ((release >= JDK_LEAST)); then
      printf '%s' "$home"
      return 0
    fi
  done
  for home in /usr/lib/jvm/* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* /opt/* /opt/*/* /usr/local/*; do
    [[ -d $home/bin ]] || continue
    release=$(jdk_release "$home")
    if [[ -n $release ]] && ((release >= JDK_LEAST && release > best_release)); then
      best=$home
      best_release=$release
    fi
  done
  [[ -n $best ]] && printf '%s' "$best"
}

node_release() { node --version 2>/dev/null | sed 's/^v//' || true; }

# Is the first version at least the second? Numbers with dots.
at_least() { [[ -n $1 && $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]; }

find_chromium() {
  local name
  for name in "${TOCSIN_CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome; do
    if [[ -n $name ]] && command -v "$name" >/dev/null 2>&1; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}

may_install() { ((EUID == 0)) && command -v apt-get >/dev/null 2>&1; }

apt_updated=''
apt_update_once() {
  [[ -n $apt_updated ]] && return 0
  apt_updated=yes
  say 'tocsin: reading the package lists (apt-get update)'
  DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null 2>&1 || true
}

# Does apt know a candidate for this package?
apt_has() { [[ -n $(apt-cache madison "$1" 2>/dev/null) ]]; }

# Installs packages by apt where that is allowed; says nothing and returns 1 where it is not.
apt_install() {
  may_install || return 1
  apt_update_once
  say "tocsin: installing $* (apt-get)"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

install_jdk() {
  may_install || return 1
  apt_update_once
  local release
  for release in 25 21 24 23 22; do
    if apt_has "openjdk-$release-jdk-headless"; then
      apt_install "openjdk-$release-jdk-headless"
      return
    fi
  done
  return 1
}

# Debian's maven pulls in a default JRE; that does not matter, JAVA_HOME decides.
need_jdk() {
  local home
  home=$(find_jdk) || true
  if [[ -z $home ]] && install_jdk; then
    home=$(find_jdk) || true
  fi
  if [[ -z $home ]]; then
    say "tocsin: no JDK of release $JDK_LEAST or later was found."
    say '        Install one (Debian 13: apt-get install openjdk-25-jdk-headless; or a build of'
    say '        OpenJDK from adoptium.net unpacked under /opt), or set JAVA_HOME to one you have.'
    exit 3
  fi
  export JAVA_HOME=$home
  export PATH=$home/bin:$PATH
  # shellcheck disable=SC2034
  jdk=$(jdk_release "$home")
}

need_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  apt_install maven && command -v mvn >/dev/null 2>&1 && return 0
  fail 'Maven is missing. Install it (apt-get install maven) and try again.' 3
}

need_node() {
  if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
    apt_install nodejs npm || true
    hash -r
  fi
  if ! at_least "$(node_release)" "$NODE_LEAST" || ! command -v npm >/dev/null 2>&1; then
    say "tocsin: Node.js $NODE_LEAST or later with npm is needed (found: $(node_release | grep . || echo none))."
    say '        Install it (Debian 13: apt-get install nodejs npm; or from nodejs.org) and try again.'
    exit 3
  fi
}

# Browser tests skip themselves, and say so, where no browser can be had.
want_browser() {
  if ! find_chromium >/dev/null; then
    apt_install chromium fonts-noto-cjk || say 'tocsin: no Chromium found; the browser tests will be skipped (apt-get install chromium fonts-noto-cjk)'
  elif may_install && ! dpkg -s fonts-noto-cjk >/dev/null 2>&1; then
    apt_install fonts-noto-cjk || true
  fi
  TOCSIN_CHROMIUM=$(find_chromium || true)
  export TOCSIN_CHROMIUM PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
}

# Printed forms need a Chinese font; without one the server runs and refuses to print, with a reason.
want_print_font() {
  local font
  for font in /usr/share/fonts/opentype/noto/Noto*CJK-Regular.ttc /usr/share/fonts/truetype/{droid,wqy,arphic}/*; do
    [[ -e $font ]] && return 0
  done
  apt_install fonts-noto-cjk || say 'tocsin: no Chinese font found; forms cannot be printed (apt-get install fonts-noto-cjk)'
}

need_build_tools() {
  need_jdk
  need_maven
  want_print_font
  [[ -f $root/web/package.json ]] && need_node
  return 0
}
