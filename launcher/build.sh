# shellcheck shell=bash
# Building: only what changed, and laid out so that the server starts fast.

readonly state=$root/.tocsin
# The folder of the current build. Each build has its own, so that a new one never pulls a running server's files away.
built=$state/build/none

# One hash over the sources of the given folders: what git tracks or would track, tests left out. A file that git
# still lists but that is deleted changes the hash by its absence.
sources_hash() {
  (
    cd "$root" || exit 1
    if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
      git ls-files -z -co --exclude-standard -- "$@"
    else
      find "$@" \( -name target -o -name node_modules -o -name dist \) -prune -o -type f -print0
    fi | grep -zv -e '/src/test/' -e '\.test\.ts$' -e '\.md$' | LC_ALL=C sort -zu \
      | { xargs -0 -r sha256sum 2>/dev/null || true; } | sha256sum | cut -d ' ' -f 1
  )
}

# Run a step with its output in a log; show the end of the log when it fails.
step() {
  local what=$1 log=$state/log/$2.log
  shift 2
  mkdir -p "$state/log"
  say "tocsin: $what"
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "$what failed; the whole log is $log"
  fi
}

# Older npm releases stumble over optional native packages; then a newer one is fetched for this one step.
npm_ci() {
  npm --prefix "$root/web" ci --no-audit --no-fund && return 0
  at_least "$(npm --version)" 11 && return 1
  npm exec --yes npm@11 -- --prefix "$root/web" ci --no-audit --no-fund
}

npm_install() {
  local lock=$root/web/package-lock.json mark=$root/web/node_modules/.tocsin-lock sum
  [[ -f $lock ]] || fail 'web/package-lock.json is missing'
  sum=$(sha256sum "$lock" | cut -d ' ' -f 1)
  [[ -f $mark && $(<"$mark") == "$sum" ]] && return 0
  step "installing the web client's libraries (npm ci)" npm-ci npm_ci
  printf '%s' "$sum" >"$mark"
}

build_web() {
  local stamp=$state/web.stamp sum
  [[ -f $root/web/package.json ]] || return 0
  sum=$(sources_hash web)
  [[ -f $stamp && $(<"$stamp") == "$sum" && -f $root/web/dist/index.html ]] && return 0
  npm_install
  step 'building the web client' web-build npm --prefix "$root/web" run build
  printf '%s' "$sum" >"$stamp"
}

maven() { (cd "$root" && mvn -B --no-transfer-progress "$@"); }

# The JVM options of the server. Training and serving must use the same ones or the cache is refused.
java_options() {
  printf '%s\n' -Xms96m -Xmx416m -XX:+UseSerialGC -Xss512k \
    -Duser.timezone=UTC -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED
  ((jdk >= 25)) && printf '%s\n' -XX:+UseCompactObjectHeaders
  return 0
}

cache_option() {
  if ((jdk >= 25)); then
    [[ -f $built/app/tocsin.aot ]] && printf '%s\n' "-XX:AOTCache=$built/app/tocsin.aot" "-Xlog:aot*=off" "-Xlog:cds*=off"
  else
    [[ -f $built/app/tocsin.jsa ]] && printf '%s\n' "-XX:SharedArchiveFile=$built/app/tocsin.jsa" -Xshare:auto "-Xlog:cds*=off"
  fi
  return 0
}

# A script that starts the server with the right options; the player's `replay' uses it as well.
write_start_script() {
  local options=()
  mapfile -t options < <(java_options && cache_option)
  {
    printf '#!/usr/bin/env bash\n# Written by the launcher at build time.\nexec'
    printf ' %q' "$JAVA_HOME/bin/java" "${options[@]}"
    # shellcheck disable=SC2016
    printf ' ${TOCSIN_JAVA_OPTIONS:-} -jar %q "$@"\n' "$built/app/tocsin-app-exec.jar"
  } >"$built/start-app"
  chmod +x "$built/start-app"
}

# One start, a few requests and a stop on a throw-away data folder teach the JVM which classes the server needs.
train() {
  local scratch options=() output=$built/app/tocsin.aot flag port pid i
  scratch=$(mktemp -d "$state/train.XXXXXX")
  mapfile -t options < <(java_options)
  flag=-XX:AOTCacheOutput=$output
  if ((jdk < 25)); then
    output=$built/app/tocsin.jsa
    flag=-XX:ArchiveClassesAtExit=$output
  fi
  port=$(free_port)
  say 'tocsin: preparing a fast start'
  setsid "$JAVA_HOME/bin/java" "${options[@]}" "$flag" -jar "$built/app/tocsin-app-exec.jar" --server.port="$port" \
    --tocsin.data-dir="$scratch/data" --tocsin.demo=true >"$state/log/train.log" 2>&1 </dev/null &
  pid=$!
  # shellcheck disable=SC2064
  trap "kill -TERM $pid 2>/dev/null; rm -rf '$scratch'" EXIT
  for ((i = 0; i < 600; i++)); do
    kill -0 "$pid" 2>/dev/null || break
    http_get "$port" /actuator/health/readiness >/dev/null 2>&1 && break
    sleep 0.2
  done
  http_get "$port" / >/dev/null 2>&1 || true
  http_get "$port" /api/instance >/dev/null 2>&1 || true
  kill -TERM "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
  trap - EXIT
  if [[ ! -f $output ]]; then
    say "tocsin: preparing the fast start failed (see $state/log/train.log); going on without it"
  fi
  rm -rf "$scratch"
}

