package dev.windrose.records.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@WindroseTest
class LiveTests {

    @Test
    @Timeout(60)
    void tellsOfCommittedChangesOfTheSameWorkspaceOnly() throws Exception {
        var here = Workspaces.fresh();
        var elsewhere = Workspaces.fresh();
        try (var client = HttpClient.newHttpClient();
                var lines = open(client, here)) {
            var told = lines.iterator();
            assertThat(next(told, "event:")).isEqualTo("event:ping");
            create(elsewhere, "Unseen");
            create(here, "Seen");
            assertThat(next(told, "event:")).isEqualTo("event:record_changed");
            assertThat(next(told, "data:"))
                    .contains("\"record_type\":\"company\"")
                    .contains("\"version\":1")
                    .contains("Olive Owner");
            assertThat(next(told, "event:")).isEqualTo("event:change_set_changed");
            client.shutdownNow();
        }
    }

    @Test
    @Timeout(60)
    void tellsWhetherSomethingChangedBeforeAnybodyListened() throws Exception {
        var here = Workspaces.fresh();
        create(here, "Early");
        try (var client = HttpClient.newHttpClient()) {
            assertThat(ready(client, here, 30_000)).contains("\"missed\":true");
            assertThat(ready(client, here, 0)).contains("\"missed\":false");
            assertThat(ready(client, Workspaces.fresh(), 30_000)).contains("\"missed\":false");
            // Longer ago than the process remembers.
            assertThat(ready(client, Workspaces.fresh(), 3_600_000)).contains("\"missed\":true");
            client.shutdownNow();
        }
    }

    private static String ready(HttpClient client, TestWorkspace workspace, long since) throws Exception {
        try (var lines = open(client, workspace, "?since_ms=" + since)) {
            var told = lines.iterator();
            assertThat(next(told, "event:")).isEqualTo("event:ready");
            return next(told, "data:");
        }
    }

    @Test
    @Timeout(60)
    void tellsThatTheFieldsOfAWorkspaceHaveChanged() throws Exception {
        var here = Workspaces.fresh();
        try (var client = HttpClient.newHttpClient();
                var lines = open(client, here)) {
            var told = lines.iterator();
            assertThat(next(told, "event:")).isEqualTo("event:ping");
            here.http()
                    .post()
                    .uri("/api/v1/schema/fields")
                    .body(Map.of("record_type", "company", "label", "Berth", "kind", "text"))
                    .exchange()
                    .expectStatus()
                    .isCreated();
            assertThat(next(told, "event:")).isEqualTo("event:schema_changed");
            client.shutdownNow();
        }
    }

    @Test
    @Timeout(60)
    void endsTheStreamsWhenTheProcessStops() throws Exception {
        var workspace = Workspaces.fresh();
        var feed = Workspaces.bean(LiveFeed.class);
        try (var client = HttpClient.newHttpClient();
                var lines = open(client, workspace)) {
            var told = lines.iterator();
            assertThat(next(told, "event:")).isEqualTo("event:ping");
            feed.stop();
            while (told.hasNext()) {
                told.next();
            }
        } finally {
            feed.start();
        }
    }

    @Test
    @Timeout(60)
    void tellsOfComputedValuesOfRecordsThatNobodyWrote() throws Exception {
        var world = RecordWorld.fresh();
        var company = world.create("company", Map.of("name", "North Mill"));
        SchemaWorld.define(
                world,
                "company",
                "Deals",
                "rollup",
                Map.of("rollup", Map.of("type", "deal", "via", "company_id", "op", "count")));
        try (var client = HttpClient.newHttpClient();
                var lines = open(client, world.workspace())) {
            var told = lines.iterator();
            assertThat(next(told, "event:")).isEqualTo("event:ping");
            world.create("deal", Map.of("name", "Pumps", "company_id", company));
            var first = next(told, "data:");
            while (!first.contains("\"record_type\":\"company\"")) {
                first = next(told, "data:");
            }
            assertThat(first).contains(company.toString());
            client.shutdownNow();
        }
    }

    private static Stream<String> open(HttpClient client, TestWorkspace workspace)
            throws IOException, InterruptedException {
        return open(client, workspace, "");
    }

    private static Stream<String> open(HttpClient client, TestWorkspace workspace, String query)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(workspace.baseUrl() + "/api/v1/live" + query))
                .header("Authorization", "Bearer " + workspace.token());
        return client.send(request.build(), HttpResponse.BodyHandlers.ofLines()).body();
    }

    private static void create(TestWorkspace workspace, String name) {
        workspace
                .http()
                .post()
                .uri("/api/v1/companies")
                .body(Map.of("name", name))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private static String next(Iterator<String> lines, String start) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new AssertionError("The stream ended.");
    }
}
