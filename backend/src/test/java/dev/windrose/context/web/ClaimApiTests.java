package dev.windrose.context.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;

@WindroseTest
class ClaimApiTests {

    private static final String CHECK = "/api/v1/context/check";

    private RestTestClient http;

    @BeforeEach
    void workspace() {
        var world = RecordWorld.fresh();
        http = world.workspace().http();
        world.create("product", Map.of("name", "Tern Pro"));
        world.create(
                "context_entry",
                Map.of(
                        "category",
                        "best_practice",
                        "kind",
                        "faq",
                        "title",
                        "How long does a charge of Tern Pro last?",
                        "body",
                        "A charge lasts nine hours.",
                        "status",
                        "live"));
    }

    @Test
    void tellsWhatStandsAgainstWhat() {
        var text = "Dear Ann,\n\nA charge of Tern Pro lasts twelve hours.";
        var sentence = sentences(Map.of("text", text)).getLast();
        assertThat(sentence).containsEntry("verdict", "contradicted").containsEntry("by", "rules");
        var against = map(sentence.get("against"));
        assertThat(against).containsEntry("said", "twelve hours").containsEntry("known", "nine hours");
        assertThat(text.substring((int) against.get("start"), (int) against.get("end")))
                .isEqualTo("twelve hours");
        assertThat(list(sentence.get("suggestions")))
                .extracting(one -> one.get("text"))
                .containsExactly("nine hours", "A charge lasts nine hours.");
    }

    @Test
    void readsWhatStandsBeforeAPartOnlyForWhatItMeans() {
        var sentences = sentences(
                Map.of("before", "Tern Pro is light.\n\n", "text", "Its charge lasts nine hours.", "only", "claims"));
        assertThat(sentences).hasSize(1);
        assertThat(sentences.getFirst()).containsEntry("verdict", "supported").containsEntry("start", 0);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(refusal(Map.of("text", "A word.", "only", "spelling"))).containsEntry("field", "only");
        assertThat(refusal(Map.of("text", " "))).containsEntry("field", "text");
        assertThat(refusal(Map.of("text", "A word.", "before", "x".repeat(6_000), "only", "claims")))
                .containsEntry("field", "before");
    }

    @Test
    void readsTheWordsOfAFile() {
        var page = "<html><head><script>steal()</script></head><body><h1>Offer</h1><p>One  two.</p></body></html>";
        assertThat(file("offer.html", page, 200)).containsEntry("text", "Offer\n\nOne two.");
        assertThat(file("notes.md", "# Notes\n\n- one\n", 200)).containsEntry("text", "# Notes\n\n- one");
        assertThat(file("sums.xlsx", "x", 400)).containsEntry("field", "file");
        assertThat(file("offer.docx", "no document", 400)).containsEntry("field", "file");
        assertThat(file("empty.txt", "", 400)).containsEntry("field", "file");
    }

    private Map<String, Object> file(String name, String content, int status) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new HttpEntity<>(new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        }));
        return map(http.post()
                .uri(CHECK + "/file")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
    }

    private List<Map<String, Object>> sentences(Map<String, Object> body) {
        return list(map(post(body, 200)).get("sentences"));
    }

    private Map<String, Object> refusal(Map<String, Object> body) {
        return map(post(body, 400));
    }

    private Object post(Map<String, Object> body, int status) {
        return http.post()
                .uri(CHECK)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object json) {
        return (List<Map<String, Object>>) json;
    }
}
