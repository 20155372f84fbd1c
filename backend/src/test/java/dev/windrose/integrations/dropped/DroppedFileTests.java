package dev.windrose.integrations.dropped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.crm.file.Pdfs;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WindroseTest
class DroppedFileTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private TestWorkspace workspace;

    @BeforeEach
    void fresh() {
        workspace = Workspaces.fresh();
        assertThat(post("/api/v1/companies", Map.of("name", "Quarrow Mills"))
                        .path("id")
                        .asString(""))
                .isNotEmpty();
    }

    private JsonNode post(String path, Object body) {
        return json(workspace
                .http()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange());
    }

    private static JsonNode json(ResponseSpec answer) {
        return JSON.readTree(answer.expectBody().returnResult().getResponseBodyContent());
    }

    private Map<String, String> keep(String name, byte[] content) {
        var parts = new MultipartBodyBuilder();
        parts.part("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        var kept = json(workspace
                .http()
                .post()
                .uri("/api/v1/files")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts.build())
                .exchange());
        return Map.of("id", kept.path("id").asString(), "name", name);
    }

    private Map<String, String> keep(String name, String content) {
        return keep(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseSpec look(Map<String, String> file) {
        return workspace
                .http()
                .get()
                .uri("/api/v1/files/" + file.get("id") + "/messages")
                .exchange();
    }

    /** What the run of a message told, by event. */
    private List<Map.Entry<String, JsonNode>> send(List<Map<String, String>> files) {
        String thread = post("/api/v1/threads", Map.of()).path("id").asString();
        var stream = workspace
                .http()
                .post()
                .uri("/api/v1/threads/" + thread + "/messages")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("text", "", "files", files))
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        var told = new ArrayList<Map.Entry<String, JsonNode>>();
        String event = "";
        for (String line : new String(stream, StandardCharsets.UTF_8).split("\n")) {
            if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                told.add(Map.entry(event, JSON.readTree(line.substring(5))));
            }
        }
        var kept = json(workspace.http().get().uri("/api/v1/threads/" + thread).exchange());
        assertThat(kept.path("messages").path(0).path("files").size()).isEqualTo(files.size());
        return told;
    }

    private static List<JsonNode> of(String event, List<Map.Entry<String, JsonNode>> told) {
        return told.stream()
                .filter(one -> one.getKey().equals(event))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String mail(String from, String subject, String words) {
        return "From: " + from + "\r\nTo: sales@northwind.example\r\nSubject: " + subject
                + "\r\nDate: Mon, 02 Feb 2026 09:00:00 +0000\r\nMessage-ID: <" + subject.hashCode()
                + "@quarrow.example>\r\n\r\n" + words + "\r\n";
    }

    @Test
    void aMailIsItsWritersWordAndItsAttachmentsAreKept() {
        String plan = "From: Lena Ray <lena@quarrow.example>\r\nSubject: The cranes\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
                + "My new number is +44 20 7946 0018.\r\n--b\r\nContent-Type: text/csv; name=plan.csv\r\n"
                + "Content-Disposition: attachment; filename=plan.csv\r\n\r\na,b\r\n1,2\r\n--b--\r\n";
        var file = keep("cranes.eml", plan);
        var seen = json(look(file));
        assertThat(seen.path("kind").asString()).isEqualTo("mail");
        assertThat(seen.path("messages").path(0).path("sender").asString()).isEqualTo("lena@quarrow.example");
        assertThat(seen.path("messages").path(0).path("attachments").path(0).asString())
                .isEqualTo("plan.csv");
        var decision = of("understood", send(List.of(file))).getFirst().path("decision");
        assertThat(decision.path("source").path("name").asString()).isEqualTo("cranes.eml");
        var files = json(workspace.http().get().uri("/api/v1/files?limit=10").exchange());
        assertThat(files.toString()).contains("plan.csv");
    }

    @Test
    void everyMailOfAMailBoxIsReadByItself() {
        String mbox = "From lena@quarrow.example Mon Feb  2 09:00:00 2026\n"
                + mail("Lena Ray <lena@quarrow.example>", "One", ">From here on we need two cranes.")
                + "\r\n\nFrom lena@quarrow.example Mon Feb  2 10:00:00 2026\n"
                + mail("Lena Ray <lena@quarrow.example>", "Two", "Please call me.") + "\n";
        var file = keep("old.mbox", mbox);
        var seen = json(look(file));
        assertThat(seen.path("count").asInt()).isEqualTo(2);
        assertThat(seen.path("messages").path(0).path("text").asString()).contains("\nFrom here on");
        var understood = of("understood", send(List.of(file)));
        assertThat(understood).hasSize(2);
        assertThat(understood.get(1).path("source").path("title").asString()).isEqualTo("Two");
    }

    @Test
    void aMailOfSomebodyWhoIsNotTrackedIsNotRead() {
        workspace
                .http()
                .post()
                .uri("/api/v1/connections/untracked")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("address", "quarrow.example"))
                .exchange()
                .expectStatus()
                .isOk();
        String mbox = "From lena@quarrow.example Mon Feb  2 09:00:00 2026\n"
                + mail("Lena Ray <lena@quarrow.example>", "Hush", "We need two cranes.")
                + "\r\n\nFrom max@harbour.example Mon Feb  2 10:00:00 2026\n"
                + mail("Max Moss <max@harbour.example>", "Two", "Please call me.") + "\n";
        var file = keep("both.mbox", mbox);
        var seen = json(look(file)).path("messages");
        assertThat(seen.path(0).path("left_out").asString()).contains("do-not-track list");
        assertThat(seen.path(0).toString()).doesNotContain("Hush", "cranes", "lena");
        assertThat(seen.path(1).path("text").asString()).contains("Please call me.");
        assertThat(of("understood", send(List.of(file)))).hasSize(1);
    }

    @Test
    void aTranscriptSaysWhoSpoke() {
        String vtt = "WEBVTT\n\nNOTE made by a machine\n\n1\n00:00:01.000 --> 00:00:03.000\n<v Lena Ray>We need\n\n"
                + "2\n00:00:03.000 --> 00:00:05.000\n<v Lena Ray>two cranes.</v>\n\n00:00:06.000 --> 00:00:08.000\nOlive Owner: Noted.\n";
        var seen = json(look(keep("call.vtt", vtt)));
        assertThat(seen.path("kind").asString()).isEqualTo("transcript");
        assertThat(seen.path("messages").path(0).path("text").asString())
                .isEqualTo("Lena Ray: We need two cranes.\nOlive Owner: Noted.");
    }

    @Test
    void rowsOfASmallTableAreReadAndALargeOneIsForTheImport() {
        var small = keep("fair.csv", "Name;E-Mail;Company\nIda Holm;ida@quarrow.example;Quarrow Mills\n");
        var seen = json(look(small));
        assertThat(seen.path("messages").path(0).path("text").asString())
                .isEqualTo("Name: Ida Holm\nE-Mail: ida@quarrow.example\nCompany: Quarrow Mills");
        var large = keep("list.csv", "Name,Town\n" + "Ida,Oslo\n".repeat(30));
        var told = send(List.of(small, large));
        assertThat(of("understood", told)).hasSize(1);
        assertThat(of("note", told).getLast().path("hint").path("code").asString())
                .isEqualTo("import");
    }

    @Test
    void whatDocumentsSayWaitsForADecision() throws IOException {
        var pdf = keep("note.pdf", Pdfs.saying("Called Quarrow Mills today. They have 250 employees."));
        var docx = keep(
                "note.docx",
                document(
                        "<w:p><w:t>Called Quarrow Mills today.</w:t></w:p><w:p><w:t>They have 260 employees.</w:t></w:p>"));
        assertThat(json(look(docx)).path("messages").path(0).path("text").asString())
                .isEqualTo("Called Quarrow Mills today.\nThey have 260 employees.");
        var told = send(List.of(pdf, docx));
        assertThat(of("understood", told)).hasSize(2);
        assertThat(of("written", told)).isEmpty();
        assertThat(of("waiting", told)).isNotEmpty();
    }

    @Test
    void whatCannotBeReadSaysSoAndHoldsUpNothing() {
        var picture = keep("blob.bin", new byte[] {0, 1, 2, 3});
        look(picture).expectStatus().isEqualTo(422);
        var told = send(List.of(picture, keep("note.txt", "Called Quarrow Mills today.")));
        assertThat(of("note", told).getFirst().path("text").asString()).contains("not read");
        assertThat(of("understood", told)).hasSize(1);
    }

    private static byte[] document(String paragraphs) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document>" + paragraphs + "</w:document>").getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
