package dev.windrose.workspace.archive;

import static java.util.Map.entry;

import java.util.Map;

/** Tables of a workspace that no archive holds, each with its reason. Tables that refer to one of them stay behind with it. */
final class LeftOut {

    static final Map<String, String> REASONS = Map.ofEntries(
            entry("record_columns", "a pattern for tables, without rows"),
            entry("event_log", "tells processes what to do; what happened is in the history"),
            entry("jobs", "work of this process"),
            entry("idempotency_keys", "answers to requests of the last days"),
            entry("api_tokens", "rights to this process; new ones are made"),
            entry("credentials", "sealed by the key of this process; passwords are entered again"),
            entry("schema_versions", "a counter for caches"),
            entry("imports", "their files and rows are with this process; what they wrote is in the history"),
            entry("import_sets", "their imports are with this process"),
            entry("uploads", "files on their way into this process"),
            entry("context_chunks", "made again from the records"),
            entry("context_chunk_sentences", "made again from the records"),
            entry("context_chunk_leftovers", "work of this process"),
            entry("context_transfers", "files on their way in; what they wrote is in the history"),
            entry("track_keys", "rights to this process, with what came by them; new ones are made"),
            entry("journey_segments", "files of this process, made again from the events"),
            entry("journey_event_moves", "tells processes what to read again"),
            entry("llm_policies", "where texts go is decided anew for each process"),
            entry("llm_usage", "belongs to the endpoint of this process"),
            entry("llm_calls", "belongs to the endpoint of this process"),
            entry("inbox_states", "worked out again while its messages are written"),
            entry("audit_log", "its chain of hashes belongs to the workspace in which it was made"),
            entry("audit_unsealed", "part of the audit log"),
            entry("audit_seals", "part of the audit log"));

    private LeftOut() {}
}
