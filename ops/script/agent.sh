# shellcheck shell=bash
# Writes the two files of a new agent.

new_agent() {
    local name="${1:-}" folder
    [[ "$name" =~ ^[a-z][a-z0-9]*(-[a-z0-9]+)*$ ]] || fail "Name the agent in small letters and hyphens, for example: ./windrose new-agent stale-deals"
    folder="${2:-$ROOT/backend/src/main/resources/agents}/$name"
    [ ! -e "$folder" ] || fail "There is an agent $name already: $folder"
    mkdir -p "$folder"
    agent_file "$name" >"$folder/AGENT.md"
    agent_cases >"$folder/evals.yaml"
    printf '%s\n' "$folder/AGENT.md" "$folder/evals.yaml"
    say "Written. Change both; docs/recipes/new-agent.md says how, ./windrose eval own-agents --agent $name runs the cases."
}

agent_file() {
    cat <<TEXT
---
name: $1
version: 1
purpose: Lists records of a type, the newest first.
when:
  - Which records were changed last?
tools: [find_records]
scopes: [read]
limits: {steps: 5, seconds: 30}
shape: single
inputs:
  type: The record type, for example deal
steps:
  - id: find
    tool: find_records
    arguments:
      type: {\$input: type}
      sort: [-updated_at]
      limit: 10
---
It finds the ten records of a type that were changed last, as far as whoever asks may see them.
TEXT
}

agent_cases() {
    cat <<'TEXT'
floor: 1.0
cases:
  - id: finds-what-there-is
    says: An account that is there is listed.
    world:
      - {key: acme, type: company, day: -3, values: {name: Brimvale Foods}}
    input: {type: company}
    expect:
      - {path: data, count: 1}
      - {path: data.0.id, is: $acme}

  - id: nothing-there
    says: Where there is nothing, nothing is listed.
    input: {type: deal}
    expect:
      - {path: data, count: 0}

  - id: no-such-type
    says: A type that there is not is refused by name.
    input: {type: spaceship}
    expect:
      - {status: failed}
TEXT
}
