# shellcheck shell=bash
# Starting the server and the exercise's player, waiting until it answers, and stopping both in order.

app_pid='' player_pid='' driver_note=''

# The body of GET path, or nothing; plain bash, because a fresh Debian has no curl.
http_get() {
  local port=$1 path=$2 line
  exec 9<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$path" >&9
  IFS= read -r -t 5 line <&9 || { exec 9>&-; return 1; }
  [[ $line == *' 200'* ]] || { exec 9>&-; return 1; }
  while IFS= read -r -t 5 line <&9 && [[ $line != $'\r' ]]; do :; done
  cat <&9
  exec 9>&-
}

port_taken() { (exec 9<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    port_taken "$port" || break
  done
  printf '%s' "$port"
}

random_token() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

stop_one() {
  local pid=$1 i
  [[ -n $pid ]] && kill -0 "$pid" 2>/dev/null || return 0
  kill -TERM "$pid" 2>/dev/null || return 0
  for ((i = 0; i < 300; i++)); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -KILL "$pid" 2>/dev/null || true
}

# The player first, so that nothing it says is refused; the server stops its database last.
stop_all() {
  trap '' INT TERM HUP
  stop_one "$player_pid"
  stop_one "$app_pid"
  player_pid='' app_pid=''
  [[ -z $driver_note ]] || rm -f "$driver_note"
}

on_signal() {
  say ''
  say 'tocsin: stopping'
  stop_all
  say 'tocsin: stopped'
  exit 0
}

start_server() {
  local log=$1
  shift
  [[ -f $log ]] && mv -f "$log" "$log.1"
  # Its own session: a Ctrl-C in the terminal must reach the launcher only, or the database would stop first.
  setsid "$built/start-app" "$@" >"$log" 2>&1 </dev/null &
  app_pid=$!
}

wait_ready() {
  local port=$1 log=$2 i
  for ((i = 0; i < 900; i++)); do
    if ! kill -0 "$app_pid" 2>/dev/null; then
      wait "$app_pid" || true
      tail -n 30 "$log" >&2
      fail "the server did not start; the whole log is $log"
    fi
    if http_get "$port" /actuator/health/readiness >/dev/null 2>&1; then
      instance=$(http_get "$port" /api/instance 2>/dev/null || true)
      return 0
    fi
    sleep 0.2
  done
  stop_all
  fail "the server did not answer within three minutes; see $log"
}

# Address and accounts, from what the instance says of itself.
announce() {
  local url=$1 line
  say ''
  say "  Tocsin is ready at $url"
  # The JSON is our own: the accounts are flat objects without nested braces.
  while IFS= read -r line; do
    [[ $line =~ \"signInName\":\"([^\"]*)\".*\"password\":\"([^\"]*)\" ]] || continue
    local name=${BASH_REMATCH[1]} password=${BASH_REMATCH[2]} note=''
    [[ $line =~ \"note\":\"([^\"]*)\" ]] && note=${BASH_REMATCH[1]}
    printf '    %-22s %-22s %s\n' "$name" "$password" "$note" >&2
  done < <(sed 's/.*"demoAccounts":\[//; s/},{/}\n{/g' <<<"$instance")
  if [[ $instance == *'"setupNeeded":true'* ]]; then
    say "    Open it to create the first administrator; it asks for this key: $(cat "$data/keys/setup.key" 2>/dev/null)"
  fi
  say '  Ctrl-C stops it.'
  say ''
}

start_player() {
  local log=$1
  shift
  [[ -f $built/exercise/tocsin-exercise.jar ]] || return 0
  setsid "$JAVA_HOME/bin/java" -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -cp "$built/exercise/tocsin-exercise.jar:$built/exercise/lib/*" org.tocsin.exercise.Exercise "$@" \
    >"$log" 2>&1 </dev/null &
  player_pid=$!
}

# A demonstration must never be poured into a real installation, nor the other way round.
check_kind() {
  local mark=$data/kind wanted=$1 have
  have=$(cat "$mark" 2>/dev/null || true)
  if [[ -z $have ]]; then
    printf '%s\n' "$wanted" >"$mark"
  elif [[ $have != "$wanted" && $wanted == empty ]]; then
    fail "$data already holds a demonstration; give another folder with --data" 2
  elif [[ $have != "$wanted" ]]; then
    kind=$have
    say "tocsin: $data was begun without the demonstration and stays so"
  fi
}

run() {
  local port=8080 kind=demo database='' feed='' speed='' verbose='' token args=() log
  while (($#)); do
    case $1 in
      --port) port=$(value "$@"); shift 2 ;;
      --data) data=$(absolute "$(value "$@")"); shift 2 ;;
      --database) database=$(value "$@"); shift 2 ;;
      --feed) feed=$(absolute "$(value "$@")"); shift 2 ;;
      --speed) speed=$(value "$@"); shift 2 ;;
      --empty) kind=empty; shift ;;
      --verbose) verbose=yes; shift ;;
      *) usage "run does not know $1" ;;
    esac
  done
  if [[ ! $port =~ ^[0-9]{1,5}$ ]] || ((10#$port < 1 || 10#$port > 65535)); then
    usage "--port wants a number from 1 to 65535, not $port"
  fi
  [[ -z $feed || -e $feed ]] || usage "--feed: $feed does not exist"
  if [[ -z $feed && -n $speed && ! $speed =~ ^([1-9]|1[0-9]|20|0\.[0-9]+|([1-9]|1[0-9])\.[0-9]+)$ ]]; then
    usage "--speed: the city lives at up to 20 times real time, not at $speed"
  fi
  [[ -z $feed || $kind == demo ]] || usage '--feed plays into a demonstration; leave out --empty'
  build
  port_taken "$port" && fail "port $port is in use; choose another with --port"
  (umask 077 && mkdir -p "$data")
  mkdir -p "$data/log"
  check_kind "$kind"
  log=$data/log/app.log
  args=("--server.port=$port" "--tocsin.data-dir=$data")
  [[ -n $database ]] && args+=("--tocsin.database.url=$database")
  if [[ $kind == demo ]]; then
    token=$(random_token)
    args+=(--tocsin.demo=true)
    # In the environment, not in the arguments: every user of the machine can list those.
    export TOCSIN_DRIVER_TOKEN=$token
  fi
  trap on_signal INT TERM HUP
  trap stop_all EXIT
  say 'tocsin: starting'
  start_server "$log" "${args[@]}"
  local instance=''
  wait_ready "$port" "$log"
  announce "http://localhost:$port"
  if [[ $kind == demo ]]; then
    # For `tocsin drill' in another terminal of the same user; gone when the server is.
    driver_note=$data/driver
    (umask 077 && printf '%s\n%s\n' "http://localhost:$port" "$token" >"$driver_note")
    local player=(live)
    [[ -n $feed ]] && player=(play "$feed")
    start_player "$data/log/player.log" "${player[@]}" --url "http://localhost:$port" ${speed:+--speed "$speed"}
  fi
  if [[ -n $verbose ]]; then
    tail -n +1 -f --pid="$app_pid" "$log" &
  fi
  local status=0
  wait "$app_pid" || status=$?
  app_pid=''
  stop_all
  ((status == 0 || status == 143)) || fail "the server stopped by itself (status $status); see $log"
}

# A drill on a running instance: on the demonstration in $data, or wherever --url and --token say.
drill() {
  local scenario='' url='' token='' note rest=()
  while (($#)); do
    case $1 in
      --data) data=$(absolute "$(value "$@")"); shift 2 ;;
      --url) url=$(value "$@"); shift 2 ;;
      --token) token=$(value "$@"); shift 2 ;;
      --speed | --json | --markdown | --lang) rest+=("$1" "$(value "$@")"); shift 2 ;;
      --keep-open) rest+=("$1"); shift ;;
      --*) usage "drill does not know $1" ;;
      *) [[ -z $scenario ]] || usage 'drill takes one SCENARIO'; scenario=$1; shift ;;
    esac
  done
  [[ -n $scenario ]] || usage 'drill wants a SCENARIO: flood-night, stadium-event, pile-up, or a file'
  build
  [[ -f $built/exercise/tocsin-exercise.jar ]] || fail 'the exercise module is not built'
  if [[ -z $url ]]; then
    note=$data/driver
    [[ -r $note ]] || fail "no demonstration runs on $data; start one with 'tocsin run', or give --url and --token"
    { IFS= read -r url && IFS= read -r TOCSIN_DRIVER_TOKEN; } <"$note"
    export TOCSIN_DRIVER_TOKEN
  fi
  # In the environment, not in the arguments: every user of the machine can list those.
  [[ -z $token ]] || export TOCSIN_DRIVER_TOKEN=$token
  exec "$JAVA_HOME/bin/java" -Xmx192m -cp "$built/exercise/tocsin-exercise.jar:$built/exercise/lib/*" \
    org.tocsin.exercise.Exercise drill "$scenario" --url "$url" "${rest[@]}"
}
