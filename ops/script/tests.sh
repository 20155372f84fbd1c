# shellcheck shell=bash
# Runs tests and adds up what every kind of them reports.

PASSED=0 FAILED=0 SKIPPED=0

# What the whole suite repeats once when it fails; the ending names it (docs/adr/tests-that-fail-run-once-more.md).
RERUN=0

count() { PASSED=$((PASSED + $1)); FAILED=$((FAILED + $2)); SKIPPED=$((SKIPPED + $3)); }

attribute() { sed -n "s/.*<testsuite[^>]* $1=\"\([0-9]*\)\".*/\1/p" "$2" | head -1; }

number() { sed -n "s/.*\"$1\": *\([0-9]*\).*/\1/p" "$2" | tail -1; }

# A suite that dies without a report counts as one failure.
count_surefire() {
    local report tests bad skipped before=$FAILED
    for report in "$ROOT"/backend/target/surefire-reports/TEST-*.xml; do
        [ -f "$report" ] || continue
        # The attributes may stand on several lines.
        tr '\n' ' ' <"$report" | sed 's/>.*<testsuite/><testsuite/; s/\(<testsuite[^>]*>\).*/\1/' >"$BUILD/suite.xml"
        tests="$(attribute tests "$BUILD/suite.xml")"
        bad=$(($(attribute errors "$BUILD/suite.xml") + $(attribute failures "$BUILD/suite.xml")))
        skipped="$(attribute skipped "$BUILD/suite.xml")"
        count $((tests - bad - skipped)) "$bad" "$skipped"
    done
    [ "$1" = 0 ] || [ "$FAILED" -gt "$before" ] || count 0 1 0
}

# Names what failed, and what passed only when it ran again, with the first line that says why.
name_failures() {
    local report
    for report in "$ROOT"/backend/target/surefire-reports/TEST-*.xml; do
        [ -f "$report" ] || continue
        awk '
            /<testcase / { name = $0; sub(/.* classname="/, "", name); class = name; sub(/".*/, "", class)
                           name = $0; sub(/.*<testcase name="/, "", name); sub(/".*/, "", name) }
            /<(failure|error|flakyFailure|flakyError)[ >]/ {
                word = /<flaky/ ? "FLAKY" : "FAILED"; why = $0
                if (sub(/.* message="/, "", why)) sub(/".*/, "", why); else why = ""
                if (!((word class name) in told)) print word " " class "." name ": " substr(why, 1, 300)
                told[word class name] = 1
            }' "$report"
    done
    if [ -f "$BUILD/playwright.json" ]; then
        awk '
            /"title":/ { title = $0; sub(/^ *"title": "/, "", title); sub(/",$/, "", title) }
            /"status": "unexpected"/ { print "FAILED in the browser: " title }
            /"status": "flaky"/ { print "FLAKY in the browser: " title }' "$BUILD/playwright.json"
    fi
}

test_backend() {
    local status=0
    rm -rf "$ROOT/backend/target/surefire-reports"
    (cd "$ROOT/backend" && WINDROSE_BUILT=1 mvn -B test -Dsurefire.rerunFailingTestsCount="$RERUN" "$@") || status=$?
    count_surefire "$status"
}

# They run beside the tests of the back end, which leave a part of a second core idle; their words come when both are through.
start_web() {
    [ -f "$ROOT/web/package.json" ] || return 0
    rm -f "$BUILD/vitest.json"
    (cd "$ROOT/web" && exec npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$BUILD/vitest.json") >"$BUILD/vitest.log" 2>&1 &
    WEB=$!
}

end_web() {
    [ -f "$ROOT/web/package.json" ] || return 0
    local report="$BUILD/vitest.json" status=0
    wait "$WEB" || status=$?
    cat "$BUILD/vitest.log"
    if [ -f "$report" ]; then
        count "$(number numPassedTests "$report")" "$(number numFailedTests "$report")" \
            $(($(number numPendingTests "$report") + $(number numTodoTests "$report")))
        [ "$status" = 0 ] || [ "$(number numFailedTests "$report")" -gt 0 ] || count 0 1 0
    else
        count 0 1 0
    fi
}

test_browser() {
    [ -f "$ROOT/web/playwright.config.ts" ] || return 0
    need_chromium
    local report="$BUILD/playwright.json" status=0
    rm -f "$report"
    (cd "$ROOT/web" && PLAYWRIGHT_JSON_OUTPUT_NAME="$report" npx --no-install playwright test --retries="$RERUN" --reporter=list,json) || status=$?
    if [ -f "$report" ]; then
        count $(($(number expected "$report") + $(number flaky "$report"))) "$(number unexpected "$report")" "$(number skipped "$report")"
        [ "$status" = 0 ] || [ "$(number unexpected "$report")" -gt 0 ] || count 0 1 0
    else
        count 0 1 0
    fi
}

finish_tests() {
    name_failures
    printf '%d passed, %d failed, %d skipped\n' "$PASSED" "$FAILED" "$SKIPPED"
    [ "$FAILED" = 0 ]
}

run_test() {
    export WINDROSE_SKIP_START_CACHE=1
    build
    need_maven
    case "${1:-}" in
        "")
            offer_servers
            rm -f "$BUILD/playwright.json"
            RERUN=1
            start_web
            # Two processes: each waits for its database and its queues most of the time.
            test_backend -DforkCount=2
            end_web
            test_browser
            ;;
        --long) test_backend -Dsurefire.excludedGroups= -Dsurefire.groups=long ;;
        -*) fail "Unknown option $1; see ./windrose help." ;;
        *) test_backend "-Dtest=$1" ;;
    esac
    finish_tests
}

