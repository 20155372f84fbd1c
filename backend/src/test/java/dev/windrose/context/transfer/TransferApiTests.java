package dev.windrose.context.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.context.transfer.material.Documents;
import dev.windrose.platform.Role;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;

@WindroseTest
class TransferApiTests {

    private static final String TRANSFER = "/api/v1/context/transfer";

    private RecordWorld world;
    private RestTestClient http;

    @BeforeEach
    void begin() {
        world = RecordWorld.fresh();
        http = world.workspace().http();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> send(HttpMethod method, String path, Object body, int status) {
        var request = http.method(method).uri(TRANSFER + path);
        return (body == null ? request : request.body(body))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    private Map<String, Object> get(String path) {
        return send(HttpMethod.GET, path, null, 200);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> upload(Map<String, byte[]> files) {
        var parts = new LinkedMultiValueMap<String, Object>();
        files.forEach((name, bytes) -> parts.add("file", new ByteArrayResource(bytes) {
            @Override
            public String getFilename() {
                return name;
            }
        }));
        var begun = http.post()
                .uri(TRANSFER)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return settled(begun);
    }

    private Map<String, Object> settled(Map<String, Object> transfer) {
        long end = System.nanoTime() + 120_000_000_000L;
        var now = transfer;
        while (List.of("reading", "applying").contains(now.get("status"))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Still " + now);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            now = get("/" + transfer.get("id"));
        }
        return now;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> items(Map<String, Object> transfer) {
        return (List<Map<String, Object>>)
                get("/" + transfer.get("id") + "/items").get("data");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private long entries() {
        var found = http.post()
                .uri("/api/v1/context_entries/query")
                .body(Map.of("limit", 1, "count", true))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return ((Number) found.get("total")).longValue();
    }

    @Test
    void takesOverASetAndTakesItBack() {
        var ready = settled(send(HttpMethod.POST, "/sets/starter", Map.of(), 201));
        assertThat(ready).containsEntry("status", "ready").containsEntry("problem", null);
        assertThat(entries()).isZero();
        var applied = settled(send(HttpMethod.POST, "/" + ready.get("id") + "/apply", Map.of(), 200));
        assertThat(applied).containsEntry("status", "applied");
        assertThat(entries()).isEqualTo(EntrySet.STARTER.count());
        assertThat(get("/sets").toString())
                .contains(applied.get("change_set_id").toString());
        http.post()
                .uri("/api/v1/change-sets/" + applied.get("change_set_id") + "/undo")
                .body(Map.of())
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(entries()).isZero();
    }

    @Test
    void undoesTheExampleCompanyWithItsTreesProductsAndCustomers() {
        var ready = settled(send(HttpMethod.POST, "/sets/example", Map.of(), 201));
        assertThat(ready.get("also").toString()).contains("Harbor Console").contains("Ashcombe Water");
        var applied = settled(send(HttpMethod.POST, "/" + ready.get("id") + "/apply", Map.of(), 200));
        assertThat(entries()).isEqualTo(EntrySet.EXAMPLE.count());
        http.post()
                .uri("/api/v1/change-sets/" + applied.get("change_set_id") + "/undo")
                .body(Map.of())
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(entries()).isZero();
        assertThat(world.in(() -> Workspaces.bean(Records.class).query(RecordQuery.of("company"))))
                .isEmpty();
    }

    @Test
    void proposesWhatOtherFilesSayAndTakesCorrections() {
        var ready = upload(Map.of(
                "guide.md",
                bytes("# Zebra\n\nStripes.\n\n# Discounts\n\nDiscount above 15 % needs the sales lead.\n")));
        var items = items(ready);
        assertThat(items).hasSize(2);
        assertThat(items.getFirst()).containsEntry("sure", false).containsEntry("state", "new");
        assertThat(get("/" + ready.get("id") + "/items/1").get("compiled").toString())
                .contains("sales_lead");
        send(
                HttpMethod.PATCH,
                "/" + ready.get("id") + "/items",
                Map.of("positions", List.of(0), "kind", "visual", "title", "Our zebra"),
                200);
        send(
                HttpMethod.PATCH,
                "/" + ready.get("id") + "/items",
                Map.of("positions", List.of(1), "included", false),
                200);
        assertThat(items(ready).get(1)).containsEntry("state", "left_out");
        settled(send(HttpMethod.POST, "/" + ready.get("id") + "/apply", Map.of("status", "live"), 200));
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void saysOfEachFileOfAZipWhatItWouldDo() {
        var files = new LinkedHashMap<String, String>();
        files.put("out/brand/tone.md", "---\ncategory: brand\nkind: tone\ntitle: How we sound\n---\nPlain.\n");
        files.put("../../etc/passwd.md", "---\ncategory: brand\nkind: tone\ntitle: Bad\n---\n");
        files.put("empty.md", "");
        files.put("broken.md", "---\ntitle: [\n---\n");
        var ready = upload(Map.of("all.zip", Documents.zip(files)));
        var items = items(ready);
        assertThat(items).extracting(item -> item.get("state")).containsExactly("new", "refused", "refused", "refused");
        assertThat(items.getFirst()).containsEntry("path", "brand/tone.md");
        assertThat(items)
                .extracting(item -> String.valueOf(item.get("reason")))
                .anyMatch(why -> why.contains("leads out"))
                .anyMatch(why -> why.contains("empty"))
                .anyMatch(why -> why.contains("YAML"));
        settled(send(HttpMethod.POST, "/" + ready.get("id") + "/apply", Map.of(), 200));
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void leavesOutAFileOfFiftyMegabytesAndReadsTheOthers() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("large.pdf", new byte[50 << 20]);
        files.put("small.md", bytes("# Tone of voice\n\nPlain.\n"));
        var items = items(upload(files));
        assertThat(items).hasSize(2);
        assertThat(items.getFirst().get("reason").toString()).contains("50 MB");
        assertThat(items.get(1)).containsEntry("state", "new");
    }

    @Test
    void keepsAnswersAndProposesWhatTheySayWithoutMakingItLive() {
        put("product", "Daily Loaf: fresh bread, delivered before eight.");
        put("headline", "Fresh bread before the first guest");
        put("value", "On the table before eight\nOrdered until midnight");
        var kept = put("discounts", "Discount above 15 % needs the sales lead, above 30 % the CFO.");
        assertThat(kept.toString()).contains("cfo");
        assertThat(entries()).isZero();
        var asked = get("/questions");
        assertThat(asked.get("data").toString())
                .contains("fresh bread, delivered")
                .contains("What is Daily Loaf?");
    }

    private Map<String, Object> put(String question, String answer) {
        return send(HttpMethod.PUT, "/questions/" + question, Map.of("answer", answer), 200);
    }

    @Test
    void takesAnswersOverAsOneTreeWhenSomebodySaysSo() {
        put("product", "Daily Loaf: fresh bread, delivered before eight.");
        put("headline", "Fresh bread before the first guest");
        var asked = put("value", "On the table before eight\nOrdered until midnight");
        send(HttpMethod.PUT, "/questions/tone", Map.of("answer", "", "skipped", true), 200);
        String id = asked.get("transfer_id").toString();
        var applied = settled(send(HttpMethod.POST, "/" + id + "/apply", Map.of("status", "live"), 200));
        assertThat(applied).containsEntry("status", "applied").containsEntry("problem", null);
        assertThat(entries()).isEqualTo(4);
        assertThat(get("/questions").get("transfer_id")).isNull();
    }

    @Test
    void showsNobodyWhatAnotherPersonBrings() {
        var pasted = send(HttpMethod.POST, "/pasted", Map.of("text", "Discount above 15 % needs the sales lead."), 201);
        assertThat(pasted).containsEntry("status", "ready").containsEntry("proposed", 1);
        var other = world.workspace().httpOf(world.workspace().person("Robin", Role.ADMIN));
        other.get()
                .uri(TRANSFER + "/" + pasted.get("id"))
                .exchange()
                .expectStatus()
                .isNotFound();
        http.delete()
                .uri(TRANSFER + "/" + pasted.get("id"))
                .exchange()
                .expectStatus()
                .isNoContent();
        send(HttpMethod.GET, "/" + pasted.get("id"), null, 404);
    }

    @Test
    void handsOutOneFileAnEntry() throws IOException {
        world.create(
                "context_entry",
                Map.of("category", "brand", "kind", "tone", "title", "How we sound", "body", "Plain."));
        byte[] zip = http.get()
                .uri(TRANSFER + "/export?category=brand")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        try (var read = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(read.getNextEntry().getName()).isEqualTo("brand/how-we-sound.md");
            assertThat(new String(read.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("title: How we sound")
                    .endsWith("\n\nPlain.\n");
            assertThat(read.getNextEntry()).isNull();
        }
    }
}
