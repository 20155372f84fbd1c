package dev.windrose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uses a workspace of the first release as people use it: reads what is there, writes on it, decides what waited. */
record UpgradedWorkspace(String address, String token) {

    private static final String COMPANY = "/companies/01a20488-e7ef-7000-8d6c-0e6306b2e944";
    private static final String DEAL = "/deals/01a20488-f337-7000-9f0c-74a0dd854887";
    private static final String CONTACT = "/contacts/01a20488-f170-7000-93fc-7df3b2ebc9f8";
    private static final String IMPORT = "/imports/01a20488-fe59-7000-b608-3ded7ff8d0db";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    void works() throws IOException, InterruptedException {
        reads();
        decidesWhatWaited();
        writes();
    }

    private void reads() throws IOException, InterruptedException {
        for (String path : List.of(
                COMPANY,
                COMPANY + "/workspace",
                COMPANY + "/timeline",
                COMPANY + "/history",
                COMPANY + "/provenance",
                COMPANY + "?as_of=2026-11-22T18:33:31Z",
                DEAL + "/history",
                CONTACT,
                IMPORT,
                "/threads",
                "/home",
                "/my-work",
                "/notifications",
                "/pipelines",
                "/access/rules",
                "/schema/fields?type=deal",
                "/views?record_type=deal",
                "/audit",
                "/meta/types")) {
            get(path);
        }
        assertThat(get(COMPANY).get("title").asString()).isEqualTo("Sternfeld Optik");
        assertThat(post("/companies/query", """
                        {"filter": {"field": "other_countries", "op": "contains_any", "value": ["AT"]}, "count": true}""").get("total").asInt()).isOne();
        assertThat(post("/deals/board", "{\"column_field\": \"stage\"}")
                        .get("columns")
                        .findValuesAsString("label"))
                .contains("Qualified", "Won");
    }

    private void writes() throws IOException, InterruptedException {
        int version = get(DEAL).get("version").asInt();
        patch(DEAL, version, "{\"next_step\": \"Send the contract\", \"tags\": []}");
        int later = get(CONTACT).get("version").asInt();
        patch(CONTACT, later, "{\"consent_state\": \"given\", \"title\": \"Director\"}");
        int people = get(COMPANY).get("version").asInt();
        patch(COMPANY, people, "{\"account_team\": []}");
    }

    /** Changes that the first release had proposed, and an import that it had run. */
    private void decidesWhatWaited() throws IOException, InterruptedException {
        var proposed = get("/change-sets?status=proposed").get("data");
        assertThat(proposed).hasSize(2);
        post("/change-sets/%s/refuse".formatted(proposed.get(0).get("id").asString()), "{\"reason\": \"Not yet\"}");
        post("/change-sets/%s/apply".formatted(proposed.get(1).get("id").asString()), "{}");
        assertThat(get(DEAL).get("stage").asString()).isEqualTo("won");
        assertThat(post(IMPORT + "/undo", "{}").get("status").asString()).isEqualTo("undone");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void patch(String path, int version, String body) throws IOException, InterruptedException {
        send(request(path)
                .header("If-Match", "\"%d\"".formatted(version))
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode() / 100)
                .as(answer.uri() + " " + answer.body())
                .isEqualTo(2);
        return JsonMapper.shared().readTree(answer.body());
    }
}