run_check() {
    export WINDROSE_SKIP_START_CACHE=1
    build
    need_maven
    if (cd "$ROOT/backend" && mvn -B -q spotless:check); then count 1 0 0; else count 0 1 0; fi
    if notices_are_fresh; then count 1 0 0; else count 0 1 0; fi
    start_web
    test_backend -Dsurefire.excludedGroups=long,slow
    end_web
    finish_tests
}

run_eval() {
    local topic="${1:-}" main
    case "$topic" in
        intake) main=dev.windrose.intake.eval.RunCases ;;
        own) main=dev.windrose.intake.eval.EvalOwn ;;
        changes) main=dev.windrose.intake.eval.EvalChanges ;;
        dedupe) main=dev.windrose.records.duplicates.eval.EvalDedupe ;;
        names) main=dev.windrose.records.duplicates.eval.EvalNames ;;
        values) main=dev.windrose.llm.eval.EvalValues ;;
        signatures) main=dev.windrose.llm.eval.EvalSignatures ;;
        tasks) main=dev.windrose.llm.eval.EvalTasks ;;
        intents) main=dev.windrose.llm.eval.EvalIntents ;;
        retrieval) main=dev.windrose.context.retrieval.EvalRetrieval ;;
        claims) main=dev.windrose.context.claim.EvalClaims ;;
        policies) main=dev.windrose.context.policy.EvalPolicies ;;
        attribution) main=dev.windrose.journeys.engine.eval.EvalAttribution ;;
        funnel) main=dev.windrose.journeys.engine.eval.EvalFunnel ;;
        questions) main=dev.windrose.agents.ask.EvalQuestions ;;
        agents) main=dev.windrose.agents.eval.EvalAgents ;;
        own-agents) main=dev.windrose.agents.kit.EvalOwnAgents ;;
        *) fail "Usage: ./windrose eval intake|own|changes|values|signatures|tasks|intents|retrieval|claims|dedupe|names|policies|attribution|funnel|questions|agents|own-agents OPTIONS; see ./windrose help." ;;
    esac
    shift
    case "$topic" in
        tasks | intents) [ "${1:-}" = --corpora ] && [ -d "${2:-}" ] || fail "Which folder? Usage: ./windrose eval $topic --corpora DIR" ;;
    esac
    build
    [ "$topic" != retrieval ] || set -- --context "$ROOT/fixtures/context/example" "$@"
    [ "$topic" != own ] || set -- --folder "$ROOT/backend/src/test/fixtures/intake" "$@"
    [ "$topic" != changes ] || set -- --entries "$ROOT/fixtures/context/example" "$@"
    [ "$topic" != claims ] || set -- --entries "$ROOT/fixtures/context/example" --companies "$ROOT/fixtures/demo/companies.jsonl" "$@"
    [ "$topic" != values ] || set -- --kinds "$ROOT/docs/eval/value-kinds.tsv" "$@"
    [ "$topic" != policies ] || set -- --corpus "$ROOT/backend/src/test/fixtures/policies" "$@"
    [ "$topic" != own-agents ] || set -- --out "$ROOT/backend/src/main/resources/agents/results.json" "$@"
    run_beside_tests "$main" "$@"
}

