# shellcheck shell=bash
# Builds what is not built: web export, back end, recorded start.

# A sum over names and contents, so that a second start builds nothing and a deleted file is noticed.
sum_of() {
    local path present=()
    for path in "$@"; do
        [ ! -e "$ROOT/$path" ] || present+=("$path")
    done
    (cd "$ROOT" && find "${present[@]}" \( -path web/node_modules -o -path web/.next -o -path web/out -o -path web/test-results \) -prune \
        -o -type f ! -name '*.tsbuildinfo' -print0 | LC_ALL=C sort -z | xargs -0 cksum | cksum)
}

is_fresh() { [ -f "$BUILD/$1.sum" ] && [ "$(cat "$BUILD/$1.sum")" = "$2" ]; }

build_web() {
    [ -f "$ROOT/web/package.json" ] || return 0
    local sum
    sum="$(sum_of web)"
    if is_fresh web "$sum" && [ -d "$ROOT/web/out" ]; then return 0; fi
    need_node
    say "Building the web application."
    (cd "$ROOT/web" && npm install --no-audit --no-fund --loglevel=error && npm run build) >"$BUILD/web.log" 2>&1 ||
        { tail -40 "$BUILD/web.log" >&2; fail "The web application could not be built; the whole log is $BUILD/web.log."; }
    sum_of web >"$BUILD/web.sum"
}

build_backend() {
    local sum
    sum="$(sum_of backend/pom.xml backend/src/main agents fixtures) $(cat "$BUILD/web.sum" 2>/dev/null || true) $("$JAVA" -version 2>&1 | cksum)"
    if is_fresh backend "$sum" && [ -f "$APP/windrose.jar" ]; then return 0; fi
    need_maven
    say "Building the back end."
    (cd "$ROOT/backend" && mvn -B -q package -Dmaven.test.skip=true) >"$BUILD/backend.log" 2>&1 ||
        { tail -40 "$BUILD/backend.log" >&2; fail "The back end could not be built; the whole log is $BUILD/backend.log."; }
    rm -rf "$APP"
    "$JAVA" -Djarmode=tools -jar "$ROOT/backend/target/windrose.jar" extract --destination "$APP" >/dev/null
    printf '%s\n' "$sum" >"$BUILD/backend.sum"
}

# A trial run writes down which classes a start loads, which halves the next starts. Without it all works, only slower.
build_start_cache() {
    [ ! -f "$APP/start.aot" ] && [ -z "${WINDROSE_SKIP_START_CACHE:-}" ] || return 0
    say "Recording the start, so that later starts are faster."
    local data="$BUILD/trial" pid
    rm -rf "$data"
    # The trial must touch neither the data nor the database that the environment names.
    env -u WINDROSE_DATABASE_URL -u WINDROSE_PUBLIC_URL -u WINDROSE_DEMO \
        "$JAVA" "${JVM_OPTIONS[@]}" "-XX:AOTCacheOutput=$APP/start.new" -jar "$APP/windrose.jar" "--windrose.data=$data" \
        --windrose.port=0 --windrose.postgres-port=0 --windrose.demo=true >"$BUILD/trial.log" 2>&1 </dev/null &
    pid=$!
    # shellcheck disable=SC2064
    trap "kill $pid 2>/dev/null" EXIT
    if DATA="$data" await_start "$pid"; then
        DATA="$data" visit_pages
        kill -TERM "$pid"
    fi
    wait "$pid" 2>/dev/null || true
    trap - EXIT
    rm -rf "$data"
    mv "$APP/start.new" "$APP/start.aot" 2>/dev/null || say "The start could not be recorded; see $BUILD/trial.log."
}

use_start_cache() { [ ! -f "$APP/start.aot" ] || JVM_OPTIONS+=("-XX:AOTCache=$APP/start.aot"); }

