# shellcheck shell=bash
# Finds what the machine has, and says what it lacks.

is_jdk() {
    [ -x "$1/bin/javac" ] || return 1
    local version
    version="$("$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p')"
    [ "${version%%.*}" -ge 25 ] 2>/dev/null
}

find_jdk() {
    local on_path folder
    on_path="$(command -v javac || true)"
    [ -z "$on_path" ] || on_path="$(dirname "$(dirname "$(readlink -f "$on_path")")")"
    for folder in "${WINDROSE_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" \
        "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/2[5-9]* /usr/lib/jvm/*2[5-9]* /usr/java/*2[5-9]* /opt/*jdk*2[5-9]* \
        /opt/java/openjdk "$HOME"/.jdks/*2[5-9]* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if [ -n "$folder" ] && is_jdk "$folder"; then
            printf '%s\n' "$folder"
            return 0
        fi
    done
    return 1
}

need_jdk() {
    JAVA_HOME="$(find_jdk)" || fail "A JDK 25 or newer was not found; install one (for example temurin-25-jdk) or set JAVA_HOME."
    export JAVA_HOME
    JAVA="$JAVA_HOME/bin/java"
}

need_maven() { command -v mvn >/dev/null || fail "Maven was not found; install it (Debian: apt-get install maven)."; }

node_major() { node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/'; }

need_node() {
    [ "$(node_major || true)" -ge 20 ] 2>/dev/null || fail "Node 20 or newer was not found; install it from https://nodejs.org."
    command -v npm >/dev/null || fail "npm was not found; it comes with Node."
}

find_chromium() {
    local name
    for name in "${WINDROSE_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        if [ -n "$name" ] && command -v "$name" 2>/dev/null; then return 0; fi
    done
    return 1
}

need_chromium() {
    if ! find_chromium >/dev/null; then
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            say "Installing chromium for the browser tests."
            { apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium; } >&2 || true
        fi
        find_chromium >/dev/null || fail "Chromium was not found; install it (Debian: apt-get install chromium) or set WINDROSE_CHROMIUM."
    fi
    WINDROSE_CHROMIUM="$(find_chromium)"
    export WINDROSE_CHROMIUM
}

# Servers that some tests start. Without them those tests are skipped and say so.
offer_servers() {
    local packages=()
    command -v redis-server >/dev/null || packages+=(redis-server)
    [ -x /usr/lib/postgresql/15/bin/postgres ] || packages+=(postgresql-15)
    if [ ${#packages[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing ${packages[*]} for the tests that need them."
        { apt-get -qq update && apt-get -qq install -y --no-install-recommends "${packages[@]}"; } >&2 || true
    fi
    local vectors="$ROOT/backend/src/test/pgvector"
    if [ ! -d "$vectors/node_modules" ] && command -v npm >/dev/null; then
        say "Installing a database with pgvector for the tests that need it."
        (cd "$vectors" && npm install --no-audit --no-fund --loglevel=error) >&2 || true
    fi
}

doctor() {
    local missing=0 jdk
    report() { printf '%-9s %s\n' "$1" "$2"; }
    lacks() { report "missing" "$1"; missing=1; }
    if jdk="$(find_jdk)"; then report ok "JDK 25 or newer: $jdk"; else lacks "JDK 25 or newer: install temurin-25-jdk or set JAVA_HOME"; fi
    if command -v mvn >/dev/null; then report ok "Maven: $(command -v mvn)"; else lacks "Maven: apt-get install maven"; fi
    if [ "$(node_major || true)" -ge 20 ] 2>/dev/null; then report ok "Node: $(node --version)"; else lacks "Node 20 or newer: https://nodejs.org"; fi
    if find_chromium >/dev/null; then report ok "Chromium: $(find_chromium)"; else report "optional" "Chromium (browser tests only): apt-get install chromium"; fi
    local free
    free="$(df -Pk "$(existing_parent "$DATA")" | awk 'NR == 2 { print int($4 / 1024) }')"
    if [ "$free" -ge 1024 ]; then report ok "Disk of $DATA: $free MB free"; else lacks "Disk of $DATA: $free MB free, 1024 MB wanted"; fi
    [ "$missing" = 0 ] || fail "This machine lacks what is marked missing."
}

existing_parent() {
    local folder="$1"
    while [ ! -d "$folder" ]; do folder="$(dirname "$folder")"; done
    printf '%s\n' "$folder"
}
