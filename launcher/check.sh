# shellcheck shell=bash
# The whole test run, and one line at its end that says how it went.

passed=0 failed=0 skipped=0

count() {
  passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
}

# A step that is no test itself but must succeed counts as a failure when it does not.
must() {
  local what=$1
  shift
  say ''
  say "== $what"
  if "$@"; then
    return 0
  fi
  say "== $what: FAILED"
  broken+=("$what")
}

count_surefire() {
  local numbers
  numbers=$(find "$root" -path '*/target/*-reports/TEST-*.xml' -not -path '*/node_modules/*' -exec cat {} + 2>/dev/null | awk '
    function attribute(name,  text) {
      if (match($0, " " name "=\"[0-9]+\"")) { text = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", text); return text + 0 }
      return 0
    }
    /<testsuite / { tests += attribute("tests"); bad += attribute("errors") + attribute("failures"); skip += attribute("skipped") }
    END { print tests - bad - skip, bad + 0, skip + 0 }')
  # shellcheck disable=SC2086
  count $numbers
}

count_vitest() {
  local report=$state/vitest.json
  [[ -f $report ]] || return 0
  # shellcheck disable=SC2046
  count $(node -e '
    const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    console.log(r.numPassedTests, r.numFailedTests, r.numPendingTests + (r.numTodoTests || 0));' "$report")
}

check_web() {
  [[ -f $root/web/package.json ]] || return 0
  must 'web: libraries' in_subshell npm_install
  rm -f "$state/vitest.json"
  must 'web: lint and types' npm --prefix "$root/web" run --silent lint
  must 'web: unit tests' web_tests
  must 'web: build' in_subshell build_web
}

# A step that gives up must not take the closing line with it.
in_subshell() { ("$@"); }

web_tests() {
  (cd "$root/web" && npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$state/vitest.json")
}

check_shell() {
  if ! command -v shellcheck >/dev/null 2>&1; then
    apt_install shellcheck || { say 'shellcheck is not installed; the launcher is not linted'; return 0; }
  fi
  (cd "$root" && shellcheck -x -a tocsin .ci/run launcher/test.sh) && bash "$root/launcher/test.sh"
}

run_tests() {
  (($# == 0)) || usage 'test takes no options'
  local broken=() started=$SECONDS
  mkdir -p "$state/log"
  need_build_tools
  want_browser
  find "$root" -type d -path '*/target/*-reports' -not -path '*/node_modules/*' -prune -exec rm -rf {} +
  must 'launcher: lint and tests' check_shell
  check_web
  must 'server: format, lint, unit, room, journey and browser tests' maven --fail-at-end verify
  count_surefire
  count_vitest
  # A step can fail without a failing test: a file that does not compile, a formatting slip.
  ((${#broken[@]} > 0 && failed == 0)) && failed=${#broken[@]}
  say ''
  ((${#broken[@]} > 0)) && say "failed: $(printf '%s; ' "${broken[@]}")"
  say "in $(((SECONDS - started) / 60)) min $(((SECONDS - started) % 60)) s"
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  if ((failed > 0)); then exit 1; fi
}
