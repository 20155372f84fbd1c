package dev.windrose.platform;

import static java.util.Map.entry;

import java.util.Map;

/** Every table that row-level security does not cover, each with its reason. A table in neither list fails the tenancy contract test. */
public final class TenantFreeTables {

    public static final Map<String, String> REASONS = Map.ofEntries(
            entry("tenants", "names the workspaces; read before one is entered"),
            entry("identities", "an e-mail address is looked up before its workspace is known"),
            entry("sessions", "a cookie is looked up by hash before its workspace is known"),
            entry("api_token_hashes", "a token is looked up by hash before its workspace is known"),
            entry("track_key_hashes", "a write key is looked up by hash before its workspace is known"),
            entry(
                    "one_time_links",
                    "a link is looked up by hash before its workspace is known, and a set-up link has none"),
            entry("event_subscriptions", "a subscription reads the log of all workspaces in one order"),
            entry("scheduled_tasks", "wake-ups of jobs; the job behind one is read under its workspace"),
            entry("flyway_schema_history", "the migrations that ran; the application role cannot reach it"));

    private TenantFreeTables() {}
}
