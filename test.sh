#!/usr/bin/env bash
# Checks everything: packages as locked, no warnings, formatting, the browser's scripts, and every test on both databases.
# Works on a bare Debian machine as root without a terminal; needs only the .NET SDK and Node.js beforehand.
# The last line is "N passed, N failed, N skipped"; anything wrong makes the exit code non-zero.
set -uo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en CI=true
configuration=Release
work=$(mktemp -d "${TMPDIR:-/tmp}/reunion-test.XXXXXX")
postgres_bin=""
passed=0 failed=0 skipped=0 broken=0

finish() {
  if [[ -n $postgres_bin ]]; then
    as_postgres "$postgres_bin/pg_ctl" --pgdata "$work/postgres" --mode immediate --silent stop >/dev/null 2>&1
  fi
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

# step NAME COMMAND… runs it, says how long it took, and remembers a failure without stopping what can still be learnt.
step() {
  local name=$1 begun=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if "$@"; then
    printf '   %s: %d s\n' "$name" $((SECONDS - begun))
  else
    printf '   %s FAILED after %d s\n' "$name" $((SECONDS - begun))
    broken=$((broken + 1))
    return 1
  fi
}

summary() {
  # A failed step is a failure although no test counted it.
  if ((broken > 0 && failed == 0)); then failed=$broken; fi
  printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  ((failed == 0))
  exit
}

# -- What the tests need from the system

find_postgres() {
  local found
  found=$(find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1)
  [[ -n $found ]] || found=$(command -v initdb || true)
  [[ -n $found ]] && dirname "$found"
}

install_missing() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  find_postgres >/dev/null || missing+=(postgresql)
  command -v python3 >/dev/null || missing+=(python3)
  [[ -n $(fc-list :lang=zh-cn 2>/dev/null) ]] || missing+=(fontconfig fonts-noto-cjk)
  if ((${#missing[@]} == 0)); then
    echo "   nothing to install"
    return
  fi
  echo "   installing ${missing[*]}"
  local log=$work/apt.log
  if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
    tail -n 5 "$log"
    echo "   install these by hand: ${missing[*]}"
    return 1
  fi
}

# PostgreSQL refuses to run as root; anyone else runs it as themselves.
as_postgres() {
  if ((EUID == 0)); then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

# A server of our own in a temporary directory on loopback: no cluster of the system is touched.
# It forgets everything at the end, so it need not wait for the disk.
start_postgres() {
  local bin data=$work/postgres port attempt
  bin=$(find_postgres) || { echo "   PostgreSQL is not installed"; return 1; }
  install -d -m 700 "$data"
  chmod 711 "$work"
  if ((EUID == 0)); then chown postgres "$data"; fi
  as_postgres "$bin/initdb" --pgdata "$data" --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync >"$work/initdb.log" 2>&1 \
    || { tail -n 5 "$work/initdb.log"; return 1; }
  for attempt in 1 2 3 4 5; do
    port=$(free_port) || return 1
    if as_postgres "$bin/pg_ctl" --pgdata "$data" --silent --wait --timeout 60 --log "$data/server.log" \
      --options "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" start; then
      postgres_bin=$bin
      export REUNION_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
      echo "   PostgreSQL $("$bin/postgres" --version | grep -o '[0-9.]*' | head -n 1) listens on 127.0.0.1:$port"
      return
    fi
    echo "   attempt $attempt on port $port failed"
  done
  tail -n 5 "$data/server.log"
  return 1
}

# -- The steps

build() {
  dotnet build Reunion.sln --no-restore --configuration $configuration -warnaserror --verbosity quiet
}

format() {
  dotnet format Reunion.sln --no-restore --verify-no-changes --verbosity minimal --exclude '**/Migrations/**'
}

in_assets() {
  (cd wwwroot-assets && npm run --silent "$@")
}

# Node's own runner ends with a line each of "pass N", "fail N" and "skipped N".
script_tests() {
  local log=$work/scripts.log result=0
  in_assets test | tee "$log" || result=1
  passed=$((passed + $(counted pass "$log")))
  failed=$((failed + $(counted fail "$log") + $(counted cancelled "$log")))
  skipped=$((skipped + $(counted skipped "$log") + $(counted todo "$log")))
  return $result
}

counted() {
  local number
  number=$(grep -oP "^\S+ $1 \K[0-9]+" "$2" | tail -n 1)
  echo "${number:-0}"
}

dotnet_tests() {
  local report=$work/tests.json result=0
  dotnet test --project Reunion.Tests --no-build --configuration $configuration --no-progress --output normal \
    --results-directory "$work" --report-xunit-ctrf --report-xunit-ctrf-filename tests.json </dev/null || result=1
  if [[ ! -s $report ]]; then
    echo "   the tests ended without a report"
    return 1
  fi
  local counts
  counts=$(node -e '
    const { summary: s } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).results;
    console.log(s.passed, s.failed + (s.other ?? 0), s.skipped + (s.pending ?? 0));' "$report") || return 1
  read -r p f s <<<"$counts"
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  ((p > 0)) || result=1
  return $result
}

for tool in dotnet node npm; do
  if ! command -v $tool >/dev/null; then
    echo "$tool was not found: install the .NET SDK named in global.json and Node.js 20 or later with npm"
    broken=1
  fi
done
((broken == 0)) || summary

step "System packages" install_missing
step "PostgreSQL" start_postgres
step "Restore as locked" dotnet restore Reunion.sln --locked-mode --verbosity quiet || summary
step "Build without warnings" build || summary
step "Formatting" format
step "Lint of the scripts" in_assets lint
step "Types of the scripts" in_assets typecheck
step "Tests of the scripts" script_tests
step "Tests" dotnet_tests
printf '\nEverything took %d s\n' $SECONDS
summary