# What people do most, often enough that the trial also notes which code is worth compiling first.
visit_pages() {
    command -v curl >/dev/null || return 0
    local address path token company
    address="$(process_value local)"
    for path in /actuator/health / /setup /api/v1/setup /api/v1/session; do
        curl -sS -o /dev/null "$address$path" || true
    done
    token="$("$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m -cp "$APP/windrose.jar" dev.windrose.platform.cli.CreateToken \
        "--windrose.data=$DATA" --email=demo@windrose.example 2>/dev/null)" || return 0
    company="$(visit "$address/api/v1/companies?limit=1" | sed -n 's/.*"data":\[{"id":"\([^"]*\)".*/\1/p')"
    [ -n "$company" ] || return 0
    visit "$address/api/v1/session?[1-$ROUNDS]" "$address/api/v1/meta/types" "$address/api/v1/companies/$company?[1-$ROUNDS]" \
        "$address/api/v1/companies/$company/workspace?[1-$ROUNDS]" "$address/api/v1/companies/$company/timeline" >/dev/null
    visit "$address/api/v1/companies/query?[1-$ROUNDS]" -d '{"sort": ["name"], "limit": 50, "filter": {"field": "name", "op": "starts_with", "value": "a"}}' >/dev/null
    visit "$address/api/v1/intake?[1-$ROUNDS]" \
        -d '{"text": "Spoke with Mara Quill, new VP Ops. They want 40 seats, around $18k.", "channel": "chat", "dry_run": true}' >/dev/null
    take_many "$company"
    save_often "$address/api/v1/companies/$company" | visit -K - >/dev/null 2>&1
    import_many
}

ROUNDS=150

visit() { curl -sS --max-time 60 -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@" || true; }

# Messages that are read and written, some at a time.
take_many() {
    local name batch at
    name="$(visit "$address/api/v1/companies/$1" | sed -n 's/.*"name":"\([^"]*\)".*/\1/p')"
    [ -n "$name" ] || return 0
    for batch in $(seq 8); do
        for at in $(seq 25); do
            case $((at % 4)) in
                0) printf '%s had a good call with us, they love it. Round %s.' "$name" "$at" ;;
                1) printf 'The %s deal is now %s000 EUR.' "$name" "$at" ;;
                2) printf 'Remind me to send %s offer %s by Friday.' "$name" "$at" ;;
                3) printf 'The label printer at %s stopped again, ticket %s. Nobody can ship.' "$name" "$at" ;;
            esac | awk -v key="trial-$batch-$at" -v comma="$([ "$at" = 1 ] || echo ,)" \
                '{ printf "%s{\"key\":\"%s\",\"message\":{\"text\":\"%s\",\"channel\":\"call_note\"}}", comma, key, $0 }'
        done | { printf '{"messages":['; cat; printf ']}'; } | visit "$address/api/v1/intake/batch" -d @- >/dev/null
    done
}

# Requests for curl: each save names the version that the one before it has made.
save_often() {
    local version next=""
    version="$(visit "$1" | sed -n 's/.*"version":\([0-9]*\),"title".*/\1/p')"
    [ -n "$version" ] || return 0
    for version in $(seq "$version" $((version + ROUNDS - 1))); do
        printf '%surl = "%s"\nrequest = PATCH\nheader = "Authorization: Bearer %s"\nheader = "Content-Type: application/json"\n' "$next" "$1" "$token"
        printf 'header = "If-Match: \\"%s\\""\ndata = "{\\"employee_size\\": %s}"\n' "$version" "$version"
        next=$'next\n'
    done
}

# The first file of a new workspace is read by code that has learned from this one.
import_many() {
    local id file="$BUILD/trial.csv"
    awk 'BEGIN {
        print "Opportunity ID,Opportunity Name,Stage,Amount,Close Date"
        for (i = 0; i < 4000; i++) printf "T%d,Order %d,%s,%d,2026-%02d-%02d\n", i, i, i % 3 ? "Won" : "Lead", i * 7, i % 12 + 1, i % 28 + 1
    }' >"$file"
    id="$(curl -sS --max-time 60 -H "Authorization: Bearer $token" -F "file=@$file" -F record_type=deal "$address/api/v1/imports" |
        sed -n 's/^{"id":"\([^"]*\)".*/\1/p')" || true
    rm -f "$file"
    [ -n "$id" ] || return 0
    visit "$address/api/v1/imports/$id/dry-run" -X POST >/dev/null
    visit "$address/api/v1/imports/$id/run" -X POST >/dev/null
    for _ in $(seq 100); do
        visit "$address/api/v1/imports/$id" | grep -q '"status":"running"' || return 0
        sleep 0.2
    done
}

build() {
    need_jdk
    mkdir -p "$BUILD"
    build_web
    build_backend
}