# All but the two newest builds go.
drop_old_builds() {
  find "$state/build" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %p\n' 2>/dev/null \
    | sort -rn | tail -n +3 | cut -d ' ' -f 2- | xargs -r -d '\n' rm -rf
}

lay_out() {
  rm -rf "$built"
  mkdir -p "$built/exercise" "$state/log"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$root/app/target/tocsin-app-exec.jar" extract \
    --destination "$built/app" >"$state/log/extract.log" 2>&1 || fail "unpacking the server failed; see $state/log/extract.log"
  if [[ -f $root/exercise/target/tocsin-exercise.jar ]]; then
    cp -r "$root/exercise/target/tocsin-exercise.jar" "$root/exercise/target/lib" "$built/exercise/"
  fi
}

# Is the build in $built the one that belongs to these sources and this JDK?
is_current() { [[ -f $state/build.stamp && $(<"$state/build.stamp") == "$1" && -x $built/start-app ]]; }

# Only what `trace' needs, which is much less than the platform: built by itself, and kept by its own hash.
build_tracing() {
  local sum
  need_jdk
  sum=$(sources_hash pom.xml kernel tracing packs/tracing)
  tracer=$state/tracing/${sum:0:16}
  [[ -f $tracer/tocsin-tracing.jar ]] && return 0
  need_maven
  mkdir -p "$state/tracing"
  exec 8>"$state/build.lock"
  flock 8
  if [[ ! -f $tracer/tocsin-tracing.jar ]]; then
    step 'building the tracer' tracing-build maven -q -Pquick -Dmaven.test.skip=true -pl tracing -am package
    rm -rf "$state"/tracing/*
    mkdir -p "$tracer"
    cp "$root"/kernel/target/kernel-*.jar "$tracer/"
    cp "$root/tracing/target/tocsin-tracing.jar" "$tracer/"
  fi
  exec 8>&-
}

# Everything `run' needs, rebuilt only when its sources or the JDK changed.
build() {
  local sum
  need_jdk
  sum="$(sources_hash pom.xml .mvn kernel matters tracing app exercise bench packs web launcher tocsin) $JAVA_HOME $jdk"
  built=$state/build/${sum:0:16}
  is_current "$sum" && return 0
  need_build_tools
  mkdir -p "$state/build"
  exec 8>"$state/build.lock"
  flock 8
  if ! is_current "$sum"; then
    rm -f "$state/build.stamp"
    build_web
    step 'building the server (the first time takes some minutes)' maven-build \
      maven -q -Pquick -Dmaven.test.skip=true package
    lay_out
    train
    write_start_script
    printf '%s' "$sum" >"$state/build.stamp"
    drop_old_builds
  fi
  exec 8>&-
}

# Only what `check' needs; kept apart from the platform's build, so that an author of declarations waits seconds.
readonly checker=$state/check
build_checker() {
  local sum
  need_jdk
  sum="$(sources_hash pom.xml kernel matters) $jdk"
  [[ -f $checker/stamp && $(<"$checker/stamp") == "$sum" ]] && return 0
  need_build_tools
  step 'building the checker' check-build \
    maven -q -Pquick -Dmaven.test.skip=true -pl matters -am package
  rm -rf "$checker"
  mkdir -p "$checker"
  cp -r "$root/matters/target/tocsin-matters.jar" "$root/matters/target/lib" "$checker/"
  printf '%s' "$sum" >"$checker/stamp"
}

# The engines that `bench tracing' compares with: large, so only that bench builds them.
build_peers() {
  local stamp=$state/peers.stamp sum
  sum=$(<"$state/build.stamp")
  [[ -f $stamp && $(<"$stamp") == "$sum" && -f $root/bench/peers/target/tocsin-bench-peers.jar ]] && return 0
  need_build_tools
  step 'building the other engines (the first time fetches them)' peers-build \
    maven -q -Pquick,peers -Dmaven.test.skip=true -pl bench/peers -am package
  printf '%s' "$sum" >"$stamp"
}