# Writes small models anew: what pairs of a kind are like from invented records, parts of names from labelled ones.
run_train() {
    local topic="${1:-}" models="$ROOT/backend/src/main/resources/dev/windrose"
    case "$topic" in
        duplicates)
            build
            run_beside_tests dev.windrose.records.duplicates.matching.LearnExpectations \
                "$models/records/duplicates/matching/expectations.txt"
            ;;
        names)
            [ -f "${2:-}" ] || fail "Which file of labelled names? Usage: ./windrose train names FILE"
            build
            run_beside_tests dev.windrose.records.duplicates.eval.EvalNames --in "$2" \
                --model "$models/llm/language/name-parts.model.gz"
            ;;
        intents | tasks)
            build
            run_beside_tests dev.windrose.llm.eval.TrainSentences "$models/llm/heads/sentences.model.gz" \
                "$ROOT/backend/src/test/fixtures/intake/sentences"
            ;;
        *) fail "Usage: ./windrose train duplicates, ./windrose train intents, or ./windrose train names FILE" ;;
    esac
}

run_bench() {
    local scale="companies=200000,contacts=1000000,deals=500000,interactions=5000000" parts="search,reads,saves,mixed,changes,access"
    build
    if [ "${1:-}" = reader ]; then
        run_beside_tests dev.windrose.intake.eval.BenchReader
        return
    fi
    if [ "${1:-}" = journeys ]; then
        local events=10000000
        [ "${2:-}" != --events ] || { need_value "$2" "${3:-}"; events="$3"; }
        rm -rf "$BUILD/bench/journeys"
        mkdir -p "$BUILD/bench/journeys"
        BESIDE_JARS="$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}/org/duckdb" -name 'duckdb_jdbc-*.jar' 2>/dev/null | tail -1)"
        run_beside_tests dev.windrose.journeys.engine.bench.BenchJourneys "$BUILD/bench/journeys" "$events"
        return
    fi
    if [ "${1:-}" = retrieval ]; then
        local chunks=100000
        [ "${2:-}" != --chunks ] || { need_value "$2" "${3:-}"; chunks="$3"; }
        rm -rf "$BUILD/bench/retrieval"
        mkdir -p "$BUILD/bench/retrieval"
        run_beside_tests dev.windrose.context.retrieval.BenchRetrieval "$BUILD/bench/retrieval" "$ROOT/backend/src/test/fixtures/intake/sentences" "$chunks"
        return
    fi
    build_start_cache
    use_start_cache
    if [ "${1:-}" = imports ]; then
        local rows=1000000
        [ "${2:-}" != --rows ] || { need_value "$2" "${3:-}"; rows="$3"; }
        rm -rf "$BUILD/bench/imports"
        run_beside_tests dev.windrose.bench.ImportBench "$APP" "$BUILD/bench/imports" "$rows" "${WINDROSE_CORPORA:--}" "${JVM_OPTIONS[@]}"
        return
    fi
    if [ "${1:-}" = intake ]; then
        local seconds=60
        [ "${2:-}" != --seconds ] || { need_value "$2" "${3:-}"; seconds="$3"; }
        rm -rf "$BUILD/bench/intake"
        run_beside_tests dev.windrose.bench.IntakeBench "$APP" "$BUILD/bench/intake" "$seconds" "${JVM_OPTIONS[@]}"
        return
    fi
    if [ "${1:-}" = scale ]; then
        shift
        while [ $# -gt 0 ]; do
            case "$1" in
                --scale) need_value "$@"; scale="$2" ;;
                --only) need_value "$@"; parts="$2" ;;
                *) fail "Unknown option $1; see ./windrose help." ;;
            esac
            shift 2
        done
        run_beside_tests dev.windrose.bench.ScaleBench "$APP" "$BUILD/bench/scale" "$scale" "$parts" "${JVM_OPTIONS[@]}"
        return
    fi
    [ $# -eq 0 ] || fail "Usage: ./windrose bench, or ./windrose bench scale [--scale companies=N,contacts=N,deals=N,interactions=N] [--only search,reads,saves,mixed,changes,access,workspace]"
    run_beside_tests dev.windrose.bench.Bench "$APP" "$BUILD/bench/data" "${JVM_OPTIONS[@]}"
}

# Programs that are compiled with the tests but need only the product's libraries.
run_beside_tests() {
    need_maven
    (cd "$ROOT/backend" && mvn -B -q test-compile) >"$BUILD/tests.log" 2>&1 ||
        { tail -40 "$BUILD/tests.log" >&2; fail "The programs beside the tests could not be compiled; the whole log is $BUILD/tests.log."; }
    "$JAVA" --enable-native-access=ALL-UNNAMED -Xmx1g -cp "$APP/windrose.jar:$ROOT/backend/target/test-classes${BESIDE_JARS:+:$BESIDE_JARS}" "$@"
}
